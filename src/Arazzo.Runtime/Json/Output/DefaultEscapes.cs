using System.Text.Encodings.Web;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What <see cref="JavaScriptEncoder.Default"/> makes of text: all that is not plain is escaped, in a tenth of its time.</summary>
internal static class DefaultEscapes
{
    /// <summary>The number of bytes that a character becomes at most.</summary>
    public const int Longest = 6;

    private const char Replacement = '\uFFFD';

    /// <summary>Writes text with its escapes. Half of a surrogate pair becomes U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plain">What needs no escape.</param>
    /// <param name="destination">Where it goes to, which has room for the longest.</param>
    /// <returns>The number of bytes.</returns>
    public static int Write(ReadOnlySpan<char> text, PlainText plain, Span<byte> destination)
    {
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (plain.Has(character))
            {
                destination[length++] = (byte)character;
                continue;
            }
            destination[length++] = (byte)'\\';
            if (Letter(character) is not 0 and var letter)
            {
                destination[length++] = letter;
                continue;
            }
            var unit = char.IsSurrogate(character) && !IsInPair(text, index) ? Replacement : character;
            destination[length++] = (byte)'u';
            for (var shift = 12; shift >= 0; shift -= 4)
            {
                destination[length++] = "0123456789ABCDEF"u8[unit >> shift & 0xF];
            }
        }
        return length;
    }

    private static byte Letter(char character) => character switch
    {
        '\\' => (byte)'\\',
        '\n' => (byte)'n',
        '\r' => (byte)'r',
        '\t' => (byte)'t',
        '\b' => (byte)'b',
        '\f' => (byte)'f',
        _ => 0,
    };

    private static bool IsInPair(ReadOnlySpan<char> text, int index) => char.IsHighSurrogate(text[index])
        ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
        : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
