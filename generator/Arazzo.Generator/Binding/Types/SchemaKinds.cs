using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Which kinds of JSON values a schema lets through. Only the schema is looked at, so that it can be asked before any type is decided.</summary>
internal sealed class SchemaKinds(BindingContext context)
{
    private const int MostGenerations = 16;

    // By generation as well, for that says how far it was looked: schemas that meet again and again would take time that doubles with each generation.
    private readonly Dictionary<(OpenApiSchema Schema, int Generation), JsonKinds> _kinds = [];

    public JsonKinds Of(Located<OpenApiSchema> schema) => Of(schema, 0);

    private JsonKinds Of(Located<OpenApiSchema> reference, int generation)
    {
        if (generation > MostGenerations || context.References.Schema(reference) is not { } located)
        {
            return JsonKinds.Any;
        }
        if (!_kinds.TryGetValue((located.Value, generation), out var kinds))
        {
            kinds = Decide(located, generation);
            _kinds[(located.Value, generation)] = kinds;
        }
        return reference.Value.Nullable ? kinds | JsonKinds.Null : kinds;
    }

    private JsonKinds Decide(Located<OpenApiSchema> located, int generation)
    {
        var schema = located.Value;
        var kinds = OfTypes(schema.Types);
        if (schema.Const is { } constant)
        {
            kinds &= OfNode(constant);
        }
        else if (schema.Enum is { Length: > 0 } values)
        {
            kinds &= values.Aggregate(JsonKinds.None, static (all, value) => all | OfNode(value));
        }
        foreach (var parent in schema.AllOf)
        {
            kinds &= Of(located.With(parent), generation + 1);
        }
        foreach (var union in new[] { schema.OneOf, schema.AnyOf })
        {
            kinds &= union.IsEmpty ? JsonKinds.Any : union.Aggregate(JsonKinds.None, (all, branch) => all | Of(located.With(branch), generation + 1));
        }
        if (kinds == JsonKinds.Any && schema.BooleanValue is null)
        {
            kinds = schema.Properties.Count > 0 || schema.AdditionalProperties is { BooleanValue: null } ? JsonKinds.Object
                : schema.Items is not null ? JsonKinds.Array
                : OfTypes(Scalars.Implied(schema.Format));
        }
        return schema.Nullable ? kinds | JsonKinds.Null : kinds;
    }

    private static JsonKinds OfTypes(SchemaTypes types)
    {
        if (types == SchemaTypes.None)
        {
            return JsonKinds.Any;
        }
        return ((types & SchemaTypes.Null) != 0 ? JsonKinds.Null : 0)
            | ((types & SchemaTypes.Boolean) != 0 ? JsonKinds.Boolean : 0)
            | ((types & (SchemaTypes.Integer | SchemaTypes.Number)) != 0 ? JsonKinds.Number : 0)
            | ((types & SchemaTypes.String) != 0 ? JsonKinds.String : 0)
            | ((types & SchemaTypes.Array) != 0 ? JsonKinds.Array : 0)
            | ((types & SchemaTypes.Object) != 0 ? JsonKinds.Object : 0);
    }

    private static JsonKinds OfNode(Node node) => node switch
    {
        MappingNode => JsonKinds.Object,
        SequenceNode => JsonKinds.Array,
        ScalarNode { IsNull: true } => JsonKinds.Null,
        ScalarNode { Kind: ScalarKind.Boolean } => JsonKinds.Boolean,
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } => JsonKinds.Number,
        _ => JsonKinds.String,
    };
}
