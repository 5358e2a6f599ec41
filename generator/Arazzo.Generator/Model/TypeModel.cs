namespace Arazzo.Generator.Model;

/// <summary>A class, union or enum for a schema.</summary>
/// <param name="File">The hint name of the file that it is in: its own, or that of what it belongs to.</param>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Documentation">The schema's description, or its title.</param>
/// <param name="Source">Where it comes from, for a reader of the code: <c>specs/openapi/x.yml#/components/schemas/Y</c>.</param>
internal abstract record TypeModel(string File, Visibility Visibility, string Namespace, string Name, string? Documentation, string Source);
