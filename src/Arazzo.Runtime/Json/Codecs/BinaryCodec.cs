using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary><c>binary</c> strings inside JSON: base64 (RFC 4648 §4). A stream is read at once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BinaryCodec : IJsonCodec<BinaryContent>
{
    /// <inheritdoc/>
    public static BinaryContent ReadJson(ref Utf8JsonReader json) => BinaryContent.FromBytes(BytesCodec.ReadJson(ref json));

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, BinaryContent value) => json.WriteBase64StringValue(value.ToArray());
}
