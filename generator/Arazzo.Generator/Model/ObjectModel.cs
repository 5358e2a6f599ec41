namespace Arazzo.Generator.Model;

/// <summary>A class for an object schema, and its JSON.</summary>
/// <param name="File">See <see cref="TypeModel"/>.</param>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Documentation">The schema's description, or its title.</param>
/// <param name="Source">Where it comes from, for a reader of the code: <c>specs/openapi/x.yml#/components/schemas/Y</c>.</param>
/// <param name="Properties">In the order of the document.</param>
/// <param name="AdditionalProperties">The type of what the schema does not name; null when it allows nothing else, and what comes all the same is skipped.</param>
/// <param name="IsOpen">Whether the document speaks of members that it does not name; else they are kept, but nobody may count on them.</param>
/// <param name="IsDeprecated">Whether using it deserves a warning.</param>
internal sealed record ObjectModel(
    string File,
    Visibility Visibility,
    string Namespace,
    string Name,
    string? Documentation,
    string Source,
    EquatableArray<PropertyModel> Properties,
    TypeReference? AdditionalProperties,
    bool IsOpen,
    bool IsDeprecated) : TypeModel(File, Visibility, Namespace, Name, Documentation, Source)
{
    /// <summary>Whether there is something that <c>Validate</c> can check.</summary>
    public bool IsValidated { get; init; }

    /// <summary>How many members there may be.</summary>
    public EquatableArray<ValidationRule> Rules { get; init; }

    /// <summary>What is checked of the members that are not declared; null when nothing is.</summary>
    public ValidationModel? AdditionalValidation { get; init; }

    /// <summary>The base class, which has some of the properties, or null.</summary>
    public TypeReference? Base { get; init; }

    /// <summary>Whether the base class has the members that are not declared.</summary>
    public bool InheritsAdditionalProperties { get; init; }

    /// <summary>Whether the runtime's base class has them, as any JSON.</summary>
    public bool IsOpenObject { get; init; }

    /// <summary>The property that tells derived classes apart, in JSON; null when there are none.</summary>
    public string? Discriminator { get; init; }

    /// <summary>The classes that derive from it, the most derived first.</summary>
    public EquatableArray<DerivedModel> Derived { get; init; }

    /// <summary>The derived class of all other values, or null.</summary>
    public TypeReference? DerivedByDefault { get; init; }
}

/// <summary>A derived class and the values of the discriminator that stand for it.</summary>
/// <param name="Type">The class.</param>
/// <param name="Tags">The values.</param>
internal sealed record DerivedModel(TypeReference Type, EquatableArray<string> Tags);
