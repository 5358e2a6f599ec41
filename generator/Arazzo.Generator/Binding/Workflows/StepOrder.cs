using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>
/// The order of the steps (Arazzo 1.1, Step Dependencies and Execution Order): that of the document, unless <c>dependsOn</c> says otherwise; then what a step
/// depends on, and steps whose outputs it reads, come before it.
/// </summary>
internal static class StepOrder
{
    private static readonly Regex Read = new(@"\$steps\.([A-Za-z0-9_-]+)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static ImmutableArray<ArazzoStep> Of(WorkflowScope scope)
    {
        var steps = scope.Workflow.Steps;
        if (steps.All(static step => step.DependsOn.IsEmpty))
        {
            return steps;
        }
        // A loop reads what a later step has left: that is no reason to refuse the order that is asked for.
        return Sort(steps, step => Named(step).Concat(ReadBy(step))) ?? Sort(steps, Named) ?? Report(scope, steps);

        IEnumerable<string> Named(ArazzoStep step) => step.DependsOn.Select(dependency => Local(scope, dependency)).OfType<string>();
    }

    /// <summary>The step of this workflow that a dependency names; null when it is one of another workflow.</summary>
    public static string? Local(WorkflowScope scope, ScalarNode dependency)
    {
        var own = $"$workflows.{scope.Id}.steps.";
        return dependency.Text.StartsWith(own, StringComparison.Ordinal) ? dependency.Text.Substring(own.Length)
            : dependency.Text.StartsWith("$", StringComparison.Ordinal) ? null
            : dependency.Text;
    }

    private static IEnumerable<string> ReadBy(ArazzoStep step) => NodeWalk.Scalars(step.Node)
        .SelectMany(static scalar => Read.Matches(scalar.Text).Cast<Match>())
        .Select(static match => match.Groups[1].Value)
        .Where(id => id != step.StepId.Text);

    /// <summary>Always the first step whose dependencies are there; null when there is none left.</summary>
    private static ImmutableArray<ArazzoStep>? Sort(ImmutableArray<ArazzoStep> steps, Func<ArazzoStep, IEnumerable<string>> dependencies)
    {
        var ids = new HashSet<string>(steps.Select(static step => step.StepId.Text), StringComparer.Ordinal);
        var before = steps.ToDictionary(static step => step, step => new HashSet<string>(dependencies(step).Where(ids.Contains), StringComparer.Ordinal));
        var remaining = steps.ToList();
        var sorted = ImmutableArray.CreateBuilder<ArazzoStep>(steps.Length);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (remaining.Count > 0)
        {
            if (remaining.Find(step => before[step].IsSubsetOf(done)) is not { } next)
            {
                return null;
            }
            remaining.Remove(next);
            sorted.Add(next);
            done.Add(next.StepId.Text);
        }
        return sorted.ToImmutable();
    }

    private static ImmutableArray<ArazzoStep> Report(WorkflowScope scope, ImmutableArray<ArazzoStep> steps)
    {
        foreach (var step in steps)
        {
            if (step.DependsOn.FirstOrDefault(dependency => Leads(Local(scope, dependency), step.StepId.Text, [])) is { } circular)
            {
                scope.Report(DiagnosticDescriptors.CircularDependency, circular.Range, step.StepId.Text, circular.Text);
                break;
            }
        }
        return steps;

        bool Leads(string? from, string to, HashSet<string> seen) => from is not null && (from == to
            || (seen.Add(from) && steps.FirstOrDefault(step => step.StepId.Text == from) is { } step
                && step.DependsOn.Any(dependency => Leads(Local(scope, dependency), to, seen))));
    }
}
