using System.Text.Json.Nodes;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>What is to happen in a run.</summary>
/// <param name="Scenes">How each step ends, in the order in which they come.</param>
/// <param name="Presets">Values that answers of earlier steps and the inputs have to have for it.</param>
internal sealed record Script(Flow Flow, IReadOnlyList<Scene> Scenes, JsonObject Inputs, IReadOnlyList<Assignment> Presets);

/// <summary>How a step ends.</summary>
/// <param name="Outcome">Null when it is answered as before for as long as it is tried again, however it ends then.</param>
/// <param name="Called">How the workflow goes that it calls; empty when it may come to its end as fast as it can.</param>
internal sealed record Scene(FlowStep Step, Outcome? Outcome, IReadOnlyList<Scene> Called)
{
    public static IReadOnlyList<Scene> Of(IEnumerable<Outcome> outcomes) => [.. outcomes.Select(static outcome => new Scene(outcome.Step, outcome, []))];

    public override string ToString() => Outcome?.ToString() ?? $"{Step.Id} has no attempts left";
}

/// <summary>What happened.</summary>
internal sealed record Performance
{
    public required IReadOnlyList<(FlowStep Step, Server.SentRequest Request)> Requests { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>How the workflow's own steps ended.</summary>
    public required IReadOnlyList<Outcome> Seen { get; init; }

    /// <summary>The scene for which no answer was found, with what would have to be otherwise before it; null when all went as planned.</summary>
    public Scene? Blocked { get; init; }

    public IReadOnlyList<IReadOnlyList<Assignment>> Wishes { get; init; } = [];

    public RunResult? Result { get; init; }
}

/// <summary>How a run of generated code ended.</summary>
internal sealed record RunResult(string WorkflowId, string Step, string? Action, bool IsFailure, JsonObject Outputs);
