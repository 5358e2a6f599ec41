using System.Buffers;
using System.Net.ServerSentEvents;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A stream that came whole, as the array of its items (OpenAPI 3.2, Sequential Media Types). Undefined when it is none.</summary>
internal static class StreamJson
{
    /// <summary>The values of a sequence, whatever parts them.</summary>
    public static JsonElement OfValues(ReadOnlySpan<byte> body)
    {
        var text = body[JsonBody.ByteOrderMarkLength(body)..].ToArray();
        // It parts values (RFC 7464), and no JSON has it.
        text.AsSpan().Replace((byte)0x1E, (byte)' ');
        return Array(json =>
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = JsonDepth.Maximum, AllowMultipleValues = true });
            while (reader.Read())
            {
                Write(json, JsonElement.ParseValue(ref reader));
            }
        });
    }

    /// <summary>Events, each with <c>event</c>, <c>data</c> and <c>id</c>; data that is JSON is what it says, all other is text.</summary>
    public static JsonElement OfEvents(ReadOnlyMemory<byte> body) => Array(json =>
    {
        using var stream = BinaryContent.FromBytes(body).OpenRead();
        var parser = SseParser.Create(stream);
        foreach (var item in parser.Enumerate())
        {
            json.WriteStartObject();
            json.WriteString("event", item.EventType);
            json.WritePropertyName("data");
            if (JsonBody.Parse(Encoding.UTF8.GetBytes(item.Data)) is { ValueKind: not JsonValueKind.Undefined } data)
            {
                Write(json, data);
            }
            else
            {
                json.WriteStringValue(item.Data);
            }
            if (parser.LastEventId.Length > 0)
            {
                json.WriteString("id", parser.LastEventId);
            }
            json.WriteEndObject();
        }
    });

    private static void Write(Utf8JsonWriter json, JsonElement value) => json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    private static JsonElement Array(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartArray();
                write(json);
                json.WriteEndArray();
            }
        }
        catch (JsonException)
        {
            return default;
        }
        return JsonBody.Parse(buffer.WrittenSpan);
    }
}
