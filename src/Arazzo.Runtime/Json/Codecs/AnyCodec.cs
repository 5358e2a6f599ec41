using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Any JSON, kept as it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AnyCodec : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement ReadJson(ref Utf8JsonReader json) => JsonElement.ParseValue(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteElement(value);
        }
    }
}
