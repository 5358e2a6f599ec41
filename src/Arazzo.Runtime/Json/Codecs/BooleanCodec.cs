using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON <c>true</c> and <c>false</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool ReadJson(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonUnexpected.Value(ref json, "true or false"),
    };

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, bool value) => json.WriteBooleanValue(value);
}
