using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Payloads with replacements (Arazzo, "Payload Replacement Object"). The JSON is spliced, not taken apart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowPayload
{
    /// <summary>The payload with another value at a JSON Pointer. A member that an object does not have yet is added, and so is an element right after the last one.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="value">The value; missing is null.</param>
    /// <param name="tokens">The pointer's reference tokens, unescaped.</param>
    /// <returns>The new payload.</returns>
    /// <exception cref="FormatException">The pointer leads nowhere.</exception>
    public static JsonElement With(this JsonElement payload, JsonElement? value, params ReadOnlySpan<string> tokens)
    {
        if (payload.At(tokens) is { } target)
        {
            return Splice(payload, [target], value);
        }
        if (tokens.Length > 0 && payload.At(tokens[..^1]) is { } parent && Add(parent, tokens[^1], value) is { } extended)
        {
            return Splice(payload, [parent], extended);
        }
        throw Nowhere("/" + string.Join('/', tokens));
    }

    /// <summary>The payload with another value at each node that a JSONPath query selects.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="value">The value; missing is null.</param>
    /// <param name="query">The query, as the document writes it.</param>
    /// <param name="select">What it selects.</param>
    /// <returns>The new payload.</returns>
    /// <exception cref="FormatException">The query selects nothing.</exception>
    public static JsonElement With(this JsonElement payload, JsonElement? value, string query, Func<JsonElement, JsonPathNodes> select)
    {
        var targets = select(payload).Nodes.ToArray();
        return targets.Length == 0 ? throw Nowhere(query) : Splice(payload, targets, value);
    }

    private static WorkflowConversionException Nowhere(string target) => new($"The replacement's target '{target}' is not in the payload.", null);

    private static JsonElement? Add(JsonElement parent, string token, JsonElement? value)
    {
        var isEnd = parent.ValueKind == JsonValueKind.Array && (token == "-" || token == parent.GetArrayLength().ToString(CultureInfo.InvariantCulture));
        if (!isEnd && parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            if (isEnd)
            {
                json.WriteStartArray();
                foreach (var item in parent.EnumerateArray())
                {
                    item.WriteTo(json);
                }
                Write(json, value);
                json.WriteEndArray();
            }
            else
            {
                json.WriteStartObject();
                foreach (var member in parent.EnumerateObject())
                {
                    member.WriteTo(json);
                }
                json.WritePropertyName(token);
                Write(json, value);
                json.WriteEndObject();
            }
        }
        return WorkflowJson.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } present)
        {
            present.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>Puts a value in place of nodes of the payload: where they stand in its text tells which ones they are.</summary>
    private static JsonElement Splice(JsonElement payload, JsonElement[] targets, JsonElement? value)
    {
        var text = JsonMarshal.GetRawUtf8Value(payload);
        var replacement = value is { ValueKind: not JsonValueKind.Undefined } present ? JsonMarshal.GetRawUtf8Value(present) : "null"u8;
        var places = new List<(int Start, int Length)>(targets.Length);
        foreach (var target in targets)
        {
            var part = JsonMarshal.GetRawUtf8Value(target);
            if (text.Overlaps(part, out var start))
            {
                places.Add((start, part.Length));
            }
        }
        places.Sort();
        var buffer = new ArrayBufferWriter<byte>(text.Length + (replacement.Length * places.Count));
        var position = 0;
        foreach (var (start, length) in places)
        {
            // What is inside a node that is replaced has gone with it.
            if (start >= position)
            {
                buffer.Write(text[position..start]);
                buffer.Write(replacement);
                position = start + length;
            }
        }
        buffer.Write(text[position..]);
        return WorkflowJson.Parse(buffer.WrittenSpan);
    }
}
