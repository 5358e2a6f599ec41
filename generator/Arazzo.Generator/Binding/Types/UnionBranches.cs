using System.Collections.Immutable;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>
/// The alternatives of a schema, each as a schema of its own: unions written inside of a union are part of it, <c>null</c> is none (it makes the whole nullable),
/// and what stands beside the union belongs to each object of it.
/// </summary>
internal sealed class UnionBranches(BindingContext context, SchemaKinds kinds)
{
    private const int MostGenerations = 16;

    /// <summary>A branch.</summary>
    /// <param name="Schema">What the value is.</param>
    /// <param name="Written">The branch as it is written, for its name: without what it shares with the others.</param>
    /// <param name="IsMerged">Whether it stands for others as well, which demand something else.</param>
    public readonly record struct Branch(Located<OpenApiSchema> Schema, Located<OpenApiSchema> Written, bool IsMerged = false);

    /// <summary>The branches; null when the schema has none that say anything about types.</summary>
    public List<Branch>? Of(Located<OpenApiSchema> located)
    {
        if (Source(located) is not { } source)
        {
            return null;
        }
        var result = new List<Branch>();
        Add(located, source.Branches, source.Shared, result, 0);
        return result;
    }

    private void Add(Located<OpenApiSchema> owner, ImmutableArray<OpenApiSchema> branches, OpenApiSchema? shared, List<Branch> result, int generation)
    {
        foreach (var branch in branches)
        {
            var written = owner.With(branch);
            if (context.References.Schema(written) is not { } target)
            {
                result.Add(new Branch(written, written));
                continue;
            }
            var schema = target.Value;
            if (kinds.Of(written) is JsonKinds.Null or JsonKinds.None || schema.BooleanValue == false || (branches.Length == 2 && MeansNull(branch) && branches.Any(static other => other.Reference is not null)))
            {
                continue;
            }
            if (branch.Reference is null && schema is { Title: null, Discriminator: null } && generation < MostGenerations && Source(written) is { } nested)
            {
                if (nested.Shared is null)
                {
                    Add(written, nested.Branches, shared, result, generation + 1);
                    continue;
                }
            }
            result.Add(new Branch(Joined(owner, shared, written), written));
        }
    }

    /// <summary>
    /// Whether it is <c>{type: object, nullable: true}</c>, with which Microsoft's documents make the reference beside it nullable: 3.0 allows no <c>nullable</c> there.
    /// </summary>
    private static bool MeansNull(OpenApiSchema branch) =>
        branch is { Reference: null, Nullable: true, Node: MappingNode written } && (branch.Types & ~SchemaTypes.Null) == SchemaTypes.Object
        && written.Entries.All(static entry => entry.Key.Text is "type" or "nullable");

    /// <summary>The alternatives and what stands beside them; null when there are none, as nearly always.</summary>
    private (ImmutableArray<OpenApiSchema> Branches, OpenApiSchema? Shared)? Source(Located<OpenApiSchema> located) =>
        located.Value.OneOf.IsEmpty && located.Value.AnyOf.IsEmpty && located.Value.AllOf.IsEmpty && !IsSeveral(located.Value.Types & ~SchemaTypes.Null) ? null : Alternatives(located);

    private (ImmutableArray<OpenApiSchema> Branches, OpenApiSchema? Shared)? Alternatives(Located<OpenApiSchema> located)
    {
        var schema = located.Value;
        if (Own(located) is { } own)
        {
            return own;
        }
        var types = schema.Types & ~SchemaTypes.Null;
        if (schema.AllOf.IsEmpty && IsSeveral(types) && schema.Enum is null && schema.Const is null)
        {
            return (SchemaParts.Split(schema, types), null);
        }
        // A composition with a union among its parents is a union of compositions.
        for (var position = 0; position < schema.AllOf.Length; position++)
        {
            var parent = schema.AllOf[position];
            if ((parent.Reference is not null ? Parent(located, position)?.Value : parent is { Title: null, Discriminator: null } ? Source(located.With(parent)) : null) is { } inner)
            {
                return (inner.Branches, inner.Shared is null ? SchemaParts.WithoutParent(schema, position) : SchemaParts.WithParent(schema, position, inner.Shared));
            }
        }
        return null;
    }

    /// <summary>The discriminator of the alternatives: the schema's own, or that of the union among its parents.</summary>
    public OpenApiDiscriminator? Discriminator(Located<OpenApiSchema> located)
    {
        if (located.Value.Discriminator is not null || Own(located) is not null)
        {
            return located.Value.Discriminator;
        }
        return Enumerable.Range(0, located.Value.AllOf.Length).Where(position => located.Value.AllOf[position].Reference is not null)
            .Select(position => Parent(located, position)?.Union.Discriminator).FirstOrDefault(static discriminator => discriminator is not null);
    }

    /// <summary>A union of objects that a composition refers to and adds properties to; null when the parent is no such thing.</summary>
    private (OpenApiSchema Union, (ImmutableArray<OpenApiSchema> Branches, OpenApiSchema? Shared) Value)? Parent(Located<OpenApiSchema> located, int position)
    {
        if (context.References.Schema(located.With(located.Value.AllOf[position])) is not { } target || target.File != located.File || Own(target) is not { } union)
        {
            return null;
        }
        var isObjects = union.Branches.All(branch => (kinds.Of(target.With(branch)) & ~JsonKinds.Null) == JsonKinds.Object && !IsChild(target, branch, located.Value));
        return isObjects && ObjectShape.Merge(context, located.With(SchemaParts.WithoutParent(located.Value, position))).Properties.Count > 0 ? (target.Value, union) : null;
    }

    /// <summary>Whether a branch is what asks, or names the union in turn: then the union is the base class of its branches.</summary>
    private bool IsChild(Located<OpenApiSchema> union, OpenApiSchema branch, OpenApiSchema composition) =>
        context.References.Schema(union.With(branch)) is { } child
        && (child.Value == composition || child.Value.AllOf.Any(parent => parent.Reference is not null && context.References.Schema(child.With(parent))?.Value == union.Value));

    private (ImmutableArray<OpenApiSchema> Branches, OpenApiSchema? Shared)? Own(Located<OpenApiSchema> located)
    {
        var schema = located.Value;
        foreach (var union in new[] { schema.OneOf, schema.AnyOf })
        {
            if (!union.IsEmpty && union.Any(branch => SaysWhat(located, branch)))
            {
                var scalar = schema.Types & ~(SchemaTypes.Null | SchemaTypes.Object);
                var branches = scalar == SchemaTypes.None ? union : ImmutableArray.CreateRange(union.Select(branch => IsOpen(branch) ? SchemaParts.WithTypes(branch, scalar) : branch));
                return (branches, IsShared(schema) ? SchemaParts.WithoutUnion(schema) : null);
            }
        }
        return null;
    }

    private static bool IsSeveral(SchemaTypes types) =>
        types is not (SchemaTypes.None or SchemaTypes.Boolean or SchemaTypes.Integer or SchemaTypes.Number or (SchemaTypes.Integer | SchemaTypes.Number)
            or SchemaTypes.String or SchemaTypes.Array or SchemaTypes.Object);

    private static bool IsShared(OpenApiSchema schema) =>
        schema.Properties.Count > 0 || !schema.AllOf.IsEmpty || schema.AdditionalProperties is { BooleanValue: null };

    private static bool IsOpen(OpenApiSchema branch) =>
        branch is { Reference: null, BooleanValue: null, Types: SchemaTypes.None, Const: null, Enum: null, Items: null, Properties.Count: 0 }
        && branch.AllOf.IsEmpty && branch.OneOf.IsEmpty && branch.AnyOf.IsEmpty;

    /// <summary>Whether a branch says more than which of the properties beside it go together.</summary>
    private bool SaysWhat(Located<OpenApiSchema> owner, OpenApiSchema branch)
    {
        if (context.References.Schema(owner.With(branch)) is not { Value: var schema } located)
        {
            return true;
        }
        var isObject = schema.Types is SchemaTypes.None or SchemaTypes.Object;
        var isShared = IsShared(owner.Value) || owner.Value.Types is not SchemaTypes.None;
        var isOnlyRequired = isObject && isShared && !(schema.Types == SchemaTypes.Object && branch.Reference is not null)
            && schema is { Const: null, Enum: null, Items: null, Properties.Count: 0, AdditionalProperties: null or { BooleanValue: not null } }
            && (schema.Format is null || owner.Value.Format is not null)
            && schema.AllOf.Concat(schema.OneOf).Concat(schema.AnyOf).All(inner => inner.Reference is null && !SaysWhat(owner, inner));
        return schema.BooleanValue is null && !isOnlyRequired && (isShared || schema.Node is not MappingNode { Entries.Length: 0 });
    }

    /// <summary>The branch with what it shares with the others, unless it has that itself.</summary>
    private Located<OpenApiSchema> Joined(Located<OpenApiSchema> owner, OpenApiSchema? shared, Located<OpenApiSchema> branch)
    {
        if (shared is null || kinds.Of(branch) is not (JsonKinds.Object or JsonKinds.Any or (JsonKinds.Object | JsonKinds.Null)))
        {
            return branch;
        }
        var own = ObjectShape.Merge(context, branch).Properties.Select(static property => property.Entry.Name);
        var common = ObjectShape.Merge(context, owner.With(shared)).Properties.Select(static property => property.Entry.Name);
        return !common.Except(own, StringComparer.Ordinal).Any() ? branch : owner.With(SchemaParts.Join(shared, branch.Value, context.References.Schema(branch)?.Value ?? branch.Value));
    }
}
