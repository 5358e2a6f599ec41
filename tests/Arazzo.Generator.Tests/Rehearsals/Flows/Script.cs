using System.Text.Json.Nodes;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>What is to happen in a run.</summary>
/// <param name="Scenes">How each step ends, in the order in which they come.</param>
/// <param name="Presets">Values that answers of earlier steps and the inputs have to have for it.</param>
internal sealed record Script(Flow Flow, IReadOnlyList<Outcome> Scenes, JsonObject Inputs, IReadOnlyList<Assignment> Presets);

/// <summary>What happened.</summary>
internal sealed record Performance
{
    public required IReadOnlyList<(FlowStep Step, Server.SentRequest Request)> Requests { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The scene for which no answer was found, with what would have to be otherwise before it; null when all went as planned.</summary>
    public Outcome? Blocked { get; init; }

    public IReadOnlyList<IReadOnlyList<Assignment>> Wishes { get; init; } = [];

    public RunResult? Result { get; init; }
}

/// <summary>How a run of generated code ended.</summary>
internal sealed record RunResult(string Step, string? Action, bool IsFailure, JsonObject Outputs);
