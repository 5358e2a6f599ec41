using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Corpus;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>All workflows of a project, generated, compiled and loaded.</summary>
internal sealed class Ensemble : IDisposable
{
    private readonly GeneratorResult _result;
    private readonly LoadedAssembly _assembly;

    private Ensemble(GeneratorResult result, SpecificationSet documents)
    {
        _result = result;
        _assembly = result.Load();
        Flows = FlowReader.Read(documents);
        Workflows = GeneratedWorkflow.Of(result, _assembly.Assembly);
    }

    public IReadOnlyList<Flow> Flows { get; }

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

    public void Dispose() => _assembly.Dispose();

    private static async Task<Review> RehearseAsync(Flow flow, GeneratedWorkflow workflow)
    {
        var rehearsal = new Rehearsal(flow, workflow);
        var performed = await rehearsal.AllAsync();
        var resumed = new List<string>();
        // Where a step calls a workflow, CheckpointTests stop it.
        foreach (var (script, performance) in performed.Where(run => run.Performance.Faults.Count == 0 && flow.Steps.All(static step => step.Operation is not null)))
        {
            resumed.AddRange(await rehearsal.StopEverywhereAsync(script, performance));
        }
        return new Review(flow)
        {
            Runs = performed.Count,
            Requests = performed.Sum(static run => run.Performance.Requests.Count),
            Faults =
            [
                .. performed.SelectMany(static run => run.Performance.Faults).Concat(resumed).Distinct(),
                .. rehearsal.Impossible.Where(IsPlanned).Select(static outcome => $"nothing makes it happen that {outcome}"),
                .. performed.Any(static run => run.Performance.Result is not null) ? [] : (string[])["no run comes to its end"],
            ],
        };
    }

    /// <summary>Whether an action has to have its turn: one that waits for a retry before it to be exhausted has not.</summary>
    private static bool IsPlanned(Outcome outcome) => outcome.Taken is not null
        && outcome.Step.Actions(outcome.IsFailure).Take(outcome.Action).All(static action => action.Type != "retry");

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

    public override string ToString() => $"{Flow}: {(Refusals.Count > 0 ? "refused: " + string.Join("; ", Refusals) : FormattableString.Invariant($"{Runs} runs, {Requests} requests"))}";
}
