using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>Text and names.</content>
public sealed partial class JsonOutput
{
    // After so many characters text may be plain again.
    private const int LengthOfBlock = 16;
    private const int LengthOfEscaped = 256;
    private const int MostBytesOfCharacter = 3;

    // Where the first text begins that has half of a surrogate pair: U+FFFD is written instead, which is another text.
    private int? _firstHalfPair;

    /// <summary>Refuses text that cannot be sent as it is.</summary>
    /// <param name="parameter">The parameter that the text comes from.</param>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair; the message tells where.</exception>
    internal void RequireWholeCharacters(string parameter)
    {
        if (_firstHalfPair is { } position)
        {
            var (path, _) = JsonLocation.Find(Written, new JsonReaderOptions { MaxDepth = JsonDepth.Maximum }, position);
            throw new ArgumentException($"The text at {path} has half of a surrogate pair, which is no character and cannot be sent.", parameter);
        }
    }

    /// <summary>Writes the name of a member.</summary>
    /// <param name="name">The name.</param>
    public void WritePropertyName(ReadOnlySpan<char> name)
    {
        WriteText(name);
        _bytes[_length - 1] = (byte)':';
    }

    /// <summary>Writes the name of a member.</summary>
    /// <param name="json">The name as it stands in JSON, with its quotes and the colon.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void WriteName(byte[] json)
    {
        json.CopyTo(Ensure(json.Length));
        _length += json.Length;
    }

    /// <summary>Writes text, or <c>null</c> when there is none.</summary>
    /// <param name="value">The text.</param>
    public void WriteStringValue(string? value)
    {
        if (value is null)
        {
            WriteNullValue();
        }
        else
        {
            WriteText(value);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteText(ReadOnlySpan<char> text)
    {
        var bytes = Ensure(text.Length + 2);
        bytes[0] = (byte)'"';
        var copied = _plain.CopyTo(text, bytes[1..]);
        if (copied < text.Length)
        {
            WriteEscaped(text, copied);
            return;
        }
        bytes[copied + 1] = (byte)'"';
        EndValue(copied + 2);
    }

    private void WriteEscaped(ReadOnlySpan<char> text, int copied)
    {
        _firstHalfPair ??= HasHalfPair(text[copied..]) ? _length : null;
        _length += copied + 1;
        for (text = text[copied..]; !text.IsEmpty; text = text[copied..])
        {
            var length = Math.Min(text.Length, LengthOfBlock);
            length += length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
            Escape(text[..length]);
            text = text[length..];
            copied = _plain.CopyTo(text, Ensure(text.Length));
            _length += copied;
        }
        Ensure(1)[0] = (byte)'"';
        EndValue(1);
    }

    private void Escape(ReadOnlySpan<char> block)
    {
        if (Encoder == JavaScriptEncoder.Default)
        {
            _length += DefaultEscapes.Write(block, _plain, Ensure(block.Length * DefaultEscapes.Longest));
            return;
        }
        Span<char> escaped = stackalloc char[LengthOfEscaped];
        while (!block.IsEmpty)
        {
            Encoder.Encode(block, escaped, out var consumed, out var written);
            _length += Encoding.UTF8.GetBytes(escaped[..written], Ensure(written * MostBytesOfCharacter));
            block = block[consumed..];
        }
    }

    private static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }
            text = text[(at + 2)..];
        }
        return false;
    }
}
