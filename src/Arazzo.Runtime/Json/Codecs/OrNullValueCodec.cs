using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Values that JSON may give as <c>null</c>.</summary>
/// <typeparam name="T">The type of the other values.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OrNullValueCodec<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? ReadJson(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : TCodec.ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, T? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            TCodec.WriteJson(json, value.Value);
        }
    }
}
