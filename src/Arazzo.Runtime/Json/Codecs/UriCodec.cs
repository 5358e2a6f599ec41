using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary><c>uri</c> strings, absolute or relative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriCodec : IJsonCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && Uri.TryCreate(json.GetString(), UriKind.RelativeOrAbsolute, out var value) ? value : throw JsonUnexpected.Value(ref json, "a URI");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, Uri value) => json.WriteStringValue(value.OriginalString);
}
