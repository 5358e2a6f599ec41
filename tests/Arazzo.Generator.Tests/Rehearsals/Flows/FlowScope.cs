namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>A workflow where it runs: on its own, for a step of another, because an action leads to it, or because another depends on it.</summary>
/// <param name="Prefix">What the ids of its steps begin with, so that they are nobody else's in the whole run.</param>
/// <param name="Caller">The one around it.</param>
/// <param name="Step">The step of the caller whose answer the parameters can read; null when they are read before any.</param>
/// <param name="Given">The parameters.</param>
internal sealed record FlowScope(Flow Flow, string Prefix = "", FlowScope? Caller = null, FlowStep? Step = null, IReadOnlyList<FlowParameter>? Given = null)
{
    private const int MaximumDepth = 6;

    private int Depth => Caller is null ? 0 : Caller.Depth + 1;

    /// <summary>The workflows that run for it, those that they lead to not counted.</summary>
    public IEnumerable<FlowScope> Inner => Flow.DependsOn.Select(First).Concat(Flow.Steps.Select(Called))
        .Concat(Flow.Steps.SelectMany(step => step.OnSuccess.Concat(step.OnFailure).Select(action => Followed(step, action)))).OfType<FlowScope>();

    public string Id(FlowStep step) => Prefix + step.Id;

    /// <summary>The workflow that a step calls.</summary>
    public FlowScope? Called(FlowStep step) => Of(step.WorkflowId, step.Id, null, step.Parameters);

    /// <summary>The workflow that an action leads to.</summary>
    public FlowScope? Followed(FlowStep step, FlowAction action) => Of(action.WorkflowId, $"{step.Id} {action.Name}", step, action.Parameters);

    /// <summary>The workflow that runs before this one, with its inputs of the same names.</summary>
    public FlowScope? First(string workflowId) => Flow.Find(workflowId) is { } first
        ? Of(workflowId, "$" + first.Id, null, [.. first.InputNames.Where(Flow.InputNames.Contains).Select(static name => new FlowParameter(name, null, "$inputs." + name))])
        : null;

    /// <summary>What an expression <c>$workflows.x</c> is about.</summary>
    public FlowScope? Find(string workflowId) => Flow.Steps.Where(step => step.WorkflowId is { } id && Flow.Find(id)?.Id == workflowId).Select(Called)
        .Concat(Flow.DependsOn.Where(id => Flow.Find(id)?.Id == workflowId).Select(First)).FirstOrDefault();

    private FlowScope? Of(string? workflowId, string name, FlowStep? step, IReadOnlyList<FlowParameter> given) =>
        workflowId is not null && Depth < MaximumDepth && Flow.Find(workflowId) is { } flow ? new(flow, $"{Prefix}{name} > ", this, step, given) : null;
}
