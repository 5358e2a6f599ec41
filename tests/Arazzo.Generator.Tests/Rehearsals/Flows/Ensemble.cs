using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Corpus;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>All workflows of a project, generated, compiled and loaded.</summary>
internal sealed class Ensemble
{
    /// <summary>What faults begin with that are about actions without a turn.</summary>
    public const string Impossible = "nothing makes it happen that ";

    /// <summary>What the fault begins with that no way was found that ends.</summary>
    public const string Endless = "no run comes to its end: ";

    private readonly GeneratorResult _result;

    private Ensemble(GeneratorResult result, SpecificationSet documents)
    {
        _result = result;
        Flows = FlowReader.Read(documents);
        Workflows = GeneratedWorkflow.Of(result, result.Load());
    }

    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>What is said of the documents with workflows, notes about the dialect left out.</summary>
    public IEnumerable<FoundDiagnostic> Complaints =>
        _result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && Flows.Any(flow => flow.Document.File == diagnostic.Path));

    public IReadOnlyDictionary<string, GeneratedWorkflow> Workflows { get; }

    public static Ensemble Of(IEnumerable<(string Path, string Text)> files)
    {
        var all = files.ToList();
        return new Ensemble(CorpusDocuments.Generate(all, "Used"), new SpecificationSet(all));
    }

    public async Task<IReadOnlyList<Review>> RehearseAsync()
    {
        var reviews = new List<Review>();
        foreach (var flow in Flows)
        {
            reviews.Add(Workflows.TryGetValue($"{flow.Document.File}: {flow.Id}", out var workflow) ? await RehearseAsync(flow, workflow) : Refused(flow));
        }
        return reviews;
    }

    private static async Task<Review> RehearseAsync(Flow flow, GeneratedWorkflow workflow)
    {
        var rehearsal = new Rehearsal(flow, workflow);
        var performed = await rehearsal.AllAsync();
        var (resumed, checkpoints) = (new List<string>(), 0);
        foreach (var (script, performance) in performed.Where(static run => run.Performance.Faults.Count == 0))
        {
            var (faults, count) = await rehearsal.StopEverywhereAsync(script, performance);
            resumed.AddRange(faults);
            checkpoints += count;
        }
        var (broken, mishaps) = await rehearsal.BreakEverywhereAsync(performed.Where(static run => run.Performance.Faults.Count == 0));
        resumed.AddRange(broken);
        return new Review(flow)
        {
            Mishaps = mishaps,
            Runs = performed.Count,
            Actions = performed.SelectMany(static run => run.Performance.Seen).Where(static outcome => outcome.Taken is not null).Distinct().Count(),
            Exhausted = rehearsal.Exhausted.Count,
            Checkpoints = checkpoints,
            Requests = performed.Sum(static run => run.Performance.Requests.Count),
            Faults =
            [
                .. performed.SelectMany(static run => run.Performance.Faults).Concat(resumed).Distinct(),
                .. rehearsal.Impossible.Where(static outcome => outcome.Taken is not null).Select(static outcome => $"{Impossible}{outcome}"),
                .. performed.Any(static run => run.Performance.Result is not null) ? [] : (string[])[$"{Endless}{string.Join(", ", rehearsal.Impossible)}"],
            ],
        };
    }

    /// <summary>What is not compiled has an error in its document, or one in a document that it names.</summary>
    private Review Refused(Flow flow)
    {
        var errors = _result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var own = errors.Where(diagnostic => diagnostic.Path == flow.Document.File).Select(static diagnostic => $"{diagnostic.Line}: {diagnostic.Id} {diagnostic.Message}").ToList();
        return new Review(flow) { Refusals = own, Faults = own.Count == 0 ? ["is not compiled, and nobody says why"] : CorpusDocuments.IsFaulty("/" + flow.Document.File) ? [] : [.. own] };
    }
}

/// <summary>What came of a workflow.</summary>
internal sealed record Review(Flow Flow)
{
    /// <summary>Why it is not compiled.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    public IReadOnlyList<string> Faults { get; init; } = [];

    public int Runs { get; init; }

    public int Requests { get; init; }

    /// <summary>Actions that had their turn.</summary>
    public int Actions { get; init; }

    /// <summary>Retries that had no attempts left.</summary>
    public int Exhausted { get; init; }

    public int Checkpoints { get; init; }

    /// <summary>Requests without an answer.</summary>
    public int Mishaps { get; init; }

    public override string ToString() => $"{Flow}: {(Refusals.Count > 0 ? "refused: " + string.Join("; ", Refusals) : FormattableString.Invariant($"{Runs} runs, {Requests} requests, {Actions} actions, {Exhausted} exhausted, {Checkpoints} checkpoints, {Mishaps} mishaps"))}";
}
