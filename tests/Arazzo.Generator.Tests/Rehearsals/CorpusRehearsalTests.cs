using Arazzo.Generator.Tests.OpenApi.Corpus;
using Arazzo.Generator.Tests.Rehearsals.Flows;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>
/// Workflows of real documents run from start to end through each of their actions, against a server that is made of their OpenAPI documents: it checks each request, and
/// what the run does and yields is what the document says. Our own documents are always there, those of many providers when the folder <c>shared</c> lies beside the repository.
/// </summary>
public sealed class CorpusRehearsalTests
{
    public static TheoryData<string> Providers() => [.. CorpusDocuments.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Workflows_of_a_provider__go_through_each_of_their_actions(string provider)
    {
        var ensemble = Ensemble.Of(CorpusDocuments.Read(provider));

        var reviews = await ensemble.RehearseAsync();

        foreach (var review in reviews)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(review.ToString());
        }
        var complaints = ensemble.Complaints.Select(CorpusComplaints.Describe).Order(StringComparer.Ordinal).ToList();
        foreach (var complaint in complaints)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(complaint);
        }
        Assert.Equal(CorpusComplaints.Of(provider), complaints);
        var faults = reviews.SelectMany(static review => review.Faults.Select(fault => $"{review.Flow}: {fault}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }
}
