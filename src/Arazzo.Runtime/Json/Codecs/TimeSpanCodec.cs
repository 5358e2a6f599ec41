using System.ComponentModel;
using System.Text.Json;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>ISO 8601 <c>duration</c> strings such as <c>PT1M30S</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanCodec : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan ReadJson(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            try
            {
                return XmlConvert.ToTimeSpan(json.GetString()!);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                // Falls through to the one message that all codecs give.
            }
        }
        throw JsonUnexpected.Value(ref json, "a duration (ISO 8601)");
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter json, TimeSpan value) => json.WriteStringValue(XmlConvert.ToString(value));
}
