using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Unions: whether a schema is one, which depends on what its branches come to, and what it is if not.</summary>
internal sealed partial class SchemaBinder
{
    private const int MostListsInLists = 16;
    private readonly SchemaKinds _kinds = new(context);
    private readonly UnionBranches _branches = new(context, new SchemaKinds(context));
    private readonly UnionBinder _unions = new(context, table, components, new SchemaKinds(context));

    /// <summary>The type of a schema with alternatives; null when it has none that say anything about types.</summary>
    private TypeReference? Union(Located<OpenApiSchema> located, string name)
    {
        if (_branches.Of(located) is not { } all)
        {
            return null;
        }
        var texts = all.ConvertAll(branch => Text(branch.Schema));
        if (all.Count > 0 && texts.TrueForAll(static text => text is not null))
        {
            // `enum` beside `string` is how documents of 3.1 write an open enum, which ours all are.
            var listed = all.FindAll(branch => Text(branch.Schema)!.Count > 0);
            return listed.Count == 0 ? TypeReference.String
                : listed.Count == 1 ? Single(located, listed[0], name)
                : EnumType(located, texts.SelectMany(static text => text!), name);
        }
        var branches = Merge(located, all);
        if (branches.Count == 1)
        {
            return Single(located, branches[0], name);
        }
        if (branches.TrueForAll(branch => IsAnything(branch.Schema)))
        {
            return TypeReference.Any;
        }
        var (type, source, file) = Claim(TypeKind.Union, located, name);
        // Known before its branches are, which may refer to it.
        _types[located.Value] = IsNullable(located) ? type.OrNull() : type;
        _classes.Enqueue(() =>
        {
            _file = (located.File, file);
            _unions.Bind(located, _branches.Discriminator(located), branches, type, file, source, Documentation(located.Value));
            _file = null;
        });
        return type;
    }

    /// <summary>A union of one branch is that branch, and has the name that the union has.</summary>
    private TypeReference Single(Located<OpenApiSchema> union, UnionBranches.Branch branch, string name)
    {
        if (branch.Schema.Value.Reference is null)
        {
            components.Alias(branch.Schema.Value, union.Value);
        }
        return BindType(branch.Schema, name).NotNull();
    }

    /// <summary>The branches that become types of their own: strings with and without a list of values are one, and so are numbers.</summary>
    private List<UnionBranches.Branch> Merge(Located<OpenApiSchema> union, List<UnionBranches.Branch> branches)
    {
        var result = new List<(string Signature, UnionBranches.Branch Branch)>();
        foreach (var branch in branches)
        {
            var signature = Signature(branch.Schema, 0);
            var index = result.FindIndex(item => item.Signature == signature);
            if (index < 0)
            {
                result.Add((signature, branch));
            }
            else if (signature == "number" && Width(branch.Schema) > Width(result[index].Branch.Schema))
            {
                result[index] = (signature, branch with { IsMerged = true });
            }
            else
            {
                result[index] = (signature, (signature == "string" ? OpenEnum(union, result[index].Branch, branch) : result[index].Branch) with { IsMerged = true });
            }
        }
        return result.ConvertAll(static item => item.Branch);
    }

    /// <summary>The same for schemas that become the same C# type, as far as that can be said before they do.</summary>
    private string Signature(Located<OpenApiSchema> reference, int generation)
    {
        if (context.References.Schema(reference) is not { } located)
        {
            return "any";
        }
        var schema = located.Value;
        if (Text(located) is not null)
        {
            return "string";
        }
        if (schema is { Enum: null } && schema.AllOf.IsEmpty && schema.OneOf.IsEmpty && schema.AnyOf.IsEmpty)
        {
            switch (schema.Types & ~SchemaTypes.Null)
            {
                case SchemaTypes.Boolean:
                    return "boolean";
                case SchemaTypes.Integer or SchemaTypes.Number or (SchemaTypes.Integer | SchemaTypes.Number):
                    return "number";
                case SchemaTypes.String:
                    return Scalars.String(schema).ToString();
                case SchemaTypes.Array when schema.Items is { } items && generation < MostListsInLists:
                    return $"[{Signature(located.With(items), generation + 1)}]";
            }
        }
        return "#" + Number(schema);
    }

    private readonly Dictionary<OpenApiSchema, int> _numbers = [];

    private int Number(OpenApiSchema schema)
    {
        if (!_numbers.TryGetValue(schema, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(schema, number);
        }
        return number;
    }

    private int Width(Located<OpenApiSchema> reference) => context.References.Schema(reference) is not { Value: var schema } ? 0
        : (schema.Types & SchemaTypes.Number) == 0 ? (Scalars.Integer(schema.Format) == TypeKind.Int32 ? 1 : 2)
        : Scalars.Number(schema.Format) switch { TypeKind.Single => 3, TypeKind.Double => 4, _ => 2 };

    private UnionBranches.Branch OpenEnum(Located<OpenApiSchema> union, UnionBranches.Branch first, UnionBranches.Branch second)
    {
        var values = Text(first.Schema)!.Count == 0 ? second : first;
        if (Text(first.Schema)!.Count == 0 || Text(second.Schema)!.Count == 0)
        {
            return values;
        }
        var joined = union.With(new OpenApiSchema(first.Written.Value.Node)
        {
            Types = SchemaTypes.String,
            Description = first.Written.Value.Description,
            Enum = [.. Values(first.Schema), .. Values(second.Schema)],
        });
        return new UnionBranches.Branch(joined, joined);

        IEnumerable<Node> Values(Located<OpenApiSchema> branch) =>
            context.References.Schema(branch) is not { Value: var schema } ? [] : schema.Const is { } constant ? [constant] : schema.Enum!.Value;
    }

    private bool IsAnything(Located<OpenApiSchema> reference) =>
        context.References.Schema(reference) is not { } located || (located.Value.BooleanValue is true) || (_kinds.Of(located) == JsonKinds.Any && _branches.Of(located) is null);

    /// <summary>The values of a plain string schema, none when it has no list; null when it is anything else.</summary>
    private List<string>? Text(Located<OpenApiSchema> branch)
    {
        if (context.References.Schema(branch) is not { Value: var schema } || schema.Format is not null || !schema.AllOf.IsEmpty || !schema.OneOf.IsEmpty || !schema.AnyOf.IsEmpty)
        {
            return null;
        }
        var types = schema.Types & ~SchemaTypes.Null;
        if (schema.Const is { } constant)
        {
            return types is SchemaTypes.String or SchemaTypes.None && constant is ScalarNode { Kind: ScalarKind.String } text ? [text.Text] : null;
        }
        var values = schema.Enum?.OfType<ScalarNode>().Where(static value => !value.IsNull).ToList();
        var isText = types == SchemaTypes.String || (types == SchemaTypes.None && values is { Count: > 0 } && values.TrueForAll(static value => value.Kind == ScalarKind.String));
        return isText && Scalars.String(schema) == TypeKind.String ? values?.ConvertAll(static value => value.Text) ?? [] : null;
    }
}
