namespace Arazzo.Generator.Model;

/// <summary>A class for <c>oneOf</c>, <c>anyOf</c> or several types: one of its cases, or JSON that is none of them.</summary>
/// <param name="File">See <see cref="TypeModel"/>.</param>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Documentation">The schema's description, or its title.</param>
/// <param name="Source">Where it comes from: <c>specs/openapi/x.yml#/components/schemas/Y</c>.</param>
/// <param name="IsDeprecated">Whether using it deserves a warning.</param>
/// <param name="Cases">In the order of the document.</param>
/// <param name="Strings">The cases that strings may be, by position: what is told by its format first, what takes any string last.</param>
/// <param name="Discriminator">The property whose value tells the objects apart, in JSON; null when their shapes do.</param>
/// <param name="Default">The position of the case of objects whose discriminator is missing or unknown; null: they are kept as JSON.</param>
/// <param name="Shapes">What tells the objects without a tag apart; empty when there is at most one of them.</param>
internal sealed record UnionModel(
    string File,
    Visibility Visibility,
    string Namespace,
    string Name,
    string? Documentation,
    string Source,
    bool IsDeprecated,
    EquatableArray<UnionCaseModel> Cases,
    EquatableArray<int> Strings,
    string? Discriminator,
    int? Default,
    EquatableArray<UnionShapeModel> Shapes) : TypeModel(File, Visibility, Namespace, Name, Documentation, Source)
{
    /// <summary>Whether a case has rules of its own; what the others hold is found without them.</summary>
    public bool IsValidated => Cases.Any(static item => item.Validation is { HasRules: true });
}

/// <summary>A case of a <see cref="UnionModel"/>.</summary>
/// <param name="Name">The C# name, for <c>TryGet...</c>.</param>
/// <param name="Type">Its type, which no other case has; never nullable.</param>
/// <param name="Kinds">What its JSON may be.</param>
/// <param name="Elements">What the elements of its arrays may be.</param>
/// <param name="Tags">The values of the discriminator that stand for it.</param>
/// <param name="Validation">What is checked of it; null for nothing.</param>
internal sealed record UnionCaseModel(string Name, TypeReference Type, JsonKinds Kinds, JsonKinds Elements, EquatableArray<string> Tags, ValidationModel? Validation = null);

/// <summary>What tells the objects of a case from others: a case that is itself a union has several.</summary>
/// <param name="Case">The case's position.</param>
/// <param name="Required">The properties that are always there.</param>
/// <param name="Optional">The properties that may be there.</param>
/// <param name="Values">The kinds of a map's values; none for a class.</param>
internal sealed record UnionShapeModel(int Case, EquatableArray<ShapePropertyModel> Required, EquatableArray<ShapePropertyModel> Optional, JsonKinds Values);

/// <summary>A property that tells objects apart.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Kinds">What its value may be.</param>
/// <param name="Constants">The strings that are its only values; empty when it may have others.</param>
internal sealed record ShapePropertyModel(string JsonName, JsonKinds Kinds, EquatableArray<string> Constants);
