using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary><c>byte</c> strings: base64 (RFC 4648 §4).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesCodec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.TryGetBytesFromBase64(out var value) ? value : throw JsonUnexpected.Value(ref json, "base64");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, byte[] value) => json.WriteBase64StringValue(value);
}
