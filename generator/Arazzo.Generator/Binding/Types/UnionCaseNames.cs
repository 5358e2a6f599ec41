using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Types;

/// <summary>What the cases of a union are called: by what they are, so that no case renames another.</summary>
internal sealed class UnionCaseNames(
    BindingContext context, ComponentNames components, string union, IReadOnlyList<UnionBranches.Branch> branches, Func<UnionBranches.Branch, IReadOnlyList<ObjectAlternative>> shapes)
{
    private const int LongestTitle = 40;

    /// <summary>The name that the branch has in the document, or by what only it has; null when its type says it all.</summary>
    public string? Hint(int index)
    {
        var branch = branches[index];
        if (context.References.Schema(branch.Written) is not { Value: var schema })
        {
            return null;
        }
        if (components.Find(schema) is { } component)
        {
            return component.Name;
        }
        var title = branch.Written.Value.Title ?? schema.Title;
        if (title is { Length: > 0 and <= LongestTitle } && CSharpName.Pascal(title) is var name && name != union)
        {
            return name.StartsWith(union, StringComparison.Ordinal) && name.Length > union.Length && char.IsUpper(name[union.Length]) ? name.Substring(union.Length) : name;
        }
        return shapes(branch) is { Count: 1 } own ? Text(own[0]) ?? Distinction(index, own[0]) ?? Literal(own[0]) : null;
    }

    /// <summary>What an emitted type of the branch is called if it has no name of its own.</summary>
    public string Type(int index) => context.References.Schema(branches[index].Written) is { Value: var schema } && Suffix(schema, Hint(index)) is { } suffix ? union + suffix : union;

    /// <summary>What the case is called.</summary>
    public string Case(string? hint, TypeReference type) => hint ?? type.Kind switch
    {
        TypeKind.List => Element(type.Argument!) + "List",
        TypeKind.Map => Element(type.Argument!) + "Map",
        TypeKind.Enum => Short(type.Name!),
        TypeKind.Object or TypeKind.Union => Short(type.Name!),
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 => "Integer",
        TypeKind.Single or TypeKind.Double or TypeKind.Decimal => "Number",
        TypeKind.DateTimeOffset => "DateTime",
        TypeKind.DateOnly => "Date",
        TypeKind.TimeOnly => "Time",
        _ => type.Kind.ToString(),
    };

    private static string? Suffix(OpenApiSchema schema, string? hint) => hint
        ?? (schema.Enum is not null ? "Option" : (schema.Types & ~SchemaTypes.Null) == SchemaTypes.Array || schema.Items is not null ? null : schema.Properties.Count > 0 ? "Object" : "Value");

    private string Element(TypeReference element) => element.Kind == TypeKind.Any ? "" : Case(null, element);

    private string Short(string name) =>
        name.Length > union.Length && name.StartsWith(union, StringComparison.Ordinal) && char.IsUpper(name[union.Length]) ? name.Substring(union.Length) : name;

    /// <summary><c>type: {const: text}</c> is a <c>Text</c>.</summary>
    private static string? Text(ObjectAlternative shape) =>
        Constant(shape, JsonKinds.String) is { } property ? CSharpName.Pascal(property.Constants[0]) : null;

    /// <summary><c>ok: {const: false}</c> is a <c>NotOk</c>, <c>version: {const: 2}</c> a <c>Version2</c>.</summary>
    private static string? Literal(ObjectAlternative shape) =>
        Constant(shape, JsonKinds.Boolean) is { } flag ? (flag.Constants[0] == "true" ? "" : "Not") + CSharpName.Pascal(flag.Name)
        : Constant(shape, JsonKinds.Number) is { } number ? CSharpName.Pascal($"{number.Name} {number.Constants[0]}")
        : null;

    private static ShapeProperty? Constant(ObjectAlternative shape, JsonKinds kinds) =>
        shape.Properties.FirstOrDefault(property => property.IsRequired && property.Constants.Count == 1 && (property.Kinds & ~JsonKinds.Null) == kinds);

    /// <summary>By the first required property, else the first property, that no other branch has; nothing when there is no other object.</summary>
    private string? Distinction(int index, ObjectAlternative shape)
    {
        var others = branches.Where((_, other) => other != index).SelectMany(shapes).ToList();
        if (others.Count == 0 || shape.Properties.Count == 0)
        {
            return null;
        }
        var own = shape.Properties.Where(property => !others.Exists(other => other.Properties.Any(item => item.Name == property.Name))).ToList();
        var telling = own.Find(static property => property.IsRequired) ?? own.FirstOrDefault();
        return telling is null ? null : "With" + CSharpName.Pascal(telling.Name);
    }
}
