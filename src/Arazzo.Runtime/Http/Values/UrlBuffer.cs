using System.Buffers;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A pooled buffer in which a path, a query, a form or a header is written.</summary>
internal struct UrlBuffer
{
    private const int MinimumLength = 256;

    // RFC 3986, section 2.3: what never needs an escape.
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // Section 2.2, without the number sign, behind which nothing is sent.
    private static readonly SearchValues<char> Reserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=");

    private static readonly SearchValues<char> ReservedInPath =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/[]@!$&'()*+,;=");

    // Without what separates the fields of a form, and the sign that stands for a space there.
    private static readonly SearchValues<char> FormReserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$'()*,;");

    // Section 3.3, and the query that some descriptions put into their paths.
    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%?");

    private char[]? _characters;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    public void Append(char character)
    {
        Reserve(1)[0] = character;
        Length++;
    }

    /// <summary>Appends text of a path, as it is but for what a path cannot hold.</summary>
    public void AppendPath(ReadOnlySpan<char> text) => AppendAllowed(text, PathCharacters, keepsEscapes: false);

    /// <summary>Appends a value.</summary>
    public void AppendEscaped(ReadOnlySpan<char> value, TextEscaping escaping = TextEscaping.Unreserved)
    {
        if (escaping is TextEscaping.None or TextEscaping.Cookie || !value.ContainsAnyExcept(Unreserved))
        {
            Append(value);
        }
        else if (escaping is TextEscaping.Reserved or TextEscaping.ReservedInPath)
        {
            AppendAllowed(value, escaping == TextEscaping.Reserved ? Reserved : ReservedInPath, keepsEscapes: true);
        }
        else if (escaping == TextEscaping.FormReserved)
        {
            var start = Length;
            AppendAllowed(value, FormReserved, keepsEscapes: false);
            SpacesToPluses(start);
        }
        else
        {
            var start = Length;
            // One UTF-16 unit makes at most three bytes, each of three characters.
            Uri.TryEscapeDataString(value, Reserve(checked(value.Length * 9)), out var written);
            Length += written;
            if (escaping == TextEscaping.Form && value.Contains(' '))
            {
                SpacesToPluses(start);
            }
        }
    }

    /// <summary>Appends a scalar of JSON: strings without quotes and escapes, the others as they stand.</summary>
    public void AppendJson(ref Utf8JsonReader json)
    {
        // One byte makes at most one UTF-16 unit.
        var target = Reserve(json.HasValueSequence ? checked((int)json.ValueSequence.Length) : json.ValueSpan.Length);
        Length += json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
            ? json.CopyString(target)
            : System.Text.Encoding.UTF8.GetChars(json.ValueSpan, target);
    }

    /// <summary>Appends a whole value of JSON: the text of a string, the JSON of anything else.</summary>
    public void AppendJsonValue(JsonTokenType kind, ReadOnlySpan<byte> json)
    {
        if (kind != JsonTokenType.String)
        {
            AppendUtf8(json);
            return;
        }
        var reader = new Utf8JsonReader(json);
        reader.Read();
        AppendJson(ref reader);
    }

    /// <summary>Appends text in UTF-8 as it is.</summary>
    public void AppendUtf8(ReadOnlySpan<byte> text) => Length += System.Text.Encoding.UTF8.GetChars(text, Reserve(text.Length));

    /// <summary>Takes back what was written after the first <paramref name="length"/> characters.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>The text; the buffer goes back to the pool.</summary>
    public string TakeText(ReadOnlySpan<char> before = default)
    {
        var text = string.Concat(before, Written);
        Release();
        return text;
    }

    public void Release()
    {
        if (_characters is { } characters)
        {
            _characters = null;
            Length = 0;
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private void AppendAllowed(ReadOnlySpan<char> text, SearchValues<char> allowed, bool keepsEscapes)
    {
        while (text.IndexOfAnyExcept(allowed) is var index and >= 0)
        {
            Append(text[..index]);
            text = text[index..];
            var length = char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
            if (keepsEscapes && text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low))
            {
                length = 3;
                Append(text[..length]);
            }
            else
            {
                AppendEscaped(text[..length]);
            }
            text = text[length..];
        }
        Append(text);
    }

    private void SpacesToPluses(int start)
    {
        var text = _characters.AsSpan(start, Length - start);
        var end = 0;
        for (var index = 0; index < text.Length; index++, end++)
        {
            var isSpace = text[index..].StartsWith("%20");
            text[end] = isSpace ? '+' : text[index];
            index += isSpace ? 2 : 0;
        }
        Length = start + end;
    }

    private Span<char> Reserve(int length)
    {
        var needed = checked(Length + length);
        if (_characters is null)
        {
            _characters = ArrayPool<char>.Shared.Rent(Math.Max(needed, MinimumLength));
        }
        else if (needed > _characters.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, _characters.Length * 2));
            Written.CopyTo(larger);
            ArrayPool<char>.Shared.Return(_characters);
            _characters = larger;
        }
        return _characters.AsSpan(Length);
    }
}
