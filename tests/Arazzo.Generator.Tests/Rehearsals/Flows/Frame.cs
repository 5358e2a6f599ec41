using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>A workflow that is running.</summary>
internal sealed class Frame(FlowScope scope, FlowState state, AnswerMaker maker, IEnumerable<Scene> scenes)
{
    private readonly Dictionary<Outcome, int> _attempts = [];

    public FlowScope Scope { get; } = scope;

    public Flow Flow => Scope.Flow;

    public FlowState State { get; } = state;

    public AnswerMaker Maker { get; } = maker;

    public Queue<Scene> Scenes { get; } = new(scenes);

    /// <summary>Whether the last step ended as the script has it, not as it had to because a <c>retry</c> refers to it.</summary>
    public bool IsScripted { get; set; } = true;

    /// <summary>The step that is running.</summary>
    public FlowStep? Step { get; set; }

    /// <summary>How the last step ended, and on what.</summary>
    public Outcome? Last { get; private set; }

    public Exchange? Exchange { get; private set; }

    public int Status { get; set; }

    /// <summary>The step that was answered last, by the id that is its own in the whole run.</summary>
    public string? LastStep { get; set; }

    /// <summary>The last answers by step.</summary>
    public Dictionary<FlowStep, Answer> Answers { get; } = [];

    /// <summary>How the workflow ended that it has gone on to for good.</summary>
    public Frame? Successor { get; set; }

    /// <summary>Whether it has come to its end, be it a bad one.</summary>
    public bool IsEnded => !IsBroken && (Successor is not null || (Last is { Taken: not { Type: "goto", WorkflowId: not null } } last && last.Next(Flow) is null && !IsInterrupted));

    /// <summary>Whether a workflow has failed that has to come first.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether a step has begun that did not end.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>The frame whose last step the run ends with.</summary>
    public Frame Innermost => Successor?.Innermost ?? this;

    /// <summary>What it came to. What broke it off is an answer, or else nothing that has a status.</summary>
    public Ending Ending
    {
        get
        {
            if (IsEnded && Innermost.Last is { IsFatal: false })
            {
                return new(State, IsBroken: false, Innermost.Last.IsFailure, Status, LastStep, null);
            }
            var answer = !IsEnded ? null : Innermost.Exchange!.Call is not { } call ? Innermost.Exchange.Answer : call is { IsBroken: true } ? call.Failure : null;
            return new(State, IsBroken: true, IsFailure: true, answer?.Status ?? 0, LastStep, answer);
        }
    }

    public bool MayRetry(Outcome outcome) => _attempts.GetValueOrDefault(outcome) < outcome.Taken!.Limit;

    /// <summary>Notes how a step ended.</summary>
    public void End(Outcome outcome, Exchange exchange)
    {
        (Last, Exchange, IsInterrupted) = (outcome, exchange, false);
        if (outcome.Taken is { Type: "retry" })
        {
            _attempts[outcome] = _attempts.GetValueOrDefault(outcome) + 1;
            return;
        }
        foreach (var other in _attempts.Keys.Where(other => other.Step == outcome.Step).ToList())
        {
            _attempts.Remove(other);
        }
    }
}
