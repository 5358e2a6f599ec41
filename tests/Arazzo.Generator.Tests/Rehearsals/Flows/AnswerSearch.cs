using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Finds the answer with which a step ends as it shall.</summary>
/// <param name="frame">The workflow that sends the request.</param>
/// <param name="presets">Values that answers have to have for what comes later.</param>
/// <param name="round">How many requests of the step there have been.</param>
/// <param name="turn">Which of its values a property has that no scene cares for.</param>
/// <param name="wishes">Takes what would have to be otherwise in earlier answers.</param>
/// <param name="decide">What the step does with an answer.</param>
/// <param name="repair">What would have to be otherwise in it.</param>
internal sealed class AnswerSearch(
    Frame frame,
    IReadOnlyList<Assignment> presets,
    int round,
    int turn,
    List<IReadOnlyList<Assignment>> wishes,
    Func<FlowState, Exchange, Outcome> decide,
    Func<Outcome, Outcome, FlowState, Exchange, IEnumerable<IReadOnlyList<Assignment>>> repair)
{
    private const int Depth = 6;

    private int _budget;
    private int _turn;

    /// <summary>The scene that is next, or else the one that leads to the end as fast as can be, with its answer.</summary>
    public (Scene Scene, Answer? Answer) Choose(FlowStep step, SentRequest sent, Route? route)
    {
        if (frame.Scenes.TryPeek(out var scene) && scene.Step == step)
        {
            if (scene.Outcome is { } wanted)
            {
                frame.Scenes.Dequeue();
                return (scene, Find(wanted, sent, route));
            }
            if (decide(frame.State.Clone(), Director.Exchange(step, sent, route, frame.Answers[step])).Taken?.Type != "retry")
            {
                frame.Scenes.Dequeue();
            }
            return (scene, frame.Answers[step]);
        }
        _turn = turn;
        var steps = frame.Flow.Steps.ToList();
        // What a retry refers to goes back by itself.
        var isReferred = frame.Last?.Taken is { Type: "retry", StepId: not null };
        return Outcome.Of(step).Where(static outcome => !outcome.IsFailure)
            .OrderBy(outcome => isReferred ? outcome.Action < 0 ? 0 : 1 : outcome.Next(frame.Flow) is not { } next ? 0 : steps.IndexOf(next) > steps.IndexOf(step) ? 1 : 2)
            .Select(outcome => (new Scene(step, outcome, []), Answer: Find(outcome, sent, route)))
            .FirstOrDefault(static found => found.Answer is not null, (new Scene(step, new Outcome(step, false, -1), []), null));
    }

    private Answer? Find(Outcome wanted, SentRequest sent, Route? route)
    {
        _budget = 400;
        var own = presets.Where(preset => preset.Place.StepId == frame.Scope.Id(wanted.Step) && (preset.Round is null || preset.Round == round))
            .OrderBy(static preset => preset.Round is null ? 0 : 1).ToList();
        var statuses = own.Where(static preset => preset is { Place.Kind: PlaceKind.Status, Kind: AssignmentKind.Set }).Select(static preset => (int?)Documents.Json.Number(preset.Value) ?? 0)
            .Concat(AnswerMaker.Statuses(wanted.Step, wanted.IsFailure));
        return statuses.Select(status => Search(wanted, sent, route, status, [.. own.Where(static preset => preset.Place.Kind is PlaceKind.Body or PlaceKind.Header)], 0))
            .FirstOrDefault(static answer => answer is not null);
    }

    private Answer? Search(Outcome wanted, SentRequest sent, Route? route, int status, IReadOnlyList<Assignment> assignments, int depth)
    {
        if (_budget-- <= 0 || status is < 200 or > 599)
        {
            return null;
        }
        var answer = frame.Maker.Make(wanted.Step, status, assignments, _turn);
        var exchange = Director.Exchange(wanted.Step, sent, route, answer);
        var state = frame.State.Clone();
        var outcome = decide(state, exchange);
        if (outcome == wanted)
        {
            return answer;
        }
        if (depth == Depth)
        {
            return null;
        }
        foreach (var way in repair(wanted, outcome, state, exchange))
        {
            if (way.Any(assignment => assignment.Place.StepId != frame.Scope.Id(wanted.Step)))
            {
                wishes.Add(way);
                continue;
            }
            var otherStatus = way.LastOrDefault(static assignment => assignment.Place.Kind == PlaceKind.Status) is { Kind: AssignmentKind.Set } given ? (int?)Documents.Json.Number(given.Value) : status;
            IReadOnlyList<Assignment> more = [.. assignments, .. way.Where(static assignment => assignment.Place.Kind != PlaceKind.Status)];
            if (otherStatus is { } next && (next != status || more.Count > assignments.Count) && Search(wanted, sent, route, next, more, depth + 1) is { } found)
            {
                return found;
            }
        }
        return null;
    }
}
