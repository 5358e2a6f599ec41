using System.Text.Json;
using System.Text.Json.Nodes;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>Damages a document as a whole: its values, keys and branches change places, go away or become something else, and it stays JSON.</summary>
internal sealed class Mutator
{
    // JSON each.
    private static readonly string[] Values =
    [
        "null", "true", "false", "\"\"", "[]", "{}", "[null]", "[[]]", "0", "-1", "1.5", "1e999", "123456789012345678901234567890", "\"0\"", "\" \"", "\"a b\"", "\"a\"", "\"\\u0000\"", "\"\\n\\\"\\u2028*/\"",
        "\"string\"", "\"object\"", "\"array\"", "\"integer\"", "\"number\"", "\"boolean\"", "\"null\"", "\"file\"", "[\"string\",\"null\"]", "[\"array\",\"object\",\"integer\"]", "[\"null\"]",
        "\"binary\"", "\"date-time\"", "\"byte\"", "\"int32\"", "\"int64\"", "\"decimal\"", "\"uuid\"", "\"uri\"", "\"duration\"",
        "\"path\"", "\"query\"", "\"header\"", "\"cookie\"", "\"querystring\"", "\"body\"", "\"formData\"", "\"form\"", "\"simple\"", "\"label\"", "\"matrix\"", "\"deepObject\"", "\"pipeDelimited\"", "\"multi\"",
        "\"application/json\"", "\"*/*\"", "\"multipart/form-data\"", "\"text/event-stream\"", "\"^(a\"", "\"(?<x>.)\\\\k<x>\"", "\"https://{x}\"", "\"{\"", "\"/\"", "\"#\"", "\"#/components/schemas\"", "\"#/paths\"",
        "{\"type\":\"null\"}", "{\"type\":\"string\"}", "{\"type\":\"string\",\"format\":\"binary\"}", "{\"type\":[\"string\",\"integer\"]}", "{\"enum\":[\"a\",1,null]}", "{\"type\":\"integer\",\"enum\":[1,2]}", "{\"const\":{\"a\":[1]}}",
        "{\"type\":\"array\"}", "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}}}", "{\"type\":\"object\"}", "{\"type\":\"object\",\"additionalProperties\":false}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"format\":\"date\"},\"A\":{\"type\":\"integer\"},\"class\":{}}}", "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"},{\"type\":\"null\"}]}",
        "{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"x\":{}}},{\"type\":\"object\",\"properties\":{\"y\":{}}}],\"discriminator\":{\"propertyName\":\"x\"}}", "{\"not\":{}}", "{\"allOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}",
        "{\"nullable\":true}", "{\"oneOf\":[]}", "{\"application/json\":{\"schema\":{\"type\":\"string\"}}}", "{\"default\":{\"description\":\"D\"}}", "{\"200\":{\"description\":\"D\",\"content\":{\"text/plain\":{}}}}",
    ];

    private static readonly string[] Keys =
    [
        "", " ", "type", "format", "enum", "const", "oneOf", "anyOf", "allOf", "not", "if", "then", "items", "prefixItems", "properties", "required", "additionalProperties", "unevaluatedProperties", "patternProperties", "propertyNames",
        "discriminator", "mapping", "propertyName", "nullable", "readOnly", "writeOnly", "deprecated", "default", "example", "xml", "title", "description", "$ref", "$id", "$anchor", "$dynamicRef", "$defs", "x-enum-varnames", "x-ms-enum", "x-nullable",
        "schema", "itemSchema", "content", "encoding", "headers", "style", "explode", "name", "in", "200", "201", "204", "2XX", "404", "default", "application/json", "application/xml", "text/plain", "multipart/form-data",
        "application/x-www-form-urlencoded", "text/event-stream", "application/octet-stream", "get", "post", "trace", "head", "a", "A", "id", "Id", "class", "System", "Value", "Type", "Equals", "ToString", "AdditionalProperties", "Unknown", "Match",
    ];

    private readonly JsonNode _document;
    private readonly string[] _references;
    private readonly string[] _names;

    /// <param name="text">A sound document, in YAML or JSON.</param>
    public Mutator(string text)
    {
        var specification = SpecificationReader.Read("fuzz.yml", text, null, new DiagnosticBag("fuzz.yml"), CancellationToken.None);
        _document = JsonNode.Parse(NodeJson.Write(specification!.Root), documentOptions: new JsonDocumentOptions { MaxDepth = 1000, AllowDuplicateProperties = true })!;
        var places = Places(_document);
        _references = [.. places.Where(static place => place.Key == "$ref").Select(static place => place.Parent["$ref"]!.ToJsonString()).Distinct()];
        _names = [.. places.Where(static place => place.Parent is JsonObject).Select(static place => place.Key!).Distinct()];
    }

    /// <summary>The document with up to <paramref name="most"/> damages, as JSON.</summary>
    public string Mutate(Random random, int most = 4)
    {
        var document = _document.DeepClone();
        for (var damage = random.Next(1, most + 1); damage > 0; damage--)
        {
            var places = Places(document);
            Damage(random, places[random.Next(places.Count)], places);
        }
        return document.ToJsonString();
    }

    private void Damage(Random random, Place place, List<Place> places)
    {
        switch (random.Next(12))
        {
            case 0 when place.Parent is JsonObject mapping:
                mapping.Remove(place.Key!);
                break;
            case 0:
                ((JsonArray)place.Parent).RemoveAt(place.Index);
                break;
            case 1 or 2 when place.Parent is JsonObject mapping:
                Rename(mapping, place.Key!, random.Next(2) == 0 ? Keys[random.Next(Keys.Length)] : _names[random.Next(_names.Length)]);
                break;
            case 3 when place.Parent is JsonArray list && list.Count < 40:
                list.Add(Copy(places[random.Next(places.Count)]));
                break;
            case 3 or 4 when place.Parent is JsonObject mapping:
                mapping[random.Next(2) == 0 ? Keys[random.Next(Keys.Length)] : _names[random.Next(_names.Length)]] = random.Next(2) == 0 ? Copy(places[random.Next(places.Count)]) : Value(random);
                break;
            case 5 or 6 or 7:
                place.Set(Copy(places[random.Next(places.Count)]));
                break;
            case 8 when _references.Length > 0:
                place.Set(new JsonObject { ["$ref"] = JsonNode.Parse(_references[random.Next(_references.Length)]) });
                break;
            case 9:
                // Likes change places: what is there is rarely nonsense, and still not what was meant.
                var alike = places.Where(other => other.Key == place.Key && place.Key is not null).ToList();
                place.Set(Copy(alike.Count > 0 ? alike[random.Next(alike.Count)] : place));
                break;
            default:
                place.Set(Value(random));
                break;
        }
    }

    private static JsonNode? Value(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);

    // A large one many times over would make the document grow without end.
    private static JsonNode? Copy(Place place) => place.Get() is { } node ? (node.ToJsonString().Length < 4_000 ? node.DeepClone() : new JsonObject()) : null;

    private static void Rename(JsonObject mapping, string key, string other)
    {
        var entries = mapping.Select(static entry => (entry.Key, Value: entry.Value?.DeepClone())).ToList();
        mapping.Clear();
        foreach (var entry in entries)
        {
            mapping[entry.Key == key ? other : entry.Key] = entry.Value;
        }
    }

    private static List<Place> Places(JsonNode document)
    {
        var result = new List<Place>();
        var pending = new Stack<JsonNode>([document]);
        while (pending.TryPop(out var node))
        {
            var children = node is JsonObject mapping ? mapping.Select(entry => new Place(node, entry.Key, 0)).ToList()
                : node is JsonArray list ? list.Select((_, index) => new Place(node, null, index)).ToList()
                : [];
            result.AddRange(children);
            foreach (var child in children)
            {
                if (child.Get() is { } value)
                {
                    pending.Push(value);
                }
            }
        }
        return result;
    }

    private readonly record struct Place(JsonNode Parent, string? Key, int Index)
    {
        public JsonNode? Get() => Parent is JsonObject mapping ? mapping[Key!] : ((JsonArray)Parent)[Index];

        public void Set(JsonNode? value)
        {
            if (Parent is JsonObject mapping)
            {
                mapping[Key!] = value;
            }
            else
            {
                ((JsonArray)Parent)[Index] = value;
            }
        }
    }
}
