using Arazzo.Generator.Tests.Rehearsals.Flows;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>
/// Workflows of every kind go through each of their actions, are stopped at each of their checkpoints, and go on as if nothing had been. <c>ARAZZO_REHEARSAL_WORKFLOWS</c> says how
/// many of those there are that chance makes, <c>ARAZZO_REHEARSAL_SEED</c> makes others.
/// </summary>
public sealed class KilnRehearsalTests
{
    private static readonly int Count = Setting("ARAZZO_REHEARSAL_WORKFLOWS", 24);
    private static readonly int Seed = Setting("ARAZZO_REHEARSAL_SEED", 1);

    [Fact]
    public Task Workflows_of_every_kind__go_through_each_of_their_actions() => RehearseAsync(CheckpointDocuments.All, static _ => true);

    [Fact]
    public async Task Workflows_that_chance_makes__go_through_each_of_their_actions()
    {
        for (var done = 0; done < Count; done += 24)
        {
            await RehearseAsync(
                [CheckpointDocuments.All[0], ("specs/random.json", new RandomWorkflows(Seed + done).Document(Math.Min(24, Count - done)))],
                // Chance makes actions, too, that others before them leave nothing to, and loops that only luck gets out of.
                static fault => !fault.StartsWith(Ensemble.Impossible, StringComparison.Ordinal) && !fault.StartsWith(Ensemble.Endless, StringComparison.Ordinal));
        }
    }

    private static async Task RehearseAsync(IReadOnlyList<(string Path, string Text)> documents, Func<string, bool> isFault)
    {
        var ensemble = Ensemble.Of(documents);

        var reviews = await ensemble.RehearseAsync();

        foreach (var review in reviews)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(review.ToString());
        }
        var faults = reviews.SelectMany(review => review.Faults.Concat(review.Refusals).Where(isFault).Select(fault => $"{review.Flow}: {fault}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60).Append(documents[^1].Text)));
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
