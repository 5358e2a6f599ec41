using System.Globalization;
using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

internal enum AssignmentKind
{
    Set,
    Remove,
    Resize,
}

/// <summary>A value that has to stand at a place.</summary>
internal sealed record Assignment(Place Place, AssignmentKind Kind, JsonNode? Value = null)
{
    /// <summary>The request of its step that it is about, counted from 0; null for all of them.</summary>
    public int? Round { get; init; }

    /// <summary>Applies the assignment to a body or to the inputs, and answers what they are then.</summary>
    public JsonNode? Apply(JsonNode? root, Spec? schema, Direction direction)
    {
        var tokens = Place.Tokens;
        return Kind switch
        {
            AssignmentKind.Set => Put(root, schema, tokens, 0, (place, _) => Adapt(Value, place), direction),
            AssignmentKind.Resize => Put(root, schema, tokens, 0, (place, value) => Resized(value, place, (int)Json.Number(Value)!.Value, direction), direction),
            // A boolean that is always there is one or the other.
            _ when IsRequiredBoolean(schema, tokens) => root,
            _ => Remove(root, tokens),
        };
    }

    /// <summary>Sees to it that there is a value.</summary>
    public static JsonNode? Ensure(JsonNode? root, Spec? schema, IReadOnlyList<string> tokens, Direction direction) => Json.At(root, tokens) is not null
        ? root
        : Put(root, schema, tokens, 0, (place, _) => place is null ? tokens.Count == 0 ? new JsonObject() : tokens[^1] : ValueMaker.Make(place, tokens is [.., var last] ? last : "body", direction), direction);

    public static JsonNode? Put(JsonNode? node, Spec? schema, IReadOnlyList<string> tokens, int depth, Func<Spec?, JsonNode?, JsonNode?> make, Direction direction)
    {
        if (depth == tokens.Count)
        {
            return make(schema, node);
        }
        var token = tokens[depth];
        var isIndex = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && node is not JsonObject;
        if (node is JsonArray items && isIndex)
        {
            while (items.Count <= index)
            {
                items.Add(ValueMaker.Make(schema?.Member(token), "item", direction));
            }
            items[index] = Put(Detach(items, index), schema?.Member(token), tokens, depth + 1, make, direction);
            return items;
        }
        if (node is not JsonObject members)
        {
            return isIndex && index < 100 && (schema is null || Server.TextValues.Is(schema, "array"))
                ? Put(new JsonArray(), schema, tokens, depth, make, direction)
                : Put(new JsonObject(), schema, tokens, depth, make, direction);
        }
        members.Remove(token, out var old);
        members[token] = Put(old, schema?.Member(token), tokens, depth + 1, make, direction);
        return members;
    }

    private static JsonNode? Detach(JsonArray items, int index)
    {
        var item = items[index];
        items[index] = null;
        return item;
    }

    private static bool IsRequiredBoolean(Spec? schema, IReadOnlyList<string> tokens) =>
        tokens.Count > 0 && TextValues.Is(SchemaKeywords.At(schema, tokens), "boolean") && SchemaKeywords.At(schema, tokens.SkipLast(1)) is { } owner
        && owner.Together().Any(part => part.Raw("required")?.Node is JsonArray names && names.Any(name => (string?)name == tokens[^1]));

    private static JsonNode? Remove(JsonNode? root, IReadOnlyList<string> tokens)
    {
        if (tokens.Count == 0)
        {
            return null;
        }
        switch (Json.At(root, tokens.SkipLast(1)))
        {
            case JsonObject members:
                members.Remove(tokens[^1]);
                break;
            case JsonArray items when int.TryParse(tokens[^1], out var index) && index < items.Count:
                items.RemoveAt(index);
                break;
        }
        return root;
    }

    private static JsonArray Resized(JsonNode? value, Spec? schema, int count, Direction direction)
    {
        var items = value as JsonArray ?? [];
        var example = items.FirstOrDefault() ?? ValueMaker.Make(schema?.Member("0"), "item", direction) ?? "item";
        return new JsonArray([.. Enumerable.Range(0, count).Select(index => (index < items.Count ? items[index] : example)?.DeepClone())]);
    }

    /// <summary>The value in the type that its place has, if it can be written so.</summary>
    private static JsonNode? Adapt(JsonNode? value, Spec? schema)
    {
        if (schema is null || value is null || SchemaValidator.Accepts(schema, value, Direction.Answer))
        {
            return value?.DeepClone();
        }
        if (Json.Text(value) is { } text)
        {
            return Server.TextValues.Read(text, schema)?.DeepClone();
        }
        return Server.TextValues.Is(schema, "string") && value is JsonValue ? Json.Print(value) : value.DeepClone();
    }
}
