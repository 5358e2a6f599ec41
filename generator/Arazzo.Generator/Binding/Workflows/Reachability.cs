using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Binding.Workflows;

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
        foreach (var step in scope.Steps.Where(reached.Contains))
        {
            foreach (var dependency in step.Step.DependsOn)
            {
                if (StepOrder.Local(scope, dependency) is { } id && scope.FindStep(id) is { } earlier && earlier.Index < step.Index && graph.Reached(without: earlier).Contains(step))
                {
                    scope.Report(DiagnosticDescriptors.RunsTooEarly, dependency.Range, step.Id, earlier.Id);
                }
            }
        }
    }
}
