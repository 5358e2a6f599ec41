namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>How a step ends: with one of its actions, or with what comes when none applies.</summary>
/// <param name="Action">The action's index; -1 when none applies.</param>
internal sealed record Outcome(FlowStep Step, bool IsFailure, int Action)
{
    public FlowAction? Taken => Action < 0 ? null : Step.Actions(IsFailure)[Action];

    /// <summary>Whether nobody cares for the failure.</summary>
    public bool IsFatal => IsFailure && Action < 0;

    /// <summary>The step that comes next; null when the run is over.</summary>
    public FlowStep? Next(Flow flow) => Taken switch
    {
        null => IsFailure ? null : flow.After(Step),
        { Type: "goto", StepId: { } id } => flow.Step(id),
        { Type: "retry" } => Step,
        _ => null,
    };

    /// <summary>All ways in which a step can end.</summary>
    public static IEnumerable<Outcome> Of(FlowStep step) =>
    [
        .. Enumerable.Range(0, step.OnSuccess.Count).Select(index => new Outcome(step, false, index)),
        new Outcome(step, false, -1),
        .. Enumerable.Range(0, step.OnFailure.Count).Select(index => new Outcome(step, true, index)),
        new Outcome(step, true, -1),
    ];

    public override string ToString() => $"{Step.Id} {(IsFailure ? "fails" : "succeeds")}{(Taken is { } action ? $" with {action.Name}" : "")}";
}
