using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A part of a multipart body: its headers, and what it holds.</summary>
/// <param name="head">The headers, with the empty line that ends them.</param>
/// <param name="content">What it holds.</param>
internal readonly struct MultipartPart(byte[] head, BinaryContent content)
{
    public byte[] Head { get; } = head;

    public BinaryContent Content { get; } = content;

    /// <summary>Escapes a name or file name as browsers do (RFC 7578, section 2; HTML, "multipart/form-data"): UTF-8, with quotes and line ends percent-encoded.</summary>
    public static string Quote(string text) => text.AsSpan().ContainsAny('"', '\r', '\n')
        ? new StringBuilder(text).Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A").ToString()
        : text;
}
