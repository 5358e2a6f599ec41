using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>Values other than text.</content>
public sealed partial class JsonOutput
{
    // The longest that a number becomes: a double has at most 24 characters, a decimal 31.
    private const int LongestNumber = 32;
    private const int LongestFormatted = 36;
    // yyyy-MM-ddTHH:mm:ss.fffffffzzz
    private const int LengthOfDateTimeOffset = 33;
    private const int LengthOfSeconds = 19;
    private const int LengthOfTicks = 27;

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNullValue() => WriteRawValue("null"u8);

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The value.</param>
    public void WriteBooleanValue(bool value) => WriteRawValue(value ? "true"u8 : "false"u8);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteNumberValue(int value)
    {
        Utf8Formatter.TryFormat(value, Ensure(LongestNumber), out var length);
        EndValue(length);
    }

    /// <inheritdoc cref="WriteNumberValue(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteNumberValue(long value)
    {
        Utf8Formatter.TryFormat(value, Ensure(LongestNumber), out var length);
        EndValue(length);
    }

    /// <inheritdoc cref="WriteNumberValue(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteNumberValue(ulong value)
    {
        Utf8Formatter.TryFormat(value, Ensure(LongestNumber), out var length);
        EndValue(length);
    }

    /// <inheritdoc cref="WriteNumberValue(int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteNumberValue(decimal value)
    {
        Utf8Formatter.TryFormat(value, Ensure(LongestNumber), out var length);
        EndValue(length);
    }

    /// <inheritdoc cref="WriteNumberValue(int)"/>
    /// <exception cref="ArgumentException">JSON has no such number.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteNumberValue(double value)
    {
        Require(double.IsFinite(value));
        var bytes = Ensure(LongestNumber);
        if (!ShortDouble.TryWrite(value, bytes, out var length))
        {
            value.TryFormat(bytes, out length, default, CultureInfo.InvariantCulture);
        }
        EndValue(length);
    }

    /// <inheritdoc cref="WriteNumberValue(double)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteNumberValue(float value)
    {
        Require(float.IsFinite(value));
        value.TryFormat(Ensure(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        EndValue(length);
    }

    /// <summary>Writes a value as text that needs no escapes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    /// <typeparam name="T">Its type: that of a date, a time or a UUID.</typeparam>
    internal void WriteStringValue<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        var bytes = Ensure(LongestFormatted + 2);
        bytes[0] = (byte)'"';
        value.TryFormat(bytes[1..], out var length, format, CultureInfo.InvariantCulture);
        bytes[length + 1] = (byte)'"';
        EndValue(length + 2);
    }

    /// <summary>Writes text that needs no escapes.</summary>
    /// <param name="text">The text in UTF-8.</param>
    internal void WritePlainValue(ReadOnlySpan<byte> text)
    {
        var bytes = Ensure(text.Length + 2);
        bytes[0] = (byte)'"';
        text.CopyTo(bytes[1..]);
        bytes[text.Length + 1] = (byte)'"';
        EndValue(text.Length + 2);
    }

    /// <summary>Writes a date and time, with as many digits of the second as it needs.</summary>
    /// <param name="value">The value.</param>
    public void WriteStringValue(DateTimeOffset value)
    {
        var bytes = Ensure(LengthOfDateTimeOffset + 2);
        bytes[0] = (byte)'"';
        var text = bytes[1..];
        value.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        var fraction = text[LengthOfSeconds..LengthOfTicks].TrimEnd("0"u8).Length;
        var end = LengthOfSeconds + (fraction == 1 ? 0 : fraction);
        text[LengthOfTicks..LengthOfDateTimeOffset].CopyTo(text[end..]);
        end += LengthOfDateTimeOffset - LengthOfTicks;
        text[end] = (byte)'"';
        EndValue(end + 2);
    }

    /// <summary>Writes bytes as text (RFC 4648, section 4).</summary>
    /// <param name="value">The bytes.</param>
    public void WriteBase64StringValue(ReadOnlySpan<byte> value)
    {
        var length = Base64.GetMaxEncodedToUtf8Length(value.Length);
        var bytes = Ensure(length + 2);
        bytes[0] = (byte)'"';
        Base64.EncodeToUtf8(value, bytes[1..], out _, out _);
        bytes[length + 1] = (byte)'"';
        EndValue(length + 2);
    }

    /// <summary>Writes any JSON, without its white space and with escapes of this output.</summary>
    /// <param name="value">The value.</param>
    public void WriteElement(JsonElement value)
    {
        _elements ??= new Utf8JsonWriter(this, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });
        try
        {
            value.WriteTo(_elements);
            _elements.Flush();
        }
        finally
        {
            _elements.Reset();
        }
        EndValue(0);
    }

    /// <summary>Writes a value that is JSON.</summary>
    /// <param name="json">The JSON.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteRawValue(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Ensure(json.Length));
        EndValue(json.Length);
    }

    private static void Require(bool isFinite)
    {
        if (!isFinite)
        {
            throw new ArgumentException("JSON has no infinite numbers, and none that are not a number.");
        }
    }

    // There is always room for the comma.
    private void EndValue(int length)
    {
        length += _length;
        _bytes[length] = (byte)',';
        _length = length + 1;
    }
}
