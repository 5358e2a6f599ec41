using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary><c>uuid</c> strings; with braces or without dashes, too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && (json.TryGetGuid(out var value) || Guid.TryParse(json.GetString(), out value)) ? value : throw JsonUnexpected.Value(ref json, "a UUID");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, Guid value) => json.WriteStringValue(value, "D");
}
