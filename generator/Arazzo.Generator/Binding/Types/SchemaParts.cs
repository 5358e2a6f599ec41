using System.Collections.Immutable;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Schemas that a document says without writing them: one type of several, what stands beside a union, a branch with it.</summary>
internal static class SchemaParts
{
    private static readonly SchemaTypes[] Types = [SchemaTypes.String, SchemaTypes.Integer, SchemaTypes.Number, SchemaTypes.Boolean, SchemaTypes.Array, SchemaTypes.Object];

    /// <summary>A schema for each of the types.</summary>
    public static ImmutableArray<OpenApiSchema> Split(OpenApiSchema schema, SchemaTypes types) =>
        ImmutableArray.CreateRange(Types
            .Where(type => (types & type) != 0 && !(type == SchemaTypes.Integer && (types & SchemaTypes.Number) != 0))
            .Select(type => WithTypes(schema, type)));

    /// <summary>The schema with other types, and nothing of what it is called.</summary>
    public static OpenApiSchema WithTypes(OpenApiSchema schema, SchemaTypes types)
    {
        var isObject = (types & SchemaTypes.Object) != 0;
        return new OpenApiSchema(schema.Node)
        {
            Types = types,
            Format = schema.Format,
            Description = schema.Description,
            Items = (types & SchemaTypes.Array) != 0 ? schema.Items : null,
            PrefixItems = (types & SchemaTypes.Array) != 0 ? schema.PrefixItems : [],
            Properties = isObject ? schema.Properties : OpenApiMap<OpenApiSchema>.Empty,
            Required = isObject ? schema.Required : [],
            AdditionalProperties = isObject ? schema.AdditionalProperties : null,
            UnevaluatedProperties = isObject ? schema.UnevaluatedProperties : null,
            PatternProperties = isObject ? schema.PatternProperties : OpenApiMap<OpenApiSchema>.Empty,
            Validation = schema.Validation,
            ContentEncoding = schema.ContentEncoding,
            ContentMediaType = schema.ContentMediaType,
            ContentSchema = schema.ContentSchema,
        };
    }

    /// <summary>What stands beside <c>oneOf</c> and <c>anyOf</c>.</summary>
    public static OpenApiSchema WithoutUnion(OpenApiSchema schema) => Composition(schema, schema.AllOf);

    /// <summary>What stands beside one of the schemas of <c>allOf</c>.</summary>
    public static OpenApiSchema WithoutParent(OpenApiSchema schema, int position) => Composition(schema, schema.AllOf.RemoveAt(position));

    /// <summary>The composition with another schema in the place of one of its parents.</summary>
    public static OpenApiSchema WithParent(OpenApiSchema schema, int position, OpenApiSchema parent) => Composition(schema, schema.AllOf.SetItem(position, parent));

    /// <summary>A branch of a union with what all branches share.</summary>
    public static OpenApiSchema Join(OpenApiSchema shared, OpenApiSchema branch, OpenApiSchema target) => new(branch.Node)
    {
        Types = SchemaTypes.Object,
        Title = branch.Title ?? target.Title,
        Description = branch.Description ?? target.Description,
        Deprecated = branch.Deprecated || target.Deprecated,
        AllOf = [shared, branch],
    };

    private static OpenApiSchema Composition(OpenApiSchema schema, ImmutableArray<OpenApiSchema> parents) => new(schema.Node)
    {
        Types = SchemaTypes.Object,
        AllOf = parents,
        Properties = schema.Properties,
        Required = schema.Required,
        AdditionalProperties = schema.AdditionalProperties,
        UnevaluatedProperties = schema.UnevaluatedProperties,
        PatternProperties = schema.PatternProperties,
    };
}
