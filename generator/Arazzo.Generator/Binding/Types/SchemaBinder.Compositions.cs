using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary><c>allOf</c>: a class of all properties, the one schema among several that says what the type is, or what scalars say together.</summary>
internal sealed partial class SchemaBinder
{
    private const int MostScalars = 100;

    private TypeReference Composition(Located<OpenApiSchema> located, string name)
    {
        var schema = located.Value;
        var branches = schema.AllOf.Select(branch => located.With(branch)).ToList();
        if (OwnSaying(schema) != Saying.More)
        {
            var saying = branches.FindAll(branch => Says(branch) == Saying.More);
            if (saying.Count == 1 && StandsAlone(saying[0].Value))
            {
                if (saying[0].Value.Reference is null)
                {
                    components.Alias(saying[0].Value, schema);
                }
                var type = BindType(saying[0], name);
                // Who writes `nullable` beside a reference in allOf means it, whatever allOf makes of it by the letter.
                return branches.Exists(branch => branch.Value.Nullable && Says(branch) == Saying.Nothing) ? type.OrNull()
                    : schema.Types == SchemaTypes.None ? type
                    : type.NotNull();
            }
        }
        if (ObjectShape.Merge(context, located).Properties.Count > 0)
        {
            return Class(located, name);
        }
        if (Scalar(located) is { } scalar)
        {
            components.Alias(scalar, schema);
            return BindType(located.With(scalar), name);
        }
        foreach (var branch in branches)
        {
            var type = BindType(branch, name);
            if (type.Kind != TypeKind.Any)
            {
                return type.NotNull();
            }
        }
        return TypeReference.Any;
    }

    /// <summary>What a schema says of the type.</summary>
    private enum Saying
    {
        /// <summary>Descriptions, bounds and the like.</summary>
        Nothing,

        /// <summary>The kind of JSON and no more.</summary>
        Kind,

        More,
    }

    private Saying Says(Located<OpenApiSchema> reference) =>
        context.References.Schema(reference) is not { Value: var schema } ? Saying.Nothing : schema.AllOf.IsEmpty ? OwnSaying(schema) : Saying.More;

    private static Saying OwnSaying(OpenApiSchema schema) =>
        schema.Properties.Count > 0 || !schema.Required.IsEmpty || schema.AdditionalProperties is { BooleanValue: null } || schema.PatternProperties.Count > 0
        || schema.Enum is not null || schema.Const is not null || schema.Items is not null || !schema.PrefixItems.IsEmpty || schema.Format is not null
        || !schema.OneOf.IsEmpty || !schema.AnyOf.IsEmpty || schema.ContentEncoding is not null || schema.ContentMediaType is not null || schema.BooleanValue is false ? Saying.More
        : Kinds(schema) != SchemaTypes.None ? Saying.Kind
        : Saying.Nothing;

    private static SchemaTypes Kinds(OpenApiSchema schema) => schema.Types & ~SchemaTypes.Null;

    /// <summary>Whether a schema does not need the type that another one beside it gives.</summary>
    private static bool StandsAlone(OpenApiSchema schema) =>
        schema.Reference is not null || Kinds(schema) != SchemaTypes.None || schema.Properties.Count > 0 || schema.Items is not null
        || !schema.AllOf.IsEmpty || !schema.OneOf.IsEmpty || !schema.AnyOf.IsEmpty || schema.AdditionalProperties is not null || schema.PatternProperties.Count > 0;

    /// <summary>The one schema that several of scalars or arrays come to; null when they are something else.</summary>
    private OpenApiSchema? Scalar(Located<OpenApiSchema> located)
    {
        var parts = new List<OpenApiSchema>();
        if (!Flatten(located, parts) || parts.Exists(static part => !part.OneOf.IsEmpty || !part.AnyOf.IsEmpty || part.Items is not null || part.AdditionalProperties is not null))
        {
            return null;
        }
        var typed = parts.FindAll(static part => Kinds(part) != SchemaTypes.None);
        var types = typed.Count == 0 ? SchemaTypes.None : typed.Aggregate(~SchemaTypes.None, static (all, part) => all & Widened(Kinds(part)));
        var lists = parts.Where(static part => part.Enum is not null).Select(static part => part.Enum!.Value).ToList();
        if ((types & SchemaTypes.Object) != 0 || (typed.Count > 0 && types == SchemaTypes.None) || parts.TrueForAll(static part => OwnSaying(part) == Saying.Nothing))
        {
            return null;
        }
        var described = parts.Find(static part => part.Description is not null || part.Title is not null);
        return new OpenApiSchema(located.Value.Node)
        {
            Types = types,
            Nullable = typed.Count > 0 && typed.TrueForAll(static part => part.Nullable),
            Format = parts.Find(static part => part.Format is not null)?.Format,
            Title = described?.Title,
            Description = described?.Description,
            Deprecated = located.Value.Deprecated,
            // A value must be in all lists.
            Enum = lists.Count == 0 ? null
                : [.. lists[0].Where(value => value is not ScalarNode scalar || lists.TrueForAll(list => list.Any(other => other is ScalarNode same && same.Text == scalar.Text)))],
            Const = parts.Find(static part => part.Const is not null)?.Const,
            ContentEncoding = parts.Find(static part => part.ContentEncoding is not null)?.ContentEncoding,
            ContentMediaType = parts.Find(static part => part.ContentMediaType is not null)?.ContentMediaType,
            Validation = located.Value.Validation,
        };
    }

    // An integer is a number (JSON Schema, section 4.2.3 of the core).
    private static SchemaTypes Widened(SchemaTypes types) => (types & SchemaTypes.Number) != 0 ? types | SchemaTypes.Integer : types;

    /// <summary>Lists a schema and all that it is composed of. False: that is too much.</summary>
    private bool Flatten(Located<OpenApiSchema> reference, List<OpenApiSchema> parts)
    {
        if (context.References.Schema(reference) is not { } located || parts.Contains(located.Value))
        {
            return true;
        }
        parts.Add(located.Value);
        return parts.Count <= MostScalars && located.Value.AllOf.All(branch => Flatten(located.With(branch), parts));
    }
}
