using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>The call of a workflow: by a step, by an action, or because another depends on it.</summary>
/// <param name="id">What stands for it in a checkpoint: the stepId, or a name that no step has.</param>
/// <param name="name">The C# name of its constant.</param>
/// <param name="target">The workflow.</param>
internal sealed class CallSymbol(string id, string name, WorkflowSymbol target)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public WorkflowSymbol Target { get; } = target;

    /// <summary>The inputs by their C# names; null until they are bound.</summary>
    public EquatableArray<ArgumentModel>? Arguments { get; set; }

    /// <summary>The outputs of the workflow, each kept where something other than the step's own outputs reads it.</summary>
    public Dictionary<string, StepOutputModel> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Which kept outputs, by their keys, read which output of the workflow.</summary>
    public List<(string Key, string Output)> Reads { get; } = [];

    /// <summary>The key of a kept output.</summary>
    public string Key(string output) => $"{Id}.$outputs.{output}";
}
