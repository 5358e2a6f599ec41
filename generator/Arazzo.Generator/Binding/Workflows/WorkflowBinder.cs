using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>
/// Decides what the workflows of the project become. A workflow with an error becomes nothing, and spoils no other but those that call it.
/// </summary>
internal sealed class WorkflowBinder(BindingContext context, TypeTable types, IReadOnlyList<BoundApi> apis, Output output)
{
    // Each is bound on the compiler's stack above its caller.
    private const int Deepest = 64;

    private readonly List<WorkflowSymbol> _bound = [];
    private int _depth;

    /// <summary>In the order of files and documents.</summary>
    public List<WorkflowSymbol> All { get; } = [];

    /// <summary>The workflows that are sound.</summary>
    public IEnumerable<WorkflowModel> Bind()
    {
        foreach (var file in context.Files)
        {
            foreach (var workflow in file.Arazzo?.Workflows ?? [])
            {
                All.Add(Declare(file, file.Arazzo!, workflow));
            }
        }
        foreach (var workflow in All)
        {
            TryBind(workflow);
        }
        do
        {
            MarkAllSecrets();
        }
        while (MarkAllGiven());
        foreach (var workflow in _bound.Where(static workflow => workflow.IsSound))
        {
            workflow.Model = workflow.Bound!.Complete();
        }
        foreach (var workflow in All.Where(static workflow => workflow.Model is not null && workflow.File.Source.Options.Emit != Emission.None))
        {
            Use(workflow.Scope, workflow.Model!);
            yield return workflow.Model!;
        }
    }

    private void MarkAllSecrets()
    {
        while (MarkSecrets())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What a caller sends as a credential is a secret of the workflow that it calls, and what that yields of it one of its other callers.</summary>
    private bool MarkSecrets()
    {
        var isNew = false;
        // What is called was bound before its callers.
        for (var index = _bound.Count - 1; index >= 0; index--)
        {
            isNew |= _bound[index].Bound?.MarkSecrets() ?? false;
        }
        return isNew;
    }

    private bool MarkAllGiven()
    {
        var isNew = false;
        foreach (var workflow in _bound)
        {
            isNew |= workflow.Bound?.MarkGiven() ?? false;
        }
        return isNew;
    }

    /// <summary>Whether a workflow is not bound yet, and called by too many that are being bound.</summary>
    public bool IsTooDeep(WorkflowSymbol workflow) => workflow.Stage == BindingStage.NotYet && _depth >= Deepest;

    /// <summary>Binds a workflow unless that is done; false when it is being bound, so that it is about to call itself.</summary>
    public bool TryBind(WorkflowSymbol workflow)
    {
        if (workflow.Stage != BindingStage.NotYet)
        {
            return workflow.Stage == BindingStage.Bound;
        }
        context.CancellationToken.ThrowIfCancellationRequested();
        workflow.Stage = BindingStage.Binding;
        _depth++;
        var operations = new OperationResolver(context, workflow.File, workflow.Document, apis);
        var binder = new SingleWorkflowBinder(context, workflow, operations, new WorkflowResolver(context, workflow.File, workflow.Document, this));
        workflow.Bound = binder.TryBind() ? binder : null;
        _depth--;
        workflow.Stage = BindingStage.Bound;
        _bound.Add(workflow);
        return true;
    }

    private WorkflowSymbol Declare(SpecificationFile file, ArazzoDocument document, ArazzoWorkflow workflow)
    {
        var diagnostics = context.Diagnostics(file);
        var scope = new WorkflowScope(document, workflow, file.Source.Options.Dialect, diagnostics, new ExpressionReader(file.Source.Options.Dialect, diagnostics), types)
        {
            Self = document.Self?.Text ?? file.Source.RelativePath,
        };
        return new WorkflowSymbol(file, document, scope, Claim(file, CSharpName.Pascal(workflow.WorkflowId.Text)));
    }

    // Claimed whether the workflow is sound or not, so that mending one does not rename another.
    private WorkflowNames Claim(SpecificationFile file, string name)
    {
        return new WorkflowNames(name, Name("Workflow"), Name("Inputs"), Name("Outputs"), Name("Credentials"));

        string Name(string role) =>
            context.Names.Claim(file.Source.Options.Namespace, name + role, [name + "Workflow" + role], file.Source.RelativePath + "#" + name + role);
    }

    private void Use(WorkflowScope scope, WorkflowModel model)
    {
        foreach (var step in scope.Steps)
        {
            if (step.Operation is { } operation)
            {
                output.Use(operation.Api, step.Variant!);
            }
        }
        foreach (var input in model.Inputs.Items)
        {
            output.Use(input.Type);
        }
    }
}

/// <summary>The C# names of a workflow's classes.</summary>
/// <param name="Stem">The workflow in one word.</param>
/// <param name="Workflow">The workflow's class.</param>
/// <param name="Inputs">The class of its inputs.</param>
/// <param name="Outputs">The class of its outputs.</param>
/// <param name="Credentials">The class of its secrets.</param>
internal sealed record WorkflowNames(string Stem, string Workflow, string Inputs, string Outputs, string Credentials)
{
    /// <summary>Members that every class has.</summary>
    public static HashSet<string> ClassMembers { get; } = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };
}
