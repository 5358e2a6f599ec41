using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what one workflow becomes.</summary>
internal sealed class SingleWorkflowBinder(
    BindingContext context, SpecificationFile file, ArazzoDocument document, WorkflowScope scope, OperationResolver operations, WorkflowNames names)
{
    // Members of the classes in the workflow's class.
    private static readonly HashSet<string> ReservedMembers = new(WorkflowNames.ClassMembers, StringComparer.Ordinal)
    {
        "Describe", "Inputs", "Read", "ReadValue", "Require", "State", "Step", "Write",
    };

    private readonly Components _components = new(scope, document.Components);
    private readonly List<WorkflowClientModel> _clients = [];

    /// <summary>The model; meaningless, or null, when the scope is broken afterwards.</summary>
    public WorkflowModel? Bind()
    {
        var workflow = scope.Workflow;
        if (workflow.Steps.IsEmpty)
        {
            // Reported where it is read.
            return null;
        }
        foreach (var dependency in workflow.DependsOn)
        {
            scope.NotSupported(dependency.Range, "Workflows that depend on others are");
        }
        var inputs = new InputBinder(context, file, scope, names.Stem);
        inputs.Declare();
        DeclareSteps();
        if (!ResolveOperations())
        {
            return null;
        }
        ResolveActions();
        Reachability.Check(scope);
        var fields = Fields();
        foreach (var step in scope.Steps)
        {
            BindOutputs(step, fields);
        }
        var steps = scope.Steps.ConvertAll(Step);
        var outputs = Outputs();
        if (scope.IsBroken)
        {
            return null;
        }
        var inputsModel = inputs.Model(names.Inputs);
        steps = steps.ConvertAll(WithSecrets);
        return new WorkflowModel(
            HintNames.Make(file.Source.Options.Namespace, "Workflows", names.Workflow),
            file.Source.Options.Visibility,
            file.Source.Options.Namespace,
            names.Workflow,
            scope.Id,
            DocumentFingerprint.Of(workflow.Node, document.Node["components"], document.Node["sourceDescriptions"]),
            Documentation(),
            $"{file.Source.RelativePath}: {scope.Id}",
            _clients.ToEquatableArray(),
            inputsModel,
            outputs,
            Credentials(inputsModel, steps),
            steps.ToEquatableArray(),
            scope.Patterns.ToEquatableArray(),
            steps.Exists(static step => step.OnSuccess.Concat(step.OnFailure).Any(static action => action.Kind is ActionKind.Poll or ActionKind.Retry)));
    }

    private string? Documentation() => (scope.Workflow.Summary?.Text, scope.Workflow.Description?.Text) switch
    {
        (null, var description) => description,
        (var summary, null) => summary,
        (var summary, var description) => summary + "\n\n" + description,
    };

    private void DeclareSteps()
    {
        var steps = scope.Workflow.Steps;
        var constants = MemberNames.Assign(
            [.. steps.Select(static step => step.StepId.Text).Distinct(StringComparer.Ordinal)], ReservedMembers.Contains, "Step", CSharpName.Pascal);
        foreach (var step in steps)
        {
            if (scope.FindStep(step.StepId.Text) is not null)
            {
                scope.Report(DiagnosticDescriptors.DuplicateName, step.StepId.Range, step.StepId.Text);
                continue;
            }
            scope.Steps.Add(new StepSymbol(step, scope.Steps.Count, constants[scope.Steps.Count]));
        }
        foreach (var dependency in steps.SelectMany(static step => step.DependsOn))
        {
            CheckDependency(dependency);
        }
    }

    private void CheckDependency(Reading.ScalarNode dependency)
    {
        if (dependency.Text.StartsWith("$", StringComparison.Ordinal))
        {
            scope.NotSupported(dependency.Range, "Dependencies on steps of other workflows are");
        }
        else if (scope.FindStep(dependency.Text) is null)
        {
            scope.Report(
                DiagnosticDescriptors.UnknownStep, dependency.Range, scope.Id, dependency.Text, Suggestion.For(dependency.Text, scope.Steps.Select(static item => item.Id)));
        }
    }

    private bool ResolveOperations()
    {
        foreach (var step in scope.Steps)
        {
            if (operations.Resolve(scope, step.Step) is not { } operation)
            {
                continue;
            }
            step.Operation = operation;
            if (operation.Model is null)
            {
                var place = step.Step.OperationId ?? step.Step.OperationPath!;
                scope.Report(DiagnosticDescriptors.UnsupportedOperationCall, place.Range, step.Id, place.Text, operation.Api.File.Source.RelativePath);
            }
        }
        return scope.Steps.TrueForAll(static step => step.Operation?.Model is not null);
    }

    private void ResolveActions()
    {
        var binder = new ActionBinder(scope, _components);
        foreach (var step in scope.Steps)
        {
            step.OnSuccess = binder.Resolve(step.Step.OnSuccess, scope.Workflow.SuccessActions, isSuccess: true);
            step.OnFailure = binder.Resolve(step.Step.OnFailure, scope.Workflow.FailureActions, isSuccess: false);
            step.IsTyped = !step.Step.SuccessCriteria.Any(AcceptsOtherStatus);
        }
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

    /// <summary>The fields of the outputs: by the output's name where that is enough, else with the step's before it.</summary>
    private Dictionary<(string Step, string Output), string> Fields()
    {
        var outputs = scope.Steps.SelectMany(static step => step.Step.Outputs.Select(output => (Step: step, Output: output.Name.Text))).Distinct().ToList();
        var plain = outputs.ToLookup(static item => CSharpName.Pascal(item.Output), StringComparer.Ordinal);
        var texts = outputs.ConvertAll(item => plain[CSharpName.Pascal(item.Output)].Count() == 1 ? item.Output : item.Step.Id + " " + item.Output);
        var assigned = MemberNames.Assign(texts, ReservedMembers.Contains, "Output", CSharpName.Pascal);
        return outputs.Select((item, index) => (item, index)).ToDictionary(static pair => (pair.item.Step.Id, pair.item.Output), pair => assigned[pair.index]);
    }

    private void BindOutputs(StepSymbol step, Dictionary<(string Step, string Output), string> fields)
    {
        var expressions = new ExpressionBinder(scope, step, StepPhase.Success);
        foreach (var output in step.Step.Outputs)
        {
            if (step.Outputs.ContainsKey(output.Name.Text))
            {
                scope.Report(DiagnosticDescriptors.DuplicateName, output.Name.Range, output.Name.Text);
            }
            else if (Output(output, expressions) is { } value)
            {
                var key = step.Id + "." + output.Name.Text;
                step.Outputs.Add(
                    output.Name.Text,
                    new StepOutputModel(output.Name.Text, fields[(step.Id, output.Name.Text)], key, value, value.Type.OrNull(), IsSecret: false));
            }
        }
    }

    private ValueModel? Output(ArazzoOutput output, ExpressionBinder expressions)
    {
        if (output.Selector is { } selector)
        {
            return new SelectorBinder(expressions).Bind(selector);
        }
        if (output.Value is not Reading.ScalarNode text || scope.Checked(scope.Expressions.ReadExpression(text)) is not { } expression)
        {
            return scope.Checked<ValueModel>(null);
        }
        return expressions.Bind(expression, text.Range);
    }

    private WorkflowOutputsModel Outputs()
    {
        var outputs = scope.Workflow.Outputs;
        var texts = outputs.Select(static output => output.Name.Text).Distinct(StringComparer.Ordinal).ToList();
        var assigned = MemberNames.Assign(texts, name => WorkflowNames.ClassMembers.Contains(name) || name == names.Outputs, "Output", CSharpName.Pascal);
        var expressions = new ExpressionBinder(scope, null, StepPhase.Request);
        var items = new List<WorkflowOutputModel>();
        for (var index = 0; index < texts.Count; index++)
        {
            if (Output(outputs.First(output => output.Name.Text == texts[index]), expressions) is { } value)
            {
                items.Add(new WorkflowOutputModel(texts[index], assigned[index], value));
            }
        }
        return new WorkflowOutputsModel(names.Outputs, items.ToEquatableArray());
    }

    private StepModel Step(StepSymbol symbol)
    {
        var step = symbol.Step;
        var operation = symbol.Operation!;
        var criteria = new CriterionBinder(new ExpressionBinder(scope, symbol, StepPhase.Success));
        var actions = new ActionBinder(scope, _components);
        return new StepModel(
            symbol.Id,
            symbol.Name,
            $"{file.Source.RelativePath}: {scope.Id}/{symbol.Id}",
            new RequestBinder(scope, _components, symbol, Client(operation)).Bind(symbol.Variant!),
            step.Timeout is { } timeout ? (long)timeout.TotalMilliseconds : null,
            symbol.OnSuccess.Exists(action => action.Target == symbol),
            step.SuccessCriteria
                .Select(criterion => criteria.Bind(criterion) is { } condition ? new CriterionModel(condition, criterion.Condition.Text) : null)
                .OfType<CriterionModel>().ToEquatableArray(),
            symbol.Outputs.Values.ToEquatableArray(),
            symbol.OnSuccess.Select(action => actions.Bind(symbol, action)).OfType<ActionModel>().ToEquatableArray(),
            symbol.OnFailure.Select(action => actions.Bind(symbol, action)).OfType<ActionModel>().ToEquatableArray(),
            symbol.Index + 1 < scope.Steps.Count ? scope.Steps[symbol.Index + 1].Name : null);
    }

    // What reads an output is known only after all steps.
    private StepModel WithSecrets(StepModel step) => step with
    {
        Outputs = step.Outputs.Select(output => output with { IsSecret = scope.IsCredential(output.Key) }).ToEquatableArray(),
    };

    private WorkflowCredentialsModel? Credentials(WorkflowInputsModel inputs, List<StepModel> steps)
    {
        var secretInputs = inputs.Items.Where(static input => input.IsSecret).ToList();
        var secretOutputs = steps.SelectMany(static step => step.Outputs.Where(static output => output.IsSecret).Select(output => (Step: step, Output: output))).ToList();
        var texts = secretInputs.Select(static input => input.DocumentName).Concat(secretOutputs.Select(static item => item.Step.Id + " " + item.Output.DocumentName)).ToList();
        if (texts.Count == 0)
        {
            return null;
        }
        var assigned = MemberNames.Assign(texts, name => WorkflowNames.ClassMembers.Contains(name) || name == names.Credentials, "Value", CSharpName.Pascal);
        var items = secretInputs.Select((input, index) => new WorkflowCredentialModel(
            assigned[index], input.Type, input.IsRequired, input.Name, null, input.Documentation));
        var outputs = secretOutputs.Select((item, index) => new WorkflowCredentialModel(
            assigned[secretInputs.Count + index], item.Output.Type, IsRequired: false, null, item.Output.Field,
            $"The output '{item.Output.DocumentName}' of step '{item.Step.Id}', when that step has run."));
        return new WorkflowCredentialsModel(names.Credentials, items.Concat(outputs).ToEquatableArray());
    }

    private string Client(Operations.BoundOperation operation)
    {
        var client = operation.Api.Client;
        if (_clients.Find(other => other.Namespace == client.Namespace && other.Name == client.Name) is { } known)
        {
            return known.Field;
        }
        // Two clients of one name come from two namespaces.
        var camel = CSharpName.Camel(_clients.Exists(other => other.Name == client.Name) ? client.Namespace + " " + client.Name : client.Name.TrimStart('@'));
        var added = new WorkflowClientModel(client.Namespace, client.Name, camel, "_" + camel.TrimStart('@'));
        _clients.Add(added);
        return added.Field;
    }
}
