using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <content>Workflows that this one calls, and what must not be stored of a run.</content>
internal sealed partial class SingleWorkflowBinder
{
    /// <summary>What callers send as credentials of the outputs of this workflow, and it of those that it calls, is secret there, too.</summary>
    /// <returns>Whether something is secret now that was not before.</returns>
    public bool MarkSecrets()
    {
        var before = _secrets.Count + _secretOutputs.Count;
        var isNew = false;
        _scope.Uses.PassOn();
        foreach (var call in Calls())
        {
            foreach (var (key, output) in call.Reads)
            {
                if (_scope.Uses.IsCredential(key))
                {
                    isNew |= call.Target.MarkSecret(output);
                }
            }
        }
        foreach (var follower in _followers.Items.Where(static follower => follower.IsFinal))
        {
            foreach (var output in follower.Call.Target.Outputs!.Items.Where(output => _symbol.SecretOutputs.Contains(output.DocumentName)))
            {
                isNew |= follower.Call.Target.MarkSecret(output.DocumentName);
            }
        }
        _secrets = Secrets();
        _secretOutputs = [.. _symbol.Outputs!.Items.Select(static output => output.DocumentName).Where(output =>
            (_symbol.OutputReads.TryGetValue(output, out var reads) && reads.Overlaps(_secrets))
            || _followers.Items.Exists(follower => follower.IsFinal && follower.Call.Target.IsSecret(output)))];
        foreach (var (target, input, reads, _) in _scope.Given)
        {
            isNew |= reads.Overlaps(_secrets) && target.Scope.SecretInputs.Add(input);
        }
        return isNew || _secrets.Count + _secretOutputs.Count > before;
    }

    /// <summary>What is given to an input that has turned out to be a secret goes into a credential: the workflows that this one calls know by now.</summary>
    /// <returns>Whether there is such an input that was not known to be one.</returns>
    public bool MarkGiven()
    {
        var isNew = false;
        for (var index = 0; index < _scope.Given.Count; index++)
        {
            var given = _scope.Given[index];
            if (given.WasSecret || given.Target.Bound?.IsSecret(given.Input) != true)
            {
                continue;
            }
            isNew = true;
            _scope.Given[index] = given with { WasSecret = true };
            foreach (var key in given.Reads)
            {
                _scope.Uses.TurnIntoCredential(key);
            }
        }
        _scope.Uses.PassOn();
        _secrets = Secrets();
        return isNew;
    }

    /// <summary>Whether an input, or an output of a step or a call, is a secret or made from one.</summary>
    public bool IsSecret(string key) => _secrets.Contains(key);

    /// <summary>Whether an output of the workflow is a secret: of its own, or of another that a <c>goto</c> has led to, which then yields it.</summary>
    public bool IsSecretOutput(string output) => _secretOutputs.Contains(output);

    private HashSet<string> Secrets()
    {
        var uses = _scope.Uses;
        var readers = uses.OutputReads.SelectMany(static output => output.Value.Select(read => (Read: read, Reader: output.Key)))
            .ToLookup(static pair => pair.Read, static pair => pair.Reader, StringComparer.Ordinal);
        var pending = new Stack<string>(_scope.Inputs.Keys.Where(uses.IsOnlyCredential).Append(ValueUses.Password)
            .Concat(_scope.SecretInputs)
            .Concat(uses.Credentials.Where(key => !_scope.Inputs.ContainsKey(key)))
            .Concat(Calls().SelectMany(static call => call.Reads.Where(read => call.Target.IsSecret(read.Output))).Select(static read => read.Key)));
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        while (pending.Count > 0)
        {
            var key = pending.Pop();
            if (secrets.Add(key))
            {
                foreach (var reader in readers[key])
                {
                    pending.Push(reader);
                }
            }
        }
        return secrets;
    }

    private IEnumerable<CallSymbol> Calls() => _scope.Dependencies
        .Concat(_scope.Steps.Select(static step => step.Call).OfType<CallSymbol>())
        .Concat(_followers.Items.Select(static follower => follower.Call));

    /// <summary>
    /// The fields of the run's state: of outputs by the output's name where that is enough, else with the step's before it; of what calls yield and actions
    /// take along by both.
    /// </summary>
    private Dictionary<(string Step, string Output), string> Fields()
    {
        var outputs = _scope.Steps.SelectMany(static step => step.Step.Outputs.Select(output => (Step: step.Id, Output: output.Name.Text))).Distinct().ToList();
        var plain = outputs.ToLookup(static item => CSharpName.Pascal(item.Output), StringComparer.Ordinal);
        var texts = outputs.ConvertAll(item => plain[CSharpName.Pascal(item.Output)].Count() == 1 ? item.Output : item.Step + " " + item.Output);
        var added = new HashSet<(string Step, string Output)>(outputs);
        foreach (var call in Calls())
        {
            Add(call.Target.Outputs!.Items.Select(output => (call.Id, "$outputs." + output.DocumentName)));
        }
        foreach (var step in _scope.Steps)
        {
            Add(step.OnSuccess.Concat(step.OnFailure).Where(static action => action.Workflow is not null).SelectMany(action =>
                action.Action.Parameters.Select(_components.Parameter).Where(static found => found is not null)
                    .Select(found => (step.Id, ActionBinder.Kept(action.Action.Name.Text, found!.Value.Parameter.Name.Text)))));
        }
        var assigned = MemberNames.Assign(texts, ReservedMembers.Contains, "Output", static text => CSharpName.Pascal(
            text.Replace("$workflows.", "").Replace("$outputs.", "").Replace("$actions.", "")));
        return outputs.Select((item, index) => (item, index)).ToDictionary(static pair => pair.item, pair => assigned[pair.index]);

        void Add(IEnumerable<(string Step, string Output)> items)
        {
            foreach (var item in items.Where(added.Add))
            {
                outputs.Add(item);
                texts.Add(item.Step + " " + item.Output);
            }
        }
    }

    /// <summary>Makes the outputs of called workflows known to what comes after them.</summary>
    private void KeepCalled()
    {
        foreach (var call in Calls())
        {
            foreach (var output in call.Target.Outputs!.Items)
            {
                var key = call.Key(output.DocumentName);
                call.Reads.Add((key, output.DocumentName));
                call.Outputs.Add(output.DocumentName, new StepOutputModel(
                    output.DocumentName, _fields[(call.Id, "$outputs." + output.DocumentName)], key,
                    new CalledOutputValue(output.Type, output.Name, IsConditional: false), output.Type, IsSecret: false));
            }
        }
    }

    private StepModel Dependency(CallSymbol call)
    {
        var index = _scope.Dependencies.IndexOf(call);
        var next = index + 1 < _scope.Dependencies.Count ? _scope.Dependencies[index + 1].Name : _scope.Steps[0].Name;
        return Added(call, Call(call, call.Arguments ?? []) with { IsDependency = true }, next) with { Description = StepDescription.Of($"Workflow '{call.Target.Id}' comes first.") };
    }

    private StepModel Follower(Follower follower)
    {
        var model = Call(follower.Call, follower.Call.Arguments ?? []);
        return Added(follower.Call, follower.IsFinal ? model with { Results = Results(follower) } : model with { GoesBack = true }, next: null) with
        {
            Description = StepDescription.Of(follower.IsFinal ? $"The run goes on with workflow '{follower.Call.Target.Id}'." : $"Workflow '{follower.Call.Target.Id}' runs before another attempt."),
        };
    }

    /// <summary>The outputs of a run that ends with another workflow: those of that, and what this one has besides.</summary>
    private EquatableArray<ArgumentModel> Results(Follower follower)
    {
        var results = new List<ArgumentModel>();
        foreach (var output in _symbol.Outputs!.Items)
        {
            var other = follower.Call.Target.Outputs!.Items.FirstOrDefault(other => other.DocumentName == output.DocumentName);
            var value = other is null ? output.Value : Conversions.Convert(new CalledOutputValue(other.Type, other.Name, IsConditional: false), output.Type);
            if (value is not null)
            {
                results.Add(new ArgumentModel(output.Name, value));
            }
            else if (other is not null)
            {
                _scope.Report(
                    DiagnosticDescriptors.TypeClash, follower.Place.Range,
                    $"the output '{output.DocumentName}'", Conversions.Describe(output.Type), Conversions.Describe(other.Type));
            }
        }
        return results.ToEquatableArray();
    }

    private static StepModel Added(CallSymbol call, CallModel model, string? next) =>
        new(call.Id, call.Name, null, model, null, false, [], [], [], [], next);

    private EquatableArray<ArgumentModel> Arguments(StepSymbol step, CallSymbol call)
    {
        var values = new ValueBinder(new ExpressionBinder(_scope, step, StepPhase.Request));
        var given = ParameterList.Merge(_scope, _components, _scope.Workflow.Parameters, step.Step.Parameters, areInputs: true);
        var arguments = new CallBinder(_scope, call.Target, $"Step '{step.Id}'", step.Step.WorkflowId!).Bind(given, (parameter, input, place) =>
        {
            var value = values.Bind(parameter.Value, input.Type.NotNull(), place);
            return input.IsRequired && !input.Type.IsNullable ? values.Require(value, parameter.Value, place) : value;
        });
        call.Arguments = arguments;
        return arguments;
    }

    /// <summary>Reports parameters of the workflow that none of its steps takes: operations take all that have a place.</summary>
    private void CheckParameters()
    {
        var calls = _scope.Steps.Select(static step => step.Call).OfType<CallSymbol>().ToList();
        var hasOperations = calls.Count < _scope.Steps.Count;
        foreach (var reusable in calls.Count == 0 ? [] : _scope.Workflow.Parameters)
        {
            if (_components.Parameter(reusable) is { } found && !(hasOperations && found.Parameter.In is not null) && !calls.Exists(call => call.Target.Inputs!.Model("").Items.Any(input => input.DocumentName == found.Parameter.Name.Text)))
            {
                var place = reusable.Reference?.Reference ?? found.Parameter.Name;
                _scope.Report(DiagnosticDescriptors.UnusedParameter, place.Range, $"No workflow that '{_scope.Id}' calls has an input", found.Parameter.Name.Text, "");
            }
        }
    }

    private CallModel Call(CallSymbol call, EquatableArray<ArgumentModel> arguments) => new(
        call.Target.Class,
        call.Target.InputsClass,
        call.Target.Clients.ConvertAll(client => Client(client.Namespace, client.Name)).ToEquatableArray(),
        arguments,
        [],
        Results: null,
        GoesBack: false);

    private CallSymbol? CallOf(StepModel step) => _calls.TryGetValue(step.Id, out var call) ? call : null;

    // What reads an output is known only after all steps, and all callers.
    private StepModel WithSecrets(StepModel step)
    {
        var outputs = step.Outputs.Concat(CallOf(step)?.Outputs.Values.Where(output => _scope.Uses.IsKept(output.Key)) ?? []);
        return step with
        {
            Outputs = outputs.Select(Secret).ToEquatableArray(),
            OnSuccess = step.OnSuccess.Select(Action).ToEquatableArray(),
            OnFailure = step.OnFailure.Select(Action).ToEquatableArray(),
        };

        ActionModel Action(ActionModel action) => action with { Keeps = action.Keeps.Select(Secret).ToEquatableArray() };

        StepOutputModel Secret(StepOutputModel output) => output with { IsSecret = output.IsSecret || IsSecret(output.Key) };
    }

    private StepModel WithCalledSecrets(StepModel step, WorkflowCredentialsModel? credentials) =>
        CallOf(step) is not { } called ? step : step with
        {
            Call = step.Call! with
            {
                Secrets = CalledSecrets(called)
                    .Select(secret => (Secret: secret, Own: credentials!.Items.First(item => item.IsCalled && item.Field == CalledField(called, secret))))
                    .Select(static pair => new ArgumentModel(pair.Secret.Variable, new StepOutputValue(pair.Own.Type, pair.Own.Field!)))
                    .ToEquatableArray(),
            },
        };

    private static IEnumerable<WorkflowCredentialModel> CalledSecrets(CallSymbol call) =>
        call.Target.Model?.Credentials?.Items.Where(static item => item.Field is not null) ?? [];

    private string CalledField(CallSymbol call, WorkflowCredentialModel secret)
    {
        var name = "Called" + call.Name + secret.Name.TrimStart('@');
        while (_fieldNames.Contains(name))
        {
            name = "Called" + name;
        }
        return name;
    }

    private WorkflowCredentialsModel? Credentials(WorkflowInputsModel inputs, List<StepModel> steps)
    {
        var texts = new List<string>();
        var items = new List<Func<string, WorkflowCredentialModel>>();
        foreach (var input in inputs.Items.Where(static input => input.IsSecret))
        {
            texts.Add(input.DocumentName);
            items.Add(name => new WorkflowCredentialModel(name, CSharpName.Camel(name), input.Type, input.IsRequired, input.Name, null, IsCalled: false, input.Documentation) { Default = input.Default });
        }
        foreach (var step in steps)
        {
            foreach (var output in step.Outputs.Concat(step.OnSuccess.Concat(step.OnFailure).SelectMany(static action => action.Keeps)).Where(static output => output.IsSecret))
            {
                texts.Add(step.Id + " " + output.DocumentName);
                items.Add(name => new WorkflowCredentialModel(
                    name, CSharpName.Camel(name), output.Type, IsRequired: false, null, output.Field, IsCalled: false, $"The output '{output.DocumentName}' of step '{step.Id}', when that step has run."));
            }
        }
        foreach (var call in Calls())
        {
            foreach (var secret in CalledSecrets(call))
            {
                texts.Add(call.Name + " " + secret.Name);
                items.Add(name => new WorkflowCredentialModel(
                    name, CSharpName.Camel(name), secret.Type.OrNull(), IsRequired: false, null, CalledField(call, secret), IsCalled: true,
                    $"For a checkpoint inside of workflow '{call.Target.Id}', which '{call.Id}' calls. {secret.Documentation}"));
            }
        }
        if (texts.Count == 0)
        {
            return null;
        }
        var assigned = MemberNames.Assign(
            texts, name => WorkflowNames.ClassMembers.Contains(name) || name == _symbol.Names.Credentials, "Value", CSharpName.Pascal);
        return new WorkflowCredentialsModel(_symbol.Names.Credentials, items.Select((item, index) => item(assigned[index])).ToEquatableArray());
    }
}
