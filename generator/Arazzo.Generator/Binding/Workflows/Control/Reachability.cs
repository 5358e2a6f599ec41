using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Binding.Workflows.Control;

/// <summary>Finds steps that no way leads to, and those that a way leads to too early.</summary>
internal static class Reachability
{
    public static void Check(WorkflowScope scope)
    {
        var graph = new StepGraph(scope);
        var reached = graph.Reached();
        foreach (var step in scope.Steps.Where(step => !reached.Contains(step)))
        {
            scope.Report(DiagnosticDescriptors.UnreachableStep, step.Step.StepId.Range, step.Id);
        }
        var dependencies = scope.Steps.Where(reached.Contains).SelectMany(step => step.Step.DependsOn
            .Select(dependency => (Step: step, Place: dependency, Earlier: StepOrder.Local(scope, dependency) is { } id ? scope.FindStep(id) : null)));
        foreach (var waiting in dependencies.Where(static item => item.Earlier?.Index < item.Step.Index).GroupBy(static item => item.Earlier!))
        {
            var tooEarly = graph.Reached(without: waiting.Key);
            foreach (var (step, place, earlier) in waiting.Where(item => tooEarly.Contains(item.Step)))
            {
                scope.Report(DiagnosticDescriptors.RunsTooEarly, place.Range, step.Id, earlier!.Id);
            }
        }
    }
}
