using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Schemas;

/// <summary>What is read of a schema in several places. A reference beside other keywords counts as one part of an <c>allOf</c>.</summary>
internal static class SchemaKeywords
{
    private const int Depth = 12;

    extension(Spec schema)
    {
        /// <summary>The types that the schema itself names; none when it names none.</summary>
        public IReadOnlyList<string> Types
        {
            get
            {
                var types = schema.Raw("type")?.Node switch
                {
                    JsonArray items => items.Select(Json.Text).OfType<string>().ToList(),
                    { } single when Json.Text(single) is { } type => [type],
                    _ => [],
                };
                return types.Count > 0 && (schema.IsTrue("nullable") || schema.IsTrue("x-nullable")) ? [.. types, "null"] : types;
            }
        }

        public Spec? Referenced => schema.Reference is null ? null : schema.Resolve(schema.Reference);

        public bool IsHidden(Direction direction) => schema.IsTrue(direction == Direction.Request ? "readOnly" : "writeOnly");

        /// <summary>The schema, and all that holds together with it: what it refers to and the parts of its <c>allOf</c>.</summary>
        public IEnumerable<Spec> Together() => Together(schema, 0);

        /// <summary>The schema of a member or element, through references, compositions and alternatives; null when the schema is silent.</summary>
        public Spec? Member(string token) => Member(schema, token, 0);
    }

    public static Spec? At(Spec? schema, IEnumerable<string> tokens) => tokens.Aggregate(schema, static (schema, token) => schema?.Member(token));

    private static IEnumerable<Spec> Together(Spec schema, int depth)
    {
        yield return schema;
        if (depth < Depth)
        {
            var parts = (schema.Referenced is { } target ? [target] : Enumerable.Empty<Spec>()).Concat(schema.Raw("allOf") is { Node: JsonArray all } list ? all.Select(item => list with { Node = item }) : []);
            foreach (var part in parts.SelectMany(part => Together(part, depth + 1)))
            {
                yield return part;
            }
        }
    }

    private static Spec? Member(Spec schema, string token, int depth)
    {
        foreach (var part in Together(schema, 0))
        {
            if (part.Raw("properties")?.Raw(token) is { } property)
            {
                return property;
            }
            if (int.TryParse(token, out _) && part.Raw("items") is { Node: JsonObject } items)
            {
                return items;
            }
        }
        foreach (var part in Together(schema, 0).ToList())
        {
            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                if (depth < Depth && part.Raw(keyword) is { Node: JsonArray branches } list
                    && branches.Select(branch => Member(list with { Node = branch }, token, depth + 1)).FirstOrDefault(static found => found is not null) is { } found)
                {
                    return found;
                }
            }
            if (part.Raw("additionalProperties") is { Node: JsonObject } values)
            {
                return values;
            }
        }
        return null;
    }
}
