using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Server;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Plays the APIs of a workflow for one run: checks each request, and answers it so that the script comes true.</summary>
internal sealed class Director(Script script, Demands demands) : HttpMessageHandler, IProgress<WorkflowProgress>
{
    private const int Depth = 6;

    private readonly List<Frame> _frames = [new(new FlowState(script.Flow, InputMaker.WithDefaults(script.Flow, script.Inputs)), new AnswerMaker(script.Flow, demands))];
    private readonly Queue<Outcome> _scenes = new(script.Scenes);
    private readonly Dictionary<Outcome, int> _attempts = [];
    private readonly List<IReadOnlyList<Assignment>> _wishes = [];
    private FlowStep? _step;
    private Outcome? _expected;
    private Exchange? _exchange;
    private int _budget;

    /// <summary>What the run knows.</summary>
    public FlowState State => _frames[0].State;

    /// <summary>What the workflow knows that the run has come to: its own, or one that it calls or has gone on to.</summary>
    public FlowState Innermost => Current.State;

    private Frame Current => _frames[^1];

    public List<(FlowStep Step, SentRequest Request)> Requests { get; } = [];

    public List<string> Faults { get; } = [];

    public Outcome? Blocked { get; private set; }

    public IReadOnlyList<IReadOnlyList<Assignment>> Wishes => _wishes;

    /// <summary>Scenes that did not come.</summary>
    public IReadOnlyCollection<Outcome> Left => _scenes;

    /// <summary>Whether the document gives a step a value that there is none of, so that it cannot be sent.</summary>
    public bool IsDeadEnd(string stepId) => Innermost.Flow.Step(stepId) is { } step && Requests.LastOrDefault().Step != step
        && step.Parameters.Select(static parameter => parameter.Value).Append(step.Body?.Raw("payload")?.Node).SelectMany(Json.Descendants)
            .Any(value => Json.Text(value) is { } text && TemplateParser.Parse(text).Value is { } template && template.Parts.OfType<ExpressionPart>().Any(part => Innermost.Value(part.Expression, null) is null));

    /// <summary>How the last step ended.</summary>
    public Outcome? Last => _expected;

    public void Report(WorkflowProgress value)
    {
        if (value.Kind == WorkflowProgressKind.StepStarted)
        {
            Enter(value.WorkflowId);
            _step = Current.State.Flow.Step(value.Step) ?? _step;
        }
        else if (value.Kind == WorkflowProgressKind.StepEnded)
        {
            End(value);
        }
    }

    /// <summary>Finds the workflow among those that are running, or else begins it with the inputs that the step or action around it gives.</summary>
    private void Enter(string workflowId)
    {
        if (_frames.Exists(frame => frame.State.Flow.Id == workflowId) || Current.State.Flow.Find(workflowId) is not { } called)
        {
            return;
        }
        var caller = Current.State;
        var action = _expected?.Taken is { WorkflowId: { } target } taken && caller.Flow.Find(target) == called ? taken : null;
        // Workflows that have to run first get the inputs of the same names.
        var inputs = _step is null && action is null ? caller.Inputs.DeepClone().AsObject() : [];
        foreach (var parameter in action?.Parameters ?? (_step?.Operation is null ? _step?.Parameters : null) ?? [])
        {
            inputs[parameter.Name] = caller.Value(parameter.Value, action is null ? null : _exchange)?.DeepClone();
        }
        _frames.Add(new Frame(new FlowState(called, InputMaker.WithDefaults(called, inputs)), new AnswerMaker(called, new Demands(called))));
    }

    private void End(WorkflowProgress value)
    {
        if (_expected is not null && value.Step == _expected.Step.Id && value.WorkflowId == Current.State.Flow.Id && value.Action != _expected.Taken?.Name)
        {
            Faults.Add($"{_expected}, but the run takes '{value.Action ?? "no action"}'");
        }
        if (_frames.Count > 1 && value.WorkflowId == _frames[^2].State.Flow.Id)
        {
            var (step, called) = (_frames[^2].State.Flow.Step(value.Step), Current.State);
            _frames.RemoveAt(_frames.Count - 1);
            Current.State.Keep(step?.Operation is null ? step : null, called);
            if (step is not null && _scenes.TryPeek(out var scene) && scene.Step == step)
            {
                _expected = _scenes.Dequeue();
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sent = await SentRequest.FromAsync(request, cancellationToken);
        var step = _step ?? throw new InvalidOperationException("A request is sent outside of a step.");
        Requests.Add((step, sent));
        var route = Check(step, sent);
        var (scene, answer) = Choose(step, sent, route);
        if (answer is null)
        {
            Blocked = scene;
            throw new InvalidOperationException($"No answer makes it happen that {scene}.");
        }
        _expected = scene;
        _exchange = Exchange(step, sent, route, answer);
        if (!scene.IsFailure)
        {
            Current.State.Keep(_exchange);
        }
        Count(scene);
        return answer.ToResponse(request);
    }

    /// <summary>The scene that is next. A called workflow, and what a retry refers to, come to their end as fast as they can.</summary>
    private (Outcome Scene, Answer? Answer) Choose(FlowStep step, SentRequest sent, Route? route)
    {
        if (_frames.Count == 1)
        {
            var scene = _scenes.TryPeek(out var next) && next.Step == step ? _scenes.Dequeue() : new Outcome(step, false, -1);
            return (scene, Find(scene, sent, route));
        }
        var flow = Current.State.Flow;
        return Outcome.Of(step).Where(static outcome => !outcome.IsFailure)
            .OrderBy(outcome => outcome.Next(flow) is not { } next ? 0 : flow.Steps.ToList().IndexOf(next) > flow.Steps.ToList().IndexOf(step) ? 1 : 2)
            .Select(outcome => (outcome, Answer: Find(outcome, sent, route)))
            .FirstOrDefault(static found => found.Answer is not null, (new Outcome(step, false, -1), null));
    }

    private Route? Check(FlowStep step, SentRequest sent)
    {
        var routes = Routes.Find(Current.State.Flow.Apis, sent);
        if (routes.FirstOrDefault(route => route.Operation == step.Operation) is not { } route)
        {
            Faults.Add($"{step.Id}: {sent.Method} {sent.Uri} is not {step.Operation}");
            return null;
        }
        var extras = step.Parameters.Select(static parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Faults.AddRange(RequestCheck.Faults(sent, route, extras, step.Body is not null).Select(fault => $"{step.Id} ({step.Operation}): {fault}{(fault.StartsWith("body", StringComparison.Ordinal) ? $" in {sent.BodyText}" : "")}"));
        Faults.AddRange(WordForWord.Faults(step, Current.State, sent, route).Select(fault => $"{step.Id} ({step.Operation}): {fault}"));
        return route;
    }

    private static Exchange Exchange(FlowStep step, SentRequest sent, Route? route, Answer answer)
    {
        var media = step.Operation!.Body is { } body ? BodyReader.Media(body.Media, sent.MediaType) : null;
        return new Exchange(step, sent, route, media is null ? null : BodyReader.Read(sent, media), answer);
    }

    private void Count(Outcome scene)
    {
        if (scene.Taken?.Type == "retry")
        {
            _attempts[scene] = _attempts.GetValueOrDefault(scene) + 1;
            return;
        }
        foreach (var outcome in _attempts.Keys.Where(outcome => outcome.Step == scene.Step).ToList())
        {
            _attempts.Remove(outcome);
        }
    }

    private Answer? Find(Outcome scene, SentRequest sent, Route? route)
    {
        _budget = 400;
        var presets = script.Presets.Where(preset => preset.Place.StepId == scene.Step.Id && preset.Place.Kind is PlaceKind.Body or PlaceKind.Header).ToList();
        return AnswerMaker.Statuses(scene.Step, scene.IsFailure).Select(status => Search(scene, sent, route, status, presets, 0)).FirstOrDefault(static answer => answer is not null);
    }

    private Answer? Search(Outcome scene, SentRequest sent, Route? route, int status, IReadOnlyList<Assignment> assignments, int depth)
    {
        if (_budget-- <= 0 || status is < 200 or > 599)
        {
            return null;
        }
        var answer = Current.Maker.Make(scene.Step, status, assignments);
        var exchange = Exchange(scene.Step, sent, route, answer);
        var state = Current.State.Clone();
        var outcome = Decide(state, exchange);
        if (outcome == scene)
        {
            return answer;
        }
        if (depth == Depth)
        {
            return null;
        }
        foreach (var way in Repairs(scene, outcome, state, exchange))
        {
            if (way.Any(assignment => assignment.Place.StepId != scene.Step.Id))
            {
                _wishes.Add(way);
                continue;
            }
            var otherStatus = way.LastOrDefault(static assignment => assignment.Place.Kind == PlaceKind.Status) is { Kind: AssignmentKind.Set } given ? (int?)Json.Number(given.Value) : status;
            IReadOnlyList<Assignment> more = [.. assignments, .. way.Where(static assignment => assignment.Place.Kind != PlaceKind.Status)];
            if (otherStatus is { } next && (next != status || more.Count > assignments.Count) && Search(scene, sent, route, next, more, depth + 1) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>What a step does with an answer. A success leaves its outputs in <paramref name="state"/>.</summary>
    private Outcome Decide(FlowState state, Exchange exchange)
    {
        var oracle = new ConditionOracle(state, exchange);
        var isSuccess = exchange.Step.Criteria.Count == 0 ? exchange.Answer.Status is >= 200 and < 300 : oracle.Hold(exchange.Step.Criteria);
        if (isSuccess)
        {
            state.Keep(exchange);
        }
        var actions = exchange.Step.Actions(!isSuccess);
        for (var index = 0; index < actions.Count; index++)
        {
            var outcome = new Outcome(exchange.Step, !isSuccess, index);
            if (oracle.Hold(actions[index].Criteria) && (actions[index].Type != "retry" || _attempts.GetValueOrDefault(outcome) < actions[index].Limit))
            {
                return outcome;
            }
        }
        return new Outcome(exchange.Step, !isSuccess, -1);
    }

    private IEnumerable<IReadOnlyList<Assignment>> Repairs(Outcome wanted, Outcome actual, FlowState state, Exchange exchange)
    {
        var oracle = new ConditionOracle(state, exchange);
        var steering = new Steering(Current.State.Flow, wanted.Step, state, exchange);
        if (wanted.IsFailure != actual.IsFailure)
        {
            return wanted.Step.Criteria.Where(criterion => oracle.Holds(criterion) == wanted.IsFailure).SelectMany(criterion => steering.Ways(criterion, !wanted.IsFailure));
        }
        var unmet = (wanted.Taken?.Criteria ?? []).Where(criterion => !oracle.Holds(criterion)).ToList();
        return unmet.Count > 0
            ? unmet.SelectMany(criterion => steering.Ways(criterion, wanted: true))
            : (actual.Taken?.Criteria ?? []).SelectMany(criterion => steering.Ways(criterion, wanted: false));
    }

    /// <summary>A workflow that is running.</summary>
    private sealed record Frame(FlowState State, AnswerMaker Maker);
}
