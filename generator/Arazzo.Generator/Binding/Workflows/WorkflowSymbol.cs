using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>A workflow of the project: its names, and what those have to know that call it.</summary>
internal sealed class WorkflowSymbol(SpecificationFile file, ArazzoDocument document, WorkflowScope scope, WorkflowNames names)
{
    public SpecificationFile File { get; } = file;

    public ArazzoDocument Document { get; } = document;

    public WorkflowScope Scope { get; } = scope;

    public WorkflowNames Names { get; } = names;

    public string Id => Scope.Id;

    /// <summary>How far binding has come: what is being bound must not be called, for that would be a recursion.</summary>
    public BindingStage Stage { get; set; }

    /// <summary>The model but for what only its callers tell; null when it is broken.</summary>
    public SingleWorkflowBinder? Bound { get; set; }

    /// <summary>Whether something is generated for it, or lies in another assembly.</summary>
    public bool IsSound => Bound is not null && !Scope.IsBroken && Scope.Workflow.IsSound;

    public InputBinder? Inputs { get; set; }

    public WorkflowOutputsModel? Outputs { get; set; }

    public string Fingerprint { get; set; } = "";

    /// <summary>The clients of its constructor.</summary>
    public List<WorkflowClientModel> Clients { get; } = [];

    /// <summary>The finished model.</summary>
    public WorkflowModel? Model { get; set; }

    public TypeReference Class => Type(Names.Workflow);

    public TypeReference InputsClass => Type(Names.Inputs);

    /// <summary>What each output reads: inputs by name, outputs of steps by key.</summary>
    public Dictionary<string, HashSet<string>> OutputReads { get; } = new(StringComparer.Ordinal);

    /// <summary>The outputs that go into credentials where the workflow is called.</summary>
    public HashSet<string> SecretOutputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes that an output goes into a credential of a caller; false when that was known.</summary>
    public bool MarkSecret(string output)
    {
        if (!SecretOutputs.Add(output))
        {
            return false;
        }
        foreach (var key in OutputReads.TryGetValue(output, out var keys) ? keys : [])
        {
            Scope.Uses.TurnIntoCredential(key);
        }
        return true;
    }

    /// <summary>Whether an output is a secret or made from one.</summary>
    public bool IsSecret(string output) => Bound?.IsSecretOutput(output) ?? false;

    private TypeReference Type(string name) => new(TypeKind.Object, File.Source.Options.Namespace, name);
}

internal enum BindingStage
{
    NotYet,
    Binding,
    Bound,
}
