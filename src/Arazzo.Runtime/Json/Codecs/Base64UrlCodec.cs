using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Bytes as strings that are safe in addresses: base64url (RFC 4648, section 5), written without padding and read with or without it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Base64UrlCodec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] ReadJson(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            throw JsonUnexpected.Value(ref json, "base64url");
        }
        var text = json.GetString()!;
        return Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : throw JsonUnexpected.Value(ref json, "base64url");
    }

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        json.WritePlainValue(Base64Url.EncodeToUtf8(value));
    }
}
