using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// Refuses text that has half of a surrogate pair. <see cref="Utf8JsonWriter"/> writes U+FFFD instead, which is another text; so only what has one is looked at again.
/// </summary>
internal static class WholeCharacters
{
    private static ReadOnlySpan<byte> Escaped => "\\uFFFD"u8;

    private static ReadOnlySpan<byte> Replacement => [0xEF, 0xBF, 0xBD];

    /// <summary>Whether the JSON has the character that half of a pair becomes: it may also be meant.</summary>
    public static bool MayLack(ReadOnlySpan<byte> json) =>
        json.IndexOfAny(Escaped[0], Replacement[0]) is >= 0 and var first && (json[first..].IndexOf(Escaped) >= 0 || json[first..].IndexOf(Replacement) >= 0);

    /// <summary>Writes the value once more, with what is wrong left in it, to see where that is.</summary>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair; the message tells where.</exception>
    public static void Check<T, TCodec>(T body)
        where TCodec : IJsonCodec<T>
    {
        var encoder = new Encoder();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder }))
        {
            TCodec.WriteJson(json, body);
        }
        if (encoder.HasFound)
        {
            var options = new JsonReaderOptions { MaxDepth = JsonDepth.Maximum };
            var (path, _) = JsonLocation.Find(buffer.WrittenSpan, options, Position(new Utf8JsonReader(buffer.WrittenSpan, options)));
            throw new ArgumentException($"The text at {path} has half of a surrogate pair, which is no character and cannot be sent.", nameof(body));
        }
    }

    private static long Position(Utf8JsonReader json)
    {
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueIsEscaped)
            {
                try
                {
                    json.GetString();
                }
                catch (InvalidOperationException)
                {
                    break;
                }
            }
        }
        return json.TokenStartIndex;
    }

    /// <summary>Leaves half a pair as it is, escaped; all else as usual.</summary>
    private sealed class Encoder : JavaScriptEncoder
    {
        public bool HasFound { get; private set; }

        public override int MaxOutputCharactersPerInputCharacter => Default.MaxOutputCharactersPerInputCharacter;

        public override bool WillEncode(int unicodeScalar) => Default.WillEncode(unicodeScalar);

        public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
            Default.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

        public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) => Default.FindFirstCharacterToEncode(text, textLength);

        public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
        {
            (charsConsumed, charsWritten) = (0, 0);
            while (charsConsumed < source.Length)
            {
                var rest = source[charsConsumed..];
                var length = rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]) ? 2 : 1;
                int written;
                if (length == 1 && char.IsSurrogate(rest[0]))
                {
                    HasFound = true;
                    if (!destination[charsWritten..].TryWrite(CultureInfo.InvariantCulture, $"\\u{(int)rest[0]:X4}", out written))
                    {
                        return OperationStatus.DestinationTooSmall;
                    }
                }
                else if (Default.Encode(rest[..length], destination[charsWritten..], out _, out written) is not OperationStatus.Done and var status)
                {
                    return status;
                }
                charsConsumed += length;
                charsWritten += written;
            }
            return OperationStatus.Done;
        }
    }
}
