using System.Collections.Immutable;
using Arazzo.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>What an edit made run again.</summary>
public sealed class GeneratorRerun(GeneratorResult result)
{
    /// <summary>What there is after the edit.</summary>
    public GeneratorResult Result { get; } = result;

    /// <summary>Hint names of the models that were emitted again, or for the first time.</summary>
    public ImmutableSortedSet<string> Emitted { get; } = NamesOf(result, IncrementalStepRunReason.New, IncrementalStepRunReason.Modified);

    /// <summary>Hint names of the models that are gone.</summary>
    public ImmutableSortedSet<string> Removed { get; } = NamesOf(result, IncrementalStepRunReason.Removed);

    /// <summary>Whether any source or diagnostic was handed to the compiler again.</summary>
    public bool AnyOutputRan { get; } = result.Run.TrackedOutputSteps.Values
        .SelectMany(static steps => steps)
        .SelectMany(static step => step.Outputs)
        .Any(static output => output.Reason != IncrementalStepRunReason.Cached);

    /// <summary>Why each value of a stage (one of <see cref="TrackingNames"/>) is what it is, without repetitions.</summary>
    public ImmutableSortedSet<IncrementalStepRunReason> Reasons(string trackingName) => Result.Run.TrackedSteps.TryGetValue(trackingName, out var steps)
        ? [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)]
        : [];

    private static ImmutableSortedSet<string> NamesOf(GeneratorResult result, params IncrementalStepRunReason[] reasons) =>
        result.Run.TrackedSteps.TryGetValue(TrackingNames.Outputs, out var steps)
            ? [.. steps.SelectMany(static step => step.Outputs).Where(output => reasons.Contains(output.Reason)).Select(static output => ((FileModel)output.Value).HintName)]
            : [];
}
