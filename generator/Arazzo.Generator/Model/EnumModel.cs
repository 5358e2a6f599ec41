namespace Arazzo.Generator.Model;

/// <summary>An open enum: a struct around the text or number that knows the documented values and keeps all others.</summary>
/// <param name="File">See <see cref="TypeModel"/>.</param>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Documentation">The schema's description, or its title.</param>
/// <param name="Source">Where it comes from: <c>specs/openapi/x.yml#/components/schemas/Y</c>.</param>
/// <param name="IsInteger">Whether the values are integers, else they are strings.</param>
/// <param name="Members">In the order of the document.</param>
internal sealed record EnumModel(
    string File,
    Visibility Visibility,
    string Namespace,
    string Name,
    string? Documentation,
    string Source,
    bool IsInteger,
    EquatableArray<EnumMemberModel> Members) : TypeModel(File, Visibility, Namespace, Name, Documentation, Source);

/// <summary>A documented value of an <see cref="EnumModel"/>.</summary>
internal sealed record EnumMemberModel(string Name, string Value, string? Documentation = null);
