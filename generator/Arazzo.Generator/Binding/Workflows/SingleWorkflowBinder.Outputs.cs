using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <content>What its steps keep, and what it yields.</content>
internal sealed partial class SingleWorkflowBinder
{
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
}
