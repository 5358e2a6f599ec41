using System.Buffers;
using System.Globalization;
using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Keeps headers from being split or garbled.</summary>
internal static class HeaderText
{
    // RFC 9110, section 5.5, without obs-text: HttpClient sends ASCII alone.
    private static readonly SearchValues<char> Characters =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(static code => (char)code), '\t']);

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    private static bool IsValid(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(Characters);

    /// <exception cref="ArgumentException">The value cannot stand in a header. The message names the header, never the value.</exception>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value.</param>
    /// <param name="argument">The expression that gave it; null when it is the header itself.</param>
    public static void Check(string name, string value, string? argument = null)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException("The name of a header is not a token (RFC 9110, section 5.1).", argument is null ? nameof(name) : ArgumentText.Name(argument));
        }
        if (!IsValid(value))
        {
            throw new ArgumentException($"The value of header '{name}' has characters that a header cannot carry: only printable ASCII can be sent.", argument is null ? name : ArgumentText.Name(argument));
        }
    }

    /// <summary>JSON text in ASCII.</summary>
    public static string EscapeJson(string json)
    {
        if (IsValid(json))
        {
            return json;
        }
        var text = new StringBuilder(json.Length + 32);
        foreach (var character in json)
        {
            // What is not ASCII stands in strings alone (RFC 8259, section 7).
            _ = character < '\u007F' ? text.Append(character) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }
        return text.ToString();
    }
}
