using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Finds which case of a union, or which class of a hierarchy, a value of the document is, where the document tells.</summary>
internal sealed class CaseFinder(TypeTable types)
{
    // What a node cannot be would else be tried again for each case of each union that it is inside of.
    private readonly Dictionary<(Node, TypeReference), bool> _fits = [];

    /// <summary>The only case that the node can be; null when there are several, or none.</summary>
    public UnionCaseModel? Union(Node node, TypeReference type) => types.FindUnion(type.NotNull()) is { } union ? Union(node, union) : null;

    /// <summary>The only case of a value's very type; null when there is none.</summary>
    public UnionCaseModel? Union(TypeReference value, TypeReference type) =>
        types.FindUnion(type.NotNull())?.Cases.FirstOrDefault(item => item.Type == value);

    /// <summary>The class that the discriminator names; null when that is not written down.</summary>
    public TypeReference? Derived(Node node, TypeReference type) => Derived(node, types.FindObject(type.NotNull()));

    private UnionCaseModel? Union(Node node, UnionModel union)
    {
        IEnumerable<UnionCaseModel> cases = union.Cases;
        if (union.Discriminator is { } property && node is MappingNode mapping)
        {
            if (Tag(mapping, property) is not { } tag)
            {
                return null;
            }
            cases = cases.Where(item => item.Tags.Contains(tag));
        }
        var fitting = cases.Where(item => Fits(node, item.Type)).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private TypeReference? Derived(Node node, ObjectModel? model) =>
        model?.Discriminator is { } property && node is MappingNode mapping && Tag(mapping, property) is { } tag
        && model.Derived.FirstOrDefault(item => item.Tags.Contains(tag)) is { } derived && Fits(node, derived.Type)
            ? derived.Type
            : null;

    private static string? Tag(MappingNode mapping, string property) => mapping[property] is ScalarNode { Kind: ScalarKind.String } tag && !IsOpen(tag) ? tag.Text : null;

    /// <summary>Whether a node can be a value of a type, as far as it is written down.</summary>
    private bool Fits(Node node, TypeReference type)
    {
        if (!_fits.TryGetValue((node, type), out var fits))
        {
            // A type that comes back to itself gains nothing by it.
            _fits[(node, type)] = false;
            _fits[(node, type)] = fits = CanBe(node, type);
        }
        return fits;
    }

    private bool CanBe(Node node, TypeReference type)
    {
        if (type.Kind == TypeKind.Any || IsOpen(node))
        {
            return true;
        }
        if (type.Kind == TypeKind.Union)
        {
            return types.FindUnion(type.NotNull()) is { } union && union.Cases.Any(item => Fits(node, item.Type));
        }
        return node switch
        {
            MappingNode mapping when type.Kind == TypeKind.Object => types.FindObject(type.NotNull()) is { } model
                && (model.Derived.IsEmpty || Derived(node, model) is not null)
                && mapping.Entries.All(entry => types.FindProperty(type.NotNull(), entry.Key.Text) is { } property && Fits(entry.Value, property))
                && model.Properties.All(property => !property.MustBeSet || mapping[property.JsonName] is not null),
            MappingNode mapping when type.Kind == TypeKind.Map => mapping.Entries.All(entry => Fits(entry.Value, type.Argument!)),
            SequenceNode sequence when type.Kind == TypeKind.List => sequence.Items.All(item => Fits(item, type.Argument!)),
            ScalarNode scalar => CanBe(scalar, type),
            _ => false,
        };
    }

    private bool Fits(Node node, PropertyModel property) =>
        property.Constant is { } constant && !IsOpen(node) ? node is ScalarNode scalar && scalar.Text == constant : Fits(node, property.Type);

    private static bool CanBe(ScalarNode scalar, TypeReference type) => scalar.Kind switch
    {
        ScalarKind.Null => type.IsNullable,
        ScalarKind.Boolean => type.Kind == TypeKind.Boolean,
        ScalarKind.Integer => Conversions.IsNumber(type.Kind) || type.Kind == TypeKind.IntegerEnum,
        ScalarKind.Float => type.Kind is TypeKind.Single or TypeKind.Double or TypeKind.Decimal,
        _ => Conversions.IsText(type.Kind),
    };

    /// <summary>Whether only the run tells what it is.</summary>
    private static bool IsOpen(Node node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } text => text.Text.IndexOf('$') >= 0,
        MappingNode => ArazzoSelector.TryRead(node) is not null,
        _ => false,
    };
}
