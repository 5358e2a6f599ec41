using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Server;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Plays the APIs of a workflow for one run: checks each request, and answers it so that the script comes true.</summary>
internal sealed class Director : HttpMessageHandler, IProgress<WorkflowProgress>
{
    private const int MostRequests = 200;

    private readonly List<Frame> _frames = [];
    private readonly Script _script;
    private readonly Demands _demands;
    private readonly Secrets _secrets;
    private readonly Waits _waits = new();
    private readonly List<IReadOnlyList<Assignment>> _wishes = [];
    private readonly List<Outcome> _seen = [];
    private readonly Dictionary<FlowStep, int> _turns = [];
    private readonly Dictionary<string, int> _rounds = new(StringComparer.Ordinal);
    private int _tries;

    public Director(Script script, Demands demands, Secrets secrets)
    {
        (_script, _demands, _secrets) = (script, demands, secrets);
        Root = Add(new FlowScope(script.Flow), script.Inputs, script.Scenes);
    }

    /// <summary>The workflow that the run is of.</summary>
    public Frame Root { get; }

    /// <summary>The workflows that are running, the outermost first.</summary>
    public IReadOnlyList<Frame> Frames => _frames;

    private Frame Current => _frames[^1];

    public Waits Waits => _waits;

    public List<(FlowStep Step, SentRequest Request)> Requests { get; } = [];

    public List<string> Faults { get; } = [];

    public IReadOnlyList<Outcome> Seen => _seen;

    public Scene? Blocked { get; private set; }

    public IReadOnlyList<IReadOnlyList<Assignment>> Wishes => _wishes;

    /// <summary>The step that failed without anybody caring for it; null when none did.</summary>
    public string? FatalStep { get; private set; }

    /// <summary>What goes wrong on the wire; null when nothing does.</summary>
    public Mishap? Mishap { get; init; }

    /// <summary>The step of which nobody knows whether it was carried out.</summary>
    public string? LostStep { get; set; }

    /// <summary>What the run broke off with.</summary>
    public WorkflowException? Failure { get; set; }

    /// <summary>Whether a step of the document needs a value that there is none of, so that it cannot be sent.</summary>
    public bool IsDeadEnd(string? stepId) => IsDeadEnd(Current, stepId);

    public void Report(WorkflowProgress value)
    {
        if (value.ToString().Contains(Secrets.Mark, StringComparison.Ordinal))
        {
            Faults.Add($"progress tells a secret: {value}");
        }
        if (value.Kind == WorkflowProgressKind.StepStarted)
        {
            Begin(value);
        }
        else if (value.Kind == WorkflowProgressKind.StepEnded)
        {
            End(value);
        }
    }

    private Frame Add(FlowScope scope, JsonObject inputs, IEnumerable<Scene> scenes)
    {
        var frame = new Frame(scope, new FlowState(scope.Flow, InputMaker.WithDefaults(scope.Flow, inputs)), new AnswerMaker(scope, _demands, _secrets), scenes);
        _frames.Add(frame);
        return frame;
    }

    private void Begin(WorkflowProgress value)
    {
        Faults.AddRange(_waits.Begin(value.Step));
        if ((_frames.FindLast(frame => frame.Flow.Id == value.WorkflowId) ?? Enter(value.WorkflowId)) is not { } frame)
        {
            Faults.Add($"workflow '{value.WorkflowId}' runs, and nobody calls it");
            return;
        }
        frame.Step = frame.Flow.Step(value.Step);
        frame.IsInterrupted = true;
    }

    /// <summary>Begins a workflow with the inputs that the step or action around it gives.</summary>
    private Frame? Enter(string workflowId)
    {
        var caller = Current;
        var action = caller.Last?.Taken is { WorkflowId: not null } taken ? taken : null;
        var scope = caller.Step is { } step ? caller.Scope.Called(step)
            : action is not null ? caller.Scope.Followed(caller.Last!.Step, action)
            : caller.Flow.DependsOn.Select(caller.Scope.First).FirstOrDefault(first => first?.Flow.Id == workflowId);
        if (scope?.Flow.Id != workflowId)
        {
            return null;
        }
        var inputs = new JsonObject();
        foreach (var parameter in scope.Given!)
        {
            if (caller.State.Value(parameter.Value, scope.Step is null ? null : caller.Exchange) is { } given)
            {
                inputs[parameter.Name] = given.DeepClone();
            }
        }
        return Add(scope, inputs, caller.Step is not null && caller.Scenes.TryPeek(out var scene) && scene.Step == caller.Step ? scene.Called : []);
    }

    private void End(WorkflowProgress value)
    {
        if (_frames.Count > 1 && value.WorkflowId == _frames[^2].Flow.Id)
        {
            var inner = Current;
            _frames.RemoveAt(_frames.Count - 1);
            Return(inner, value);
        }
        else if (value.WorkflowId == Current.Flow.Id && Current.Step is { Operation: null } step && value.Step == step.Id)
        {
            // The workflow that the step calls cannot send its first step.
            var scope = Current.Scope.Called(step)!;
            Return(new Frame(scope, new FlowState(scope.Flow, []), new AnswerMaker(scope, _demands, _secrets), []), value);
        }
        else if (value.WorkflowId == Current.Flow.Id && Current.Last is { } last && value.Step == last.Step.Id && value.Action != last.Taken?.Name)
        {
            Faults.Add($"{last}, but the run takes '{value.Action ?? "no action"}'");
        }
    }

    /// <summary>Goes back to the caller.</summary>
    private void Return(Frame inner, WorkflowProgress value)
    {
        var (caller, ending) = (Current, inner.Ending);
        if (inner.IsBroken)
        {
            // What it depends on has failed, and FatalStep says where.
        }
        else if (!inner.IsEnded)
        {
            FatalStep = inner is { IsInterrupted: false, Last: { } last } ? last.Next(inner.Flow)?.Id ?? last.Step.Id : inner.Step?.Id ?? "";
            if (!IsDeadEnd(inner, null))
            {
                Faults.Add($"workflow '{inner.Flow.Id}' breaks off after {inner.Last}");
            }
        }
        (caller.Status, caller.LastStep) = (ending.Status, ending.LastStep);
        if (caller.Step is { } step)
        {
            Judge(caller, step, ending, value);
        }
        else if (caller.Last?.Taken is { Type: "goto", WorkflowId: not null })
        {
            caller.Successor = inner;
            caller.State.Final = ending.IsBroken ? null : ending.Outputs;
        }
        else if (ending.IsBroken || ending.IsFailure)
        {
            FatalStep = ending.IsBroken ? FatalStep : value.Step;
            caller.IsBroken = true;
        }
        else
        {
            caller.State.Keep(ending);
        }
    }

    private void Judge(Frame caller, FlowStep step, Ending ending, WorkflowProgress value)
    {
        var exchange = new Exchange(step, Requests.LastOrDefault().Request, null, null, Answer.None with { Status = ending.Status }) { Call = ending };
        var state = caller.State.Clone();
        var actual = Decide(caller, state, exchange);
        if (value.Action != actual.Taken?.Name)
        {
            Faults.Add($"{actual}, but the run takes '{value.Action ?? "no action"}'");
        }
        caller.IsScripted = false;
        if (caller.Scenes.TryPeek(out var scene) && scene.Step == step)
        {
            caller.IsScripted = true;
            if (scene.Outcome is { } wanted && wanted != actual)
            {
                // In a loop each round may want another answer.
                _wishes.AddRange(Repairs(caller, wanted, actual, state, exchange).Select(way => (IReadOnlyList<Assignment>)[.. way.Select(assignment =>
                    _rounds.GetValueOrDefault(assignment.Place.StepId) is > 0 and var rounds ? assignment with { Round = rounds - 1 } : assignment)]));
                Blocked = scene;
                throw new InvalidOperationException($"{actual}, not {scene}.");
            }
            if (scene.Outcome is not null || actual.Taken?.Type != "retry")
            {
                caller.Scenes.Dequeue();
            }
        }
        if (!actual.IsFailure)
        {
            caller.State.Keep(exchange);
            caller.State.Keep(ending);
        }
        Note(caller, actual, exchange, actual.IsFatal && !ending.IsBroken ? step.Id : FatalStep);
    }

    private void Note(Frame frame, Outcome outcome, Exchange exchange, string? fatalStep)
    {
        if (frame == Root)
        {
            _seen.Add(outcome);
        }
        FatalStep = outcome.IsFatal ? fatalStep : null;
        frame.End(outcome, exchange);
        if (outcome.Taken is { WorkflowId: not null } action)
        {
            foreach (var parameter in action.Parameters)
            {
                frame.State.Kept[(outcome.Step.Id, action.Name, parameter.Name)] = frame.State.Value(parameter.Value, exchange)?.DeepClone();
            }
        }
        _waits.Expect(outcome, (exchange.Call is { } call ? call.Failure : exchange.Answer)?.Headers.GetValueOrDefault("Retry-After"), IsLoop(outcome));
    }

    private static bool IsLoop(Outcome outcome) => outcome.Taken is { Type: "goto", StepId: { } id } && id == outcome.Step.Id;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sent = await SentRequest.FromAsync(request, cancellationToken);
        var frame = Current;
        var step = frame.Step is { Operation: not null } running ? running : throw new InvalidOperationException("A request is sent outside of a step.");
        Requests.Add((step, sent));
        var route = Check(frame, step, sent);
        if (Mishap is { } mishap && Requests.Count - 1 == mishap.Request)
        {
            Lose(frame, step, sent, route, mishap);
            cancellationToken.ThrowIfCancellationRequested();
            throw mishap.ToException();
        }
        var scripted = frame.Scenes.TryPeek(out var first) && first.Step == step;
        var (scene, answer) = new AnswerSearch(frame, _script.Presets, _rounds.GetValueOrDefault(frame.Scope.Id(step)), _turns.GetValueOrDefault(step) / 2, _wishes, (state, exchange) => Decide(frame, state, exchange), (wanted, actual, state, exchange) => Repairs(frame, wanted, actual, state, exchange))
            .Choose(step, sent, route);
        _turns[step] = _turns.GetValueOrDefault(step) + 1;
        _rounds[frame.Scope.Id(step)] = _rounds.GetValueOrDefault(frame.Scope.Id(step)) + 1;
        frame.IsScripted = scripted;
        // Without a script some loops have no end.
        if (answer is null || Requests.Count > MostRequests)
        {
            Blocked = scene;
            throw new InvalidOperationException($"No answer makes it happen that {scene}.");
        }
        frame.Answers[step] = answer;
        var exchange = Exchange(step, sent, route, answer);
        var outcome = Decide(frame, frame.State.Clone(), exchange);
        if ((outcome.Taken?.Type == "retry" || IsLoop(outcome)) && _waits.RetryAfter(_script.Scenes.Count + _tries++) is { } time)
        {
            var waiting = Exchange(step, sent, route, answer with { Headers = answer.Headers.SetItem("Retry-After", time) });
            exchange = Decide(frame, frame.State.Clone(), waiting) == outcome ? waiting : exchange;
        }
        if (!outcome.IsFailure)
        {
            frame.State.Keep(exchange);
        }
        (frame.Status, frame.LastStep) = (answer.Status, frame.Scope.Id(step));
        Note(frame, outcome, exchange, step.Id);
        return exchange.Answer.ToResponse(request);
    }

    /// <summary>Lets no answer come. What was to happen does not, and the run ends as fast as it can.</summary>
    private void Lose(Frame frame, FlowStep step, SentRequest sent, Route? route, Mishap mishap)
    {
        _frames.ForEach(static running => running.Scenes.Clear());
        if (mishap.Kind == MishapKind.Late)
        {
            _waits.Expire(step.Timeout);
        }
        if (mishap.IsUnknown(step))
        {
            LostStep = step.Id;
            return;
        }
        var exchange = Exchange(step, sent, route, Answer.None);
        (frame.Status, frame.LastStep) = (0, frame.Scope.Id(step));
        Note(frame, Decide(frame, frame.State.Clone(), exchange), exchange, step.Id);
    }

    private Route? Check(Frame frame, FlowStep step, SentRequest sent)
    {
        var routes = Routes.Find(frame.Flow.Apis, sent);
        if (routes.FirstOrDefault(route => route.Operation == step.Operation) is not { } route)
        {
            Faults.Add($"{step.Id}: {sent.Method} {sent.Uri} is not {step.Operation}");
            return null;
        }
        var extras = step.Parameters.Select(static parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Faults.AddRange(RequestCheck.Faults(sent, route, extras, step.Body is not null).Select(fault => $"{step.Id} ({step.Operation}): {fault}{(fault.StartsWith("body", StringComparison.Ordinal) ? $" in {sent.BodyText}" : "")}"));
        Faults.AddRange(WordForWord.Faults(step, frame.State, sent, route).Select(fault => $"{step.Id} ({step.Operation}): {fault}"));
        return route;
    }

    public static Exchange Exchange(FlowStep step, SentRequest sent, Route? route, Answer answer)
    {
        var media = step.Operation!.Body is { } body ? BodyReader.Media(body.Media, sent.MediaType) : null;
        return new Exchange(step, sent, route, media is null ? null : BodyReader.Read(sent, media), answer);
    }

    /// <summary>What a step does with an answer. A success leaves its outputs in <paramref name="state"/>.</summary>
    private static Outcome Decide(Frame frame, FlowState state, Exchange exchange)
    {
        var oracle = new ConditionOracle(state, exchange);
        var isSuccess = exchange.Call is { } call
            ? !call.IsBroken && (exchange.Step.Criteria.Count == 0 ? !call.IsFailure : oracle.Hold(exchange.Step.Criteria))
            : exchange.Answer.Status != 0 && (exchange.Step.Criteria.Count == 0 ? exchange.Answer.Status is >= 200 and < 300 : oracle.Hold(exchange.Step.Criteria));
        if (isSuccess)
        {
            state.Keep(exchange);
        }
        var actions = exchange.Step.Actions(!isSuccess);
        for (var index = 0; index < actions.Count; index++)
        {
            var outcome = new Outcome(exchange.Step, !isSuccess, index);
            if (oracle.Hold(actions[index].Criteria) && (actions[index].Type != "retry" || frame.MayRetry(outcome)))
            {
                return outcome;
            }
        }
        return new Outcome(exchange.Step, !isSuccess, -1);
    }

    private static IEnumerable<IReadOnlyList<Assignment>> Repairs(Frame frame, Outcome wanted, Outcome actual, FlowState state, Exchange exchange)
    {
        var oracle = new ConditionOracle(state, exchange);
        var steering = new Steering(frame.Scope, wanted.Step, state, exchange);
        if (wanted.IsFailure != actual.IsFailure)
        {
            return wanted.Step.Criteria.Where(criterion => oracle.Holds(criterion) == wanted.IsFailure).SelectMany(criterion => steering.Ways(criterion, !wanted.IsFailure));
        }
        var unmet = (wanted.Taken?.Criteria ?? []).Where(criterion => !oracle.Holds(criterion)).ToList();
        return unmet.Count > 0
            ? unmet.SelectMany(criterion => steering.Ways(criterion, wanted: true))
            : (actual.Taken?.Criteria ?? []).SelectMany(criterion => steering.Ways(criterion, wanted: false));
    }

    private static bool IsDeadEnd(Frame frame, string? stepId) => frame.Flow.Steps.Where(step => stepId is null || step.Id == stepId)
        .Any(step => step.Parameters.Concat(step.OnSuccess.Concat(step.OnFailure).SelectMany(static action => action.Parameters)).Select(static parameter => parameter.Value).Append(step.Body?.Raw("payload")?.Node).SelectMany(Json.Descendants)
            .Any(value => Json.Text(value) is { } text && TemplateParser.Parse(text).Value is { } template && template.Parts.OfType<ExpressionPart>().Any(part => frame.State.Value(part.Expression, null) is null)));
}
