using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what the workflows of a document become. A workflow with an error becomes nothing, and spoils no other.</summary>
internal sealed class WorkflowBinder(BindingContext context, TypeTable types, IReadOnlyList<BoundApi> apis, Output output)
{
    /// <summary>The workflows of a document that are sound.</summary>
    public IEnumerable<WorkflowModel> Bind(SpecificationFile file, ArazzoDocument document)
    {
        var expressions = new ExpressionReader(file.Source.Options.Dialect, context.Diagnostics(file));
        var operations = new OperationResolver(context, file, document, apis);
        var models = new List<WorkflowModel>();
        foreach (var workflow in document.Workflows)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var scope = new WorkflowScope(workflow, file.Source.Options.Dialect, context.Diagnostics(file), expressions, types)
            {
                Self = document.Self?.Text ?? file.Source.RelativePath,
            };
            var name = CSharpName.Pascal(workflow.WorkflowId.Text);
            var names = Claim(file, name);
            var model = new SingleWorkflowBinder(context, file, document, scope, operations, names).Bind();
            if (model is null || scope.IsBroken || !workflow.IsSound)
            {
                continue;
            }
            if (file.Source.Options.Emit != Emission.None)
            {
                Use(scope, model);
                models.Add(model);
            }
        }
        return models;
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
            output.Use(step.Operation!.Api, step.Variant!);
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
