using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Workflows.Conditions;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Binding.Workflows.Requests;
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
        "CredentialOf", "Describe", "HasSecrets", "Inputs", "Read", "ReadValue", "Require", "Restore", "SecretInputs", "State", "Step", "Write",
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
            $"{_symbol.File.Source.RelativePath}: {_scope.Id}",
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
            step.IsTyped = !StatusCriteria.AcceptFailures(step.Step.SuccessCriteria);
            step.BindOutput = name => BindOutput(step, name);
        }
        _actions.CheckInherited(_scope.Workflow.SuccessActions, isSuccess: true);
        _actions.CheckInherited(_scope.Workflow.FailureActions, isSuccess: false);
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
            Description = StepDescription.Of(step.Description?.Text),
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
}
