using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what one workflow becomes.</summary>
internal sealed partial class SingleWorkflowBinder
{
    // Members of the classes in the workflow's class.
    private static readonly HashSet<string> ReservedMembers = new(WorkflowNames.ClassMembers, StringComparer.Ordinal)
    {
        "Describe", "HasSecrets", "Inputs", "Read", "ReadValue", "Require", "Restore", "State", "Step", "Write",
    };

    private readonly BindingContext _context;
    private readonly WorkflowSymbol _symbol;
    private readonly WorkflowScope _scope;
    private readonly OperationResolver _operations;
    private readonly WorkflowResolver _workflows;
    private readonly Components _components;
    private readonly Followers _followers;
    private readonly ActionBinder _actions;
    private Dictionary<(string Step, string Output), string> _fields = [];
    private HashSet<string> _fieldNames = [];
    private Dictionary<string, CallSymbol> _calls = [];
    private List<StepModel> _steps = [];
    private HashSet<string> _secrets = [];
    private HashSet<string> _secretOutputs = [];

    public SingleWorkflowBinder(BindingContext context, WorkflowSymbol symbol, OperationResolver operations, WorkflowResolver workflows)
    {
        _context = context;
        _symbol = symbol;
        _scope = symbol.Scope;
        _operations = operations;
        _workflows = workflows;
        _components = new Components(_scope, symbol.Document.Components);
        _followers = new Followers(_scope);
        _actions = new ActionBinder(_scope, _components, workflows, _followers);
        symbol.Inputs = new InputBinder(context, symbol.File, _scope, symbol.Names.Stem);
    }

    private string Place => _symbol.File.Source.RelativePath;

    /// <summary>Decides everything but what only the callers of the workflow tell; false when it is broken.</summary>
    public bool TryBind()
    {
        var workflow = _scope.Workflow;
        if (workflow.Steps.IsEmpty)
        {
            // Reported where it is read.
            return false;
        }
        _symbol.Inputs!.Declare();
        DeclareSteps();
        DeclareDependencies();
        if (!ResolveTargets())
        {
            return false;
        }
        ResolveActions();
        foreach (var step in _scope.Steps)
        {
            CheckDependencies(step);
        }
        _fields = Fields();
        _fieldNames = [.. _fields.Values];
        KeepCalled();
        foreach (var step in _scope.Steps)
        {
            BindOutputs(step);
        }
        var dependencies = _scope.Dependencies.ConvertAll(Dependency);
        var steps = _scope.Steps.Select(Step).ToList();
        // What an action waits for in vain is known now.
        Reachability.Check(_scope);
        CheckParameters();
        _symbol.Outputs = Outputs();
        _steps = [.. dependencies, .. steps, .. _followers.Items.ConvertAll(Follower)];
        _calls = Calls().ToDictionary(static call => call.Id, StringComparer.Ordinal);
        _scope.Uses.PassOn();
        if (_scope.IsBroken)
        {
            return false;
        }
        _symbol.Fingerprint = DocumentFingerprint.Of(
            Calls().Select(static call => call.Target.Fingerprint), workflow.Node, _symbol.Document.Node["components"], _symbol.Document.Node["sourceDescriptions"]);
        return true;
    }

    /// <summary>The model, once it is known what of it is secret.</summary>
    public WorkflowModel Complete()
    {
        var inputs = _symbol.Inputs!.Model(_symbol.Names.Inputs);
        var steps = _steps.ConvertAll(WithSecrets);
        var credentials = Credentials(inputs, steps);
        return new WorkflowModel(
            HintNames.Make(_symbol.File.Source.Options.Namespace, "Workflows", _symbol.Names.Workflow),
            _symbol.File.Source.Options.Visibility,
            _symbol.File.Source.Options.Namespace,
            _symbol.Names.Workflow,
            _scope.Id,
            _symbol.Fingerprint,
            Documentation(),
            $"{Place}: {_scope.Id}",
            _symbol.Clients.ToEquatableArray(),
            inputs,
            _symbol.Outputs!,
            credentials,
            steps.ConvertAll(step => WithCalledSecrets(step, credentials)).ToEquatableArray(),
            _scope.Patterns.ToEquatableArray(),
            steps.Exists(static step => step.OnSuccess.Concat(step.OnFailure).Any(static action => action.Kind is ActionKind.Poll or ActionKind.Retry)));
    }

    private string? Documentation() => (_scope.Workflow.Summary?.Text, _scope.Workflow.Description?.Text) switch
    {
        (null, var description) => description,
        (var summary, null) => summary,
        (var summary, var description) => summary + "\n\n" + description,
    };

    private void DeclareSteps()
    {
        var steps = StepOrder.Of(_scope);
        var constants = MemberNames.Assign(
            [.. steps.Select(static step => step.StepId.Text).Distinct(StringComparer.Ordinal)], ReservedMembers.Contains, "Step", CSharpName.Pascal);
        foreach (var step in steps)
        {
            if (_scope.FindStep(step.StepId.Text) is not null)
            {
                _scope.Report(DiagnosticDescriptors.DuplicateName, step.StepId.Range, step.StepId.Text);
                continue;
            }
            _scope.Add(new StepSymbol(step, _scope.Steps.Count, constants[_scope.Steps.Count]));
        }
        _scope.Constants.UnionWith(constants);
    }

    private void CheckDependencies(StepSymbol step)
    {
        foreach (var dependency in step.Step.DependsOn)
        {
            if (StepOrder.Local(_scope, dependency) is { } local)
            {
                if (_scope.FindStep(local) is null)
                {
                    _scope.Report(
                        DiagnosticDescriptors.UnknownStep, dependency.Range, _scope.Id, local, Suggestion.For(local, _scope.Steps.Select(static item => item.Id)));
                }
                continue;
            }
            if (_workflows.FindStep(_scope, dependency) is { } other
                && !_scope.Dependencies.Exists(call => call.Target == other)
                && !_scope.Steps.Any(earlier => earlier.Index < step.Index && earlier.Call?.Target == other))
            {
                _scope.Report(DiagnosticDescriptors.WorkflowNotRun, dependency.Range, dependency.Text, other.Id);
            }
        }
    }

    private void DeclareDependencies()
    {
        foreach (var id in _scope.Workflow.DependsOn)
        {
            if (_workflows.Resolve(_scope, id) is not { } target)
            {
                continue;
            }
            if (_scope.Dependencies.Exists(other => other.Target == target))
            {
                _scope.Report(DiagnosticDescriptors.DuplicateName, id.Range, id.Text);
            }
            else
            {
                var (key, name) = _scope.Claim("$workflows." + target.Id, "Run " + target.Id);
                var call = new CallSymbol(key, name, target);
                _scope.Dependencies.Add(call);
                call.Arguments = new CallBinder(_scope, target, $"Workflow '{_scope.Id}'", id).BindSame();
            }
        }
    }

    private bool ResolveTargets()
    {
        foreach (var step in _scope.Steps)
        {
            if (step.Step.WorkflowId is { } id)
            {
                step.Call = _workflows.Resolve(_scope, id) is { } target ? new CallSymbol(step.Id, step.Name, target) : null;
                continue;
            }
            if (_operations.Resolve(_scope, step.Step) is not { } operation)
            {
                continue;
            }
            step.Operation = operation;
            if (operation.Model is null)
            {
                var place = step.Step.OperationId ?? step.Step.OperationPath!;
                _scope.Report(DiagnosticDescriptors.UnsupportedOperationCall, place.Range, step.Id, place.Text, operation.Api.File.Source.RelativePath);
            }
            step.BindRequest = Request(step);
        }
        return _scope.Steps.All(static step => step.Operation?.Model is not null || step.Call is not null);
    }

    private void ResolveActions()
    {
        foreach (var step in _scope.Steps)
        {
            step.OnSuccess = _actions.Resolve(step.Step.OnSuccess, _scope.Workflow.SuccessActions, isSuccess: true);
            step.OnFailure = _actions.Resolve(step.Step.OnFailure, _scope.Workflow.FailureActions, isSuccess: false);
            step.Result = ResultCases.Only(step.Variant, step.Step.SuccessCriteria);
            step.IsTyped = !step.Step.SuccessCriteria.Any(AcceptsOtherStatus);
            step.BindOutput = name => BindOutput(step, name);
        }
        _actions.CheckInherited(_scope.Workflow.SuccessActions, isSuccess: true);
        _actions.CheckInherited(_scope.Workflow.FailureActions, isSuccess: false);
    }

    /// <summary>Whether a criterion names a status that is no success, so that the answer may have a body of another type.</summary>
    private static bool AcceptsOtherStatus(ArazzoCriterion criterion)
    {
        if (criterion.Type.Kind is not (ArazzoExpressionKind.Simple or ArazzoExpressionKind.Regex))
        {
            return false;
        }
        var text = criterion.Condition.Text + criterion.Context?.Text;
        return text.Contains("$statusCode") && System.Text.RegularExpressions.Regex.IsMatch(text, @"(==\s*'?[1345]\d\d|[<>]|\^?[1345])");
    }

    private void BindOutputs(StepSymbol step)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var output in step.Step.Outputs)
        {
            if (names.Add(output.Name.Text))
            {
                BindOutput(step, output.Name.Text);
            }
            else
            {
                _scope.Report(DiagnosticDescriptors.DuplicateName, output.Name.Range, output.Name.Text);
            }
        }
    }

    /// <summary>Binds an output unless that is done: one that reads what a later step of a loop has left asks for that first.</summary>
    private StepOutputModel? BindOutput(StepSymbol step, string name)
    {
        if (step.Outputs.TryGetValue(name, out var known) || !step.Asked.Add(name))
        {
            return known;
        }
        var key = step.Id + "." + name;
        _scope.OwnOutputs.Add(step.OutputKey(name));
        var binder = new OutputBinder(new ExpressionBinder(_scope, step, StepPhase.Success));
        ValueModel? value = null;
        var reads = _scope.Uses.Read(key, () => value = _scope.Nesting.Apart(() => binder.Bind(step.Step.Outputs.First(output => output.Name.Text == name))));
        _scope.OwnOutputs.Remove(step.OutputKey(name));
        step.Call?.Reads.AddRange(step.Call.Target.Outputs!.Items.Where(item => reads.Contains(step.Call.Key(item.DocumentName))).Select(item => (key, item.DocumentName)));
        if (value is null)
        {
            return null;
        }
        var bound = new StepOutputModel(name, _fields[(step.Id, name)], key, value, value.Type.OrNull(), IsSecret: false);
        step.Outputs.Add(name, bound);
        return bound;
    }

    /// <summary>The workflow's outputs; and those of workflows that a <c>goto</c> leads to, for then they are the result.</summary>
    private WorkflowOutputsModel Outputs()
    {
        var outputs = _scope.Workflow.Outputs;
        var finals = _followers.Items.Where(static follower => follower.IsFinal).SelectMany(static follower => follower.Call.Target.Outputs!.Items).ToList();
        var texts = outputs.Select(static output => output.Name.Text).Concat(finals.Select(static output => output.DocumentName)).Distinct(StringComparer.Ordinal).ToList();
        var assigned = MemberNames.Assign(
            texts, name => WorkflowNames.ClassMembers.Contains(name) || name == _symbol.Names.Outputs, "Output", CSharpName.Pascal);
        var binder = new OutputBinder(new ExpressionBinder(_scope, null, StepPhase.Request));
        var items = new List<WorkflowOutputModel>();
        for (var index = 0; index < texts.Count; index++)
        {
            var text = texts[index];
            if (outputs.FirstOrDefault(output => output.Name.Text == text) is not { } own)
            {
                items.Add(new WorkflowOutputModel(text, assigned[index], finals.First(output => output.DocumentName == text).Type, null));
                continue;
            }
            _scope.OwnOutputs.Add(text);
            ValueModel? value = null;
            _symbol.OutputReads[text] = _scope.Uses.Read(() => value = binder.Bind(own));
            _scope.OwnOutputs.Remove(text);
            if (value is not null)
            {
                items.Add(new WorkflowOutputModel(text, assigned[index], value.Type.OrNull(), value));
            }
        }
        return new WorkflowOutputsModel(_symbol.Names.Outputs, items.ToEquatableArray());
    }

    private StepModel Step(StepSymbol symbol)
    {
        var step = symbol.Step;
        var binder = new CriterionBinder(new ExpressionBinder(_scope, symbol, StepPhase.Success));
        var criteria = step.SuccessCriteria
            .Select(criterion => (Criterion: criterion, Condition: binder.Bind(criterion)))
            .Where(static pair => pair.Condition is not null).ToList();
        var onSuccess = symbol.OnSuccess.ConvertAll(action => _actions.Bind(symbol, action, Field));
        var onFailure = symbol.OnFailure.ConvertAll(action => _actions.Bind(symbol, action, Field));
        new DeadConditions(_scope, symbol).Check(criteria, onSuccess, onFailure);
        onSuccess = Tried(symbol.OnSuccess, onSuccess);
        onFailure = Tried(symbol.OnFailure, onFailure);
        return new StepModel(
            symbol.Id,
            symbol.Name,
            $"{Place}: {_scope.Id}/{symbol.Id}",
            symbol.BindRequest is null ? null : WithLocals(symbol, symbol.BindRequest()),
            symbol.Call is { } call ? Call(call, Arguments(symbol, call)) : null,
            step.Timeout is { } timeout ? (long)timeout.TotalMilliseconds : null,
            symbol.OnSuccess.Exists(action => action.Target == symbol),
            criteria.Select(static pair => new CriterionModel(pair.Condition!, pair.Criterion.Condition.Text)).ToEquatableArray(),
            symbol.Outputs.Values.ToEquatableArray(),
            onSuccess.OfType<ActionModel>().ToEquatableArray(),
            onFailure.OfType<ActionModel>().ToEquatableArray(),
            symbol.Index + 1 < _scope.Steps.Count ? _scope.Steps[symbol.Index + 1].Name : null)
        {
            Result = symbol.ReadsResult ? symbol.Result : null,
        };

        string Field(string kept) => _fields[(symbol.Id, kept)];
    }

    /// <summary>The actions up to the one that always applies, which asks for nothing.</summary>
    private static List<ActionModel?> Tried(List<ActionSymbol> symbols, List<ActionModel?> actions)
    {
        var last = symbols.FindIndex(static symbol => symbol.IsCertain);
        return last < 0 || actions[last] is not { } certain ? actions : [.. actions.Take(last), certain with { Condition = null }];
    }

    /// <summary>The request, bound when something first asks for it.</summary>
    private Func<RequestModel> Request(StepSymbol symbol)
    {
        RequestModel? bound = null;
        return () => bound ??= _scope.Nesting.Apart(() => _scope.Uses.Apart(() => new RequestBinder(
            _scope, _components, symbol, Client(symbol.Operation!.Api.Client.Namespace, symbol.Operation.Api.Client.Name)).Bind(symbol.Variant!)));
    }

    private static RequestModel WithLocals(StepSymbol symbol, RequestModel request)
    {
        var locals = request.Arguments.Select(static argument => (Key: argument.Name, argument.Value)).Concat(request.Extras.Select(static extra => (extra.Key, extra.Value)))
            .Where(item => symbol.Locals.ContainsKey(item.Key))
            .Select(item => new ArgumentModel(symbol.Locals[item.Key].Name, item.Value));
        return request with
        {
            Locals = locals.ToEquatableArray(),
            Arguments = request.Arguments.Select(argument => symbol.Locals.TryGetValue(argument.Name, out var local) ? argument with { Value = local } : argument).ToEquatableArray(),
            Extras = request.Extras.Select(extra => symbol.Locals.TryGetValue(extra.Key, out var local) ? extra with { Value = local } : extra).ToEquatableArray(),
        };
    }

    private string Client(string @namespace, string name)
    {
        if (_symbol.Clients.Find(other => other.Namespace == @namespace && other.Name == name) is { } known)
        {
            return known.Field;
        }
        // Two clients of one name come from two namespaces.
        var camel = CSharpName.Camel(_symbol.Clients.Exists(other => other.Name == name) ? @namespace + " " + name : name.TrimStart('@'));
        var added = new WorkflowClientModel(@namespace, name, camel, "_" + camel.TrimStart('@'));
        _symbol.Clients.Add(added);
        return added.Field;
    }
}
