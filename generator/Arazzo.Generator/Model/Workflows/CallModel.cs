namespace Arazzo.Generator.Model.Workflows;

/// <summary>The call of a workflow by another.</summary>
/// <param name="Workflow">The class of the called workflow.</param>
/// <param name="Inputs">The class of its inputs.</param>
/// <param name="Clients">The caller's fields with its clients, in the order of its constructor.</param>
/// <param name="Arguments">The inputs by their C# names.</param>
/// <param name="Secrets">What its checkpoint cannot hold, by the names of the parameters of <c>CallAsync</c>.</param>
/// <param name="Results">When the caller's run ends with it: the caller's outputs, taken from it; else null.</param>
/// <param name="GoesBack">Whether it is there for a step that failed, which then has its turn again.</param>
/// <param name="IsDependency">Whether the caller depends on it, so that it need not run again.</param>
internal sealed record CallModel(
    TypeReference Workflow,
    TypeReference Inputs,
    EquatableArray<string> Clients,
    EquatableArray<ArgumentModel> Arguments,
    EquatableArray<ArgumentModel> Secrets,
    EquatableArray<ArgumentModel>? Results,
    bool GoesBack,
    bool IsDependency = false);
