using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Finds the workflows that a document names, its own and those of other documents.</summary>
internal sealed class WorkflowResolver(BindingContext context, SpecificationFile file, ArazzoDocument document, WorkflowBinder workflows)
{
    /// <summary>A workflow that can be called; null after an error.</summary>
    /// <param name="scope">The caller.</param>
    /// <param name="id">A workflowId, or <c>$sourceDescriptions.name.workflowId</c>.</param>
    public WorkflowSymbol? Resolve(WorkflowScope scope, ScalarNode id)
    {
        if (Find(scope, id) is not { } found)
        {
            return null;
        }
        if (workflows.IsTooDeep(found))
        {
            scope.NotSupported(id.Range, "Workflows that call one another more than 64 times deep are");
            return null;
        }
        if (!workflows.TryBind(found))
        {
            scope.Report(DiagnosticDescriptors.RecursiveWorkflow, id.Range, scope.Id, found.Id);
            return null;
        }
        if (!found.IsSound)
        {
            scope.Report(DiagnosticDescriptors.UncallableWorkflow, id.Range, scope.Id, found.Id, found.File.Source.RelativePath);
            return null;
        }
        return found;
    }

    /// <summary>The workflow, whether it can be called or not; null after an error.</summary>
    public WorkflowSymbol? Find(WorkflowScope scope, ScalarNode id)
    {
        if (!id.Text.StartsWith("$", StringComparison.Ordinal))
        {
            return Local(scope, id);
        }
        if (scope.Checked(scope.Expressions.ReadExpression(id)) is not { } expression)
        {
            return null;
        }
        if (expression is SourceDescriptionExpression foreign && foreign.In(document) is var qualified)
        {
            return Qualified(scope, id, qualified.SourceName, qualified.Reference);
        }
        scope.Report(DiagnosticDescriptors.UnknownWorkflow, id.Range, id.Text, "");
        return null;
    }

    /// <summary>The workflow with the step that a dependency names; null after an error.</summary>
    public WorkflowSymbol? FindStep(WorkflowScope scope, ScalarNode dependency)
    {
        const string steps = ".steps.";
        switch (scope.Checked(scope.Expressions.ReadExpression(dependency)))
        {
            case WorkflowStepExpression own:
                return WithStep(scope, dependency, Known(file, own.WorkflowId) ?? Unknown(scope, dependency, own.WorkflowId, file), own.StepId);
            case SourceDescriptionExpression expression when expression.In(document) is var foreign && foreign.Reference.IndexOf(steps, StringComparison.Ordinal) is var end and > 0:
                return WithStep(
                    scope, dependency, Qualified(scope, dependency, foreign.SourceName, foreign.Reference.Substring(0, end)), foreign.Reference.Substring(end + steps.Length));
            case { } other:
                scope.Report(DiagnosticDescriptors.UnknownStep, dependency.Range, scope.Id, other.Text, "");
                return null;
            default:
                return null;
        }
    }

    private static WorkflowSymbol? WithStep(WorkflowScope scope, ScalarNode place, WorkflowSymbol? workflow, string step)
    {
        if (workflow is null || workflow.Scope.Workflow.Steps.Any(other => other.StepId.Text == step))
        {
            return workflow;
        }
        scope.Report(
            DiagnosticDescriptors.UnknownStep, place.Range, workflow.Id, step, Suggestion.For(step, workflow.Scope.Workflow.Steps.Select(static other => other.StepId.Text)));
        return null;
    }

    /// <summary>A workflow of a source description; null after an error.</summary>
    public WorkflowSymbol? Qualified(WorkflowScope scope, ScalarNode place, string sourceName, string id)
    {
        var source = document.SourceDescriptions.FirstOrDefault(item => item.Name.Text == sourceName);
        if (source is null)
        {
            scope.Report(
                DiagnosticDescriptors.UnknownSourceDescription, place.Range, sourceName,
                Suggestion.For(sourceName, document.SourceDescriptions.Select(static item => item.Name.Text)));
            return null;
        }
        if (File(source) is not { } target)
        {
            scope.Report(DiagnosticDescriptors.SourceFileNotFound, source.Url.Range, source.Url.Text, "Arazzo");
            return null;
        }
        return Known(target, id) ?? Unknown(scope, place, id, target);
    }

    private WorkflowSymbol? Local(WorkflowScope scope, ScalarNode id)
    {
        if (Known(file, id.Text) is { } own)
        {
            return own;
        }
        // 1.0.0 wants the name of the source only where there are several.
        var foreign = document.SourceDescriptions.Select(File).OfType<SpecificationFile>().Distinct()
            .Select(other => Known(other, id.Text)).OfType<WorkflowSymbol>().ToList();
        return foreign.Count == 1 ? scope.Accept(id, DialectForm.UnqualifiedWorkflow) ? foreign[0] : null : Unknown(scope, id, id.Text, file);
    }

    private WorkflowSymbol? Unknown(WorkflowScope scope, ScalarNode place, string id, SpecificationFile target)
    {
        scope.Report(
            DiagnosticDescriptors.UnknownWorkflow, place.Range, id,
            Suggestion.For(id, workflows.All.Where(other => other.File == target).Select(static other => other.Id)));
        return null;
    }

    private WorkflowSymbol? Known(SpecificationFile target, string id) => workflows.All.Find(other => other.File == target && other.Id == id);

    private SpecificationFile? File(ArazzoSourceDescription source) =>
        source.Type is null or ArazzoSourceType.Arazzo && context.Documents.Find(file, source.Url.Text) is { Arazzo: not null } found ? found : null;
}
