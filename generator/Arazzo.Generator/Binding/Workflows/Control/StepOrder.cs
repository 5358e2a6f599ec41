using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Control;

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

    // Prose may speak of any step.
    private static IEnumerable<string> ReadBy(ArazzoStep step) => step.Node.Entries.Where(static entry => entry.Key.Text != "description")
        .SelectMany(static entry => NodeWalk.Scalars(entry.Value))
        .SelectMany(static scalar => Read.Matches(scalar.Text).Cast<Match>())
        .Select(static match => match.Groups[1].Value)
        .Where(id => id != step.StepId.Text);

    /// <summary>Always the first step whose dependencies are there; null when they go in circles.</summary>
    private static ImmutableArray<ArazzoStep>? Sort(ImmutableArray<ArazzoStep> steps, Func<ArazzoStep, IEnumerable<string>> dependencies)
    {
        var waiting = steps.Select(static step => step.StepId.Text).Distinct(StringComparer.Ordinal)
            .ToDictionary(static id => id, static _ => new List<int>(), StringComparer.Ordinal);
        var missing = new int[steps.Length];
        var ready = new SortedSet<int>();
        for (var index = 0; index < steps.Length; index++)
        {
            foreach (var id in dependencies(steps[index]).Where(waiting.ContainsKey).Distinct(StringComparer.Ordinal))
            {
                waiting[id].Add(index);
                missing[index]++;
            }
            if (missing[index] == 0)
            {
                ready.Add(index);
            }
        }
        var sorted = ImmutableArray.CreateBuilder<ArazzoStep>(steps.Length);
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            sorted.Add(steps[next]);
            var id = steps[next].StepId.Text;
            foreach (var waits in waiting[id].Where(waits => --missing[waits] == 0))
            {
                ready.Add(waits);
            }
            waiting[id].Clear();
        }
        return sorted.Count == steps.Length ? sorted.MoveToImmutable() : null;
    }

    /// <summary>Reports the first step of a circle.</summary>
    private static ImmutableArray<ArazzoStep> Report(WorkflowScope scope, ImmutableArray<ArazzoStep> steps)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < steps.Length; index++)
        {
            places[steps[index].StepId.Text] = places.TryGetValue(steps[index].StepId.Text, out var first) ? first : index;
        }
        var (isOnWay, isDone) = (new bool[steps.Length], new bool[steps.Length]);
        // From step to step by the dependency that is looked at next: what comes twice is a circle.
        var way = new List<(int Step, int Dependency)>();
        for (var start = 0; start < steps.Length; start++)
        {
            way.Add((start, 0));
            while (way.Count > 0)
            {
                var (step, dependency) = way[way.Count - 1];
                isOnWay[step] = true;
                var all = steps[step].DependsOn;
                if (isDone[step] || dependency == all.Length)
                {
                    (isOnWay[step], isDone[step]) = (false, true);
                    way.RemoveAt(way.Count - 1);
                    continue;
                }
                way[way.Count - 1] = (step, dependency + 1);
                if (Local(scope, all[dependency]) is not { } id || !places.TryGetValue(id, out var next) || isDone[next])
                {
                    continue;
                }
                if (isOnWay[next])
                {
                    var (first, following) = way.SkipWhile(item => item.Step != next).OrderBy(static item => item.Step).First();
                    var circular = steps[first].DependsOn[following - 1];
                    scope.Report(DiagnosticDescriptors.CircularDependency, circular.Range, steps[first].StepId.Text, circular.Text);
                    return steps;
                }
                way.Add((next, 0));
            }
        }
        return steps;
    }
}
