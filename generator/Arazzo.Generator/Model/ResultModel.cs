namespace Arazzo.Generator.Model;

/// <summary>The class for the results of an operation whose successes have different bodies: one of them, chosen by status.</summary>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Cases">The successes, the exact statuses first.</param>
internal sealed record ResultModel(Visibility Visibility, string Name, EquatableArray<ResultCaseModel> Cases);

/// <summary>A success of an operation with several.</summary>
/// <param name="Status">The status; 2 for a range; 0 for <c>default</c>.</param>
/// <param name="Name">The C# name: <c>Created</c>.</param>
/// <param name="Type">The type of the body; null when there is none.</param>
internal sealed record ResultCaseModel(int Status, string Name, TypeReference? Type);
