using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>What tells the objects of a union apart, as their schemas say it.</summary>
internal sealed class UnionShapes(BindingContext context, SchemaKinds kinds)
{
    private const int MostGenerations = 4;
    private const int MostAlternatives = 64;
    private const int MostConstants = 32;

    private readonly Dictionary<OpenApiSchema, IReadOnlyList<ObjectAlternative>> _shapes = [];

    /// <summary>The objects that a schema lets through: one for a class or map, several for a union, none for what is no object.</summary>
    public IReadOnlyList<ObjectAlternative> Of(Located<OpenApiSchema> schema)
    {
        if (context.References.Schema(schema) is not { } located)
        {
            return [];
        }
        if (!_shapes.TryGetValue(located.Value, out var shapes))
        {
            var found = new List<ObjectAlternative>();
            Add(located, found, 0);
            shapes = found.Count > MostAlternatives ? [new ObjectAlternative([], JsonKinds.None)] : found;
            _shapes[located.Value] = shapes;
        }
        return shapes;
    }

    /// <summary>The shapes of the cases without what they all have in common. None when there is nothing to tell apart.</summary>
    /// <param name="cases">The schemas of each case.</param>
    /// <param name="untagged">The cases that are objects that no discriminator tells.</param>
    /// <param name="isAlone">Whether there is no other object.</param>
    public EquatableArray<UnionShapeModel> Compare(List<List<UnionBranches.Branch>> cases, List<int> untagged, bool isAlone)
    {
        if (untagged.Count == 0 || isAlone)
        {
            return [];
        }
        var all = untagged.SelectMany(index => cases[index].SelectMany(branch => Of(branch.Schema)).Select(shape => (Case: index, Shape: shape))).ToList();
        var first = all.Count > 1 ? all[0].Shape.Properties : [];
        var common = new HashSet<ShapeProperty>(first.Where(property => all.TrueForAll(other => other.Shape.Properties.Contains(property))));
        return all.Select(item =>
        {
            var telling = item.Shape.Properties.Where(property => !common.Contains(property)).ToLookup(static property => property.IsRequired, static property =>
                new ShapePropertyModel(property.Name, property.Kinds, property.Constants));
            return new UnionShapeModel(item.Case, telling[true].ToEquatableArray(), telling[false].ToEquatableArray(), item.Shape.Values);
        }).Distinct().ToEquatableArray();
    }

    private void Add(Located<OpenApiSchema> reference, List<ObjectAlternative> result, int generation)
    {
        if (result.Count > MostAlternatives || context.References.Schema(reference) is not { } located || (kinds.Of(located) & JsonKinds.Object) == 0)
        {
            return;
        }
        var schema = located.Value;
        var branches = schema.OneOf.IsEmpty ? schema.AnyOf : schema.OneOf;
        if (!branches.IsEmpty && generation < MostGenerations && schema.Properties.Count == 0)
        {
            foreach (var branch in branches)
            {
                Add(located.With(branch), result, generation + 1);
            }
            return;
        }
        var shape = ObjectShape.Merge(context, located);
        var isMap = shape.Properties.Count == 0;
        var values = isMap ? shape.Undeclared.Aggregate(JsonKinds.None, (all, other) => all | kinds.Of(other)) : JsonKinds.None;
        result.Add(new ObjectAlternative(
            [.. shape.Properties.Select(property => Property(property.Entry.Name, property.Schema, shape.Required.Contains(property.Entry.Name)))],
            isMap && values == JsonKinds.None ? JsonKinds.Any : values));
    }

    private ShapeProperty Property(string name, Located<OpenApiSchema> schema, bool isRequired) => new(name, isRequired, kinds.Of(schema), Constants(schema));

    private EquatableArray<string> Constants(Located<OpenApiSchema> schema)
    {
        if (context.References.Schema(schema) is not { Value: var target })
        {
            return [];
        }
        var values = target.Const is { } constant ? [constant] : target.Enum is { Length: <= MostConstants } list ? list.AsEnumerable() : [];
        return values.All(static value => Text(value) is not null) ? values.Select(static value => Text(value)!).ToEquatableArray() : [];
    }

    /// <summary>The one text that JSON has for a string, an integer or a boolean; null for all else.</summary>
    private static string? Text(Node value) => value is not ScalarNode scalar ? null : scalar.Kind switch
    {
        ScalarKind.String => scalar.Text,
        ScalarKind.Integer => scalar.AsJsonNumber().Text,
        ScalarKind.Boolean => scalar.IsTrue ? "true" : "false",
        _ => null,
    };
}

/// <summary>An object that a schema lets through.</summary>
/// <param name="Properties">Its properties.</param>
/// <param name="Values">The kinds of its values when it is a map; none when it is a class.</param>
internal sealed record ObjectAlternative(IReadOnlyList<ShapeProperty> Properties, JsonKinds Values);

/// <summary>A property of an <see cref="ObjectAlternative"/>.</summary>
internal sealed record ShapeProperty(string Name, bool IsRequired, JsonKinds Kinds, EquatableArray<string> Constants);
