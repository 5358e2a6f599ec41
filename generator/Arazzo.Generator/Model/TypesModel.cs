namespace Arazzo.Generator.Model;

/// <summary>A file of types: a schema that has a name, and those inside it that have none.</summary>
/// <param name="HintName">See <see cref="FileModel"/>.</param>
/// <param name="Types">By name, so that it does not matter when each was met.</param>
internal sealed record TypesModel(string HintName, EquatableArray<TypeModel> Types) : FileModel(HintName);
