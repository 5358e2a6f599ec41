using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Schemas;

/// <summary>Makes a value that a schema allows, the same one each time: its examples first, then what its keywords ask for.</summary>
internal sealed class ValueMaker(Direction direction)
{
    private const int FullDepth = 5;
    private const int LastDepth = 16;

    private readonly List<JsonNode> _open = [];
    private int _budget = 400;

    public static JsonNode? Make(Spec? schema, string name, Direction direction) => new ValueMaker(direction).Make(schema, name, 0);

    /// <summary>Values that a schema offers by itself, in the order of their worth. Empty ones show nothing.</summary>
    public static IEnumerable<JsonNode?> Offers(Spec schema) => All(schema).Where(static offer => offer is not (JsonArray { Count: 0 } or JsonObject { Count: 0 }));

    private static IEnumerable<JsonNode?> All(Spec schema)
    {
        foreach (var part in schema.Together())
        {
            foreach (var keyword in (string[])["const", "example", "x-example", "default"])
            {
                if (part.Raw(keyword) is { } value)
                {
                    yield return value.Node;
                }
            }
            foreach (var keyword in (string[])["examples", "enum"])
            {
                var values = part.Raw(keyword)?.Node as JsonArray ?? [];
                foreach (var value in values)
                {
                    yield return value;
                }
            }
        }
    }

    private JsonNode? Make(Spec? schema, string name, int depth)
    {
        if (schema is null || schema.Node is not JsonObject || depth > LastDepth)
        {
            return schema is null || depth > LastDepth ? null : name;
        }
        foreach (var offer in Offers(schema))
        {
            if (offer is not null && SchemaValidator.Accepts(schema, offer, direction))
            {
                return offer.DeepClone();
            }
        }
        var parts = schema.Together().ToList();
        var identity = parts[^1].Node!;
        if (_open.Count(open => ReferenceEquals(open, identity)) > 1)
        {
            return parts.Exists(static part => part.Types.Contains("array")) ? new JsonArray() : new JsonObject();
        }
        _open.Add(identity);
        var value = Branch(parts, name, depth) is { } branch ? Merge(branch, parts, name, depth) : Construct(parts, name, depth);
        _open.RemoveAt(_open.Count - 1);
        return value;
    }

    /// <summary>A value of the first alternative that all parts accept.</summary>
    private JsonNode? Branch(List<Spec> parts, string name, int depth)
    {
        foreach (var part in parts)
        {
            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                if (part.Raw(keyword) is not { Node: JsonArray branches } list)
                {
                    continue;
                }
                JsonNode? fallback = null;
                foreach (var branch in branches.Select(node => list with { Node = node }))
                {
                    var value = Make(branch, name, depth + 1);
                    if (value is JsonObject members && part.Raw("discriminator")?.Text("propertyName") is { } tag && branch.Reference is { } reference)
                    {
                        var key = part.Raw("discriminator")!.Raw("mapping")?.Members.FirstOrDefault(pair => Json.Text(pair.Value.Node) == reference).Name;
                        members[tag] = key ?? reference.Split('/')[^1];
                    }
                    if (value is not null && SchemaValidator.Accepts(branch, value, direction))
                    {
                        return value;
                    }
                    fallback ??= value;
                }
                return fallback;
            }
        }
        return null;
    }

    private JsonNode Merge(JsonNode branch, List<Spec> parts, string name, int depth)
    {
        if (branch is JsonObject members && parts.Exists(static part => part.Raw("properties") is not null) && Construct(parts, name, depth) is JsonObject own)
        {
            foreach (var (key, value) in own)
            {
                if (!members.ContainsKey(key))
                {
                    members[key] = value?.DeepClone();
                }
            }
        }
        return branch;
    }

    private JsonNode? Construct(List<Spec> parts, string name, int depth)
    {
        var types = parts.SelectMany(static part => part.Types).Where(static type => type != "null").ToList();
        var type = types.Count > 0 ? types[0]
            : parts.Exists(static part => part.Raw("properties") is not null || part.Raw("additionalProperties")?.Node is JsonObject) ? "object"
            : parts.Exists(static part => part.Raw("items") is not null) ? "array"
            : parts.Exists(static part => part.Types.Contains("null")) ? "null" : "string";
        return type switch
        {
            "object" => Object(parts, depth),
            "array" => Array(parts, name, depth),
            "integer" or "number" => Number(parts),
            "boolean" => true,
            "null" => null,
            _ => Text(parts, name),
        };
    }

    private JsonObject Object(List<Spec> parts, int depth)
    {
        var members = new JsonObject();
        var required = parts.SelectMany(static part => part.Raw("required")?.Node as JsonArray ?? []).Select(Json.Text).ToHashSet();
        foreach (var (name, property) in parts.SelectMany(static part => part.Raw("properties")?.Members ?? []))
        {
            var isNeeded = required.Contains(name);
            if (members.ContainsKey(name) || (!isNeeded && (depth >= FullDepth || _budget <= 0 || IsOpen(property))) || property.Together().Any(part => part.IsHidden(direction)))
            {
                continue;
            }
            _budget--;
            if (Make(property, name, depth + 1) is { } value)
            {
                members[name] = value;
            }
            else if (isNeeded)
            {
                members[name] = null;
            }
        }
        foreach (var name in required.OfType<string>().Where(name => !members.ContainsKey(name) && parts[0].Member(name)?.Together().Any(part => part.IsHidden(direction)) != true))
        {
            members[name] = Make(parts[0].Member(name), name, depth + 1) ?? name;
        }
        if (members.Count == 0 && parts.Select(static part => part.Raw("additionalProperties")).FirstOrDefault(static values => values?.Node is JsonObject) is { } others && depth < FullDepth)
        {
            members["key"] = Make(others, "value", depth + 1);
        }
        return members;
    }

    private JsonArray Array(List<Spec> parts, string name, int depth)
    {
        var items = parts.Select(static part => part.Raw("items")).FirstOrDefault(static items => items?.Node is JsonObject);
        var count = (int)Math.Max(items is null || IsOpen(items) ? 0 : 1, parts.Max(static part => part.Number("minItems") ?? 0));
        var array = new JsonArray();
        for (var index = 0; index < Math.Min(count, 20); index++)
        {
            array.Add(Make(items, name + "-item" + (index == 0 ? "" : index), depth + 1) ?? "item" + index);
        }
        return array;
    }

    private bool IsOpen(Spec schema) => schema.Together().Last().Node is { } identity && _open.Exists(open => ReferenceEquals(open, identity));

    private static JsonNode? Number(List<Spec> parts)
    {
        var unit = parts.Max(static part => part.Number("multipleOf"));
        var least = parts.Max(static part => part.Number("minimum") ?? (part.Number("exclusiveMinimum") + 1));
        var most = parts.Min(static part => part.Number("maximum") ?? (part.Number("exclusiveMaximum") - 1));
        var value = least is { } bottom ? Math.Max(bottom, most > 1 ? 1 : bottom) : most is { } top ? Math.Min(top, 1) : 1;
        return Json.Number(unit is { } step ? Math.Ceiling(value / step) * step : value);
    }

    private static JsonNode Text(List<Spec> parts, string name)
    {
        if (parts.Select(static part => part.Text("pattern")).OfType<string>().Select(PatternSample.Make).OfType<string>().FirstOrDefault() is { } sample)
        {
            return sample;
        }
        var text = parts.Select(static part => part.Text("format")).OfType<string>().Select(Formats.Example).OfType<string>().FirstOrDefault() ?? name;
        var (least, most) = (parts.Max(static part => part.Number("minLength")) ?? 0, parts.Min(static part => part.Number("maxLength")) ?? int.MaxValue);
        return text.Length > most ? text[..(int)most] : text.PadRight((int)Math.Min(least, 10_000), 'x');
    }
}
