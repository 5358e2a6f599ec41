using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides what the class of a union looks like, and how its cases are told apart.</summary>
/// <param name="context">What binding shares.</param>
/// <param name="table">Gives the types of the cases, and takes the model.</param>
/// <param name="components">The schemas that have a name.</param>
/// <param name="kinds">Which JSON a schema lets through.</param>
internal sealed class UnionBinder(BindingContext context, TypeTable table, ComponentNames components, SchemaKinds kinds)
{
    // Members that every union has.
    public static readonly HashSet<string> UnionMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "FromUnknown", "GetHashCode", "GetType", "Index", "IsKnown", "Match", "MemberwiseClone", "ReferenceEquals", "Shapes", "ToString", "TryGet",
        "TryGetUnknown", "Value",
    };

    private readonly UnionShapes _shapes = new(context, kinds);
    private readonly ValidationBinder _validation = new(context);
    private readonly UnionTags _tags = new(context, components);

    public void Bind(
        Located<OpenApiSchema> union, OpenApiDiscriminator? declared, IReadOnlyList<UnionBranches.Branch> branches, TypeReference type, string file, string source, string? documentation)
    {
        var names = new UnionCaseNames(context, components, type.Name!, branches, branch => _shapes.Of(branch.Schema));
        var schemas = new List<List<UnionBranches.Branch>>();
        var cases = new List<UnionCaseModel>();
        for (var index = 0; index < branches.Count; index++)
        {
            var hint = names.Hint(index);
            var bound = table.Bind(branches[index].Schema, names.Type(index)).NotNull();
            var position = cases.FindIndex(item => item.Type.InCSharp() == bound.InCSharp());
            if (bound.Kind == TypeKind.Any || bound == type)
            {
                // Anything: what is none of the other cases is kept as JSON already.
                continue;
            }
            if (position >= 0)
            {
                schemas[position].Add(branches[index]);
                cases[position] = cases[position] with { Validation = null };
                continue;
            }
            schemas.Add([branches[index]]);
            cases.Add(new UnionCaseModel(
                names.Case(hint, bound), bound, Kinds(branches[index], bound), Elements(branches[index], bound), [], branches[index].IsMerged ? null : _validation.Bind(branches[index].Schema, bound)));
        }
        var discriminator = _tags.Bind(union, declared, schemas, cases, _shapes, out var tags, out var other);
        for (var index = 0; index < cases.Count; index++)
        {
            cases[index] = cases[index] with { Tags = tags[index].ToEquatableArray() };
            if (declared is not null && discriminator is not null && tags[index].Count == 1 && cases[index].Type.Kind == TypeKind.Object)
            {
                table.SetTag(cases[index].Type, discriminator, tags[index][0]);
            }
        }
        var objects = Enumerable.Range(0, cases.Count).Where(index => (cases[index].Kinds & JsonKinds.Object) != 0).ToList();
        var untagged = objects.FindAll(index => tags[index].Count == 0 && index != other);
        table.Add(
            new UnionModel(
                file,
                union.File.Source.Options.Visibility,
                type.Namespace!,
                type.Name!,
                documentation,
                source,
                union.Value.Deprecated,
                Distinct(cases, type.Name!),
                Strings(cases),
                discriminator,
                other,
                _shapes.Compare(schemas, untagged, objects.Count == 1 && discriminator is null)),
            union.File);
    }

    private static EquatableArray<UnionCaseModel> Distinct(List<UnionCaseModel> cases, string union)
    {
        var texts = cases.ConvertAll(static item => $"{item.Name} {item.Type}");
        var names = MemberNames.Assign(
            texts, name => name == "Unknown" || "TryGet" + name == union || "From" + name == union, "Value", text => cases[texts.IndexOf(text)].Name);
        return cases.Select((item, index) => item with { Name = names[index] }).ToEquatableArray();
    }

    private JsonKinds Kinds(UnionBranches.Branch branch, TypeReference type) => type.Kind switch
    {
        TypeKind.Boolean => JsonKinds.Boolean,
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => JsonKinds.Number,
        TypeKind.List => JsonKinds.Array,
        TypeKind.Map or TypeKind.Object => JsonKinds.Object,
        TypeKind.Enum or TypeKind.IntegerEnum or TypeKind.Union => kinds.Of(branch.Schema) & ~JsonKinds.Null,
        _ => JsonKinds.String,
    };

    private JsonKinds Elements(UnionBranches.Branch branch, TypeReference type) =>
        type.Kind == TypeKind.List && context.References.Schema(branch.Schema) is { Value.Items: { } items } array ? kinds.Of(array.With(items)) : JsonKinds.None;

    /// <summary>What has a form of its own goes first, what takes any string last.</summary>
    private static EquatableArray<int> Strings(List<UnionCaseModel> cases) => Enumerable.Range(0, cases.Count)
        .Where(index => (cases[index].Kinds & JsonKinds.String) != 0)
        .OrderBy(index => cases[index].Type.Kind switch
        {
            TypeKind.Guid => 0,
            TypeKind.DateOnly or TypeKind.TimeOnly or TypeKind.Duration => 1,
            // Takes a date alone as well.
            TypeKind.DateTimeOffset => 2,
            TypeKind.Union => 3,
            TypeKind.Uri => 4,
            TypeKind.String => 7,
            TypeKind.Enum => 6,
            _ => 5,
        })
        .ToEquatableArray();
}
