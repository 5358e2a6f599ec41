using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>What the option <c>Emit</c> lets through.</summary>
public sealed class EmissionTests
{
    private const string OpenApi = "specs/openapi/tiktok-content-posting-openapi.yml";
    private const string Arazzo = "specs/arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml";

    [Fact]
    public void None__documents_are_read_and_nothing_is_emitted() => Assert.Empty(Project("None", "None").Run().Sources);

    [Fact]
    public void Used__workflows_and_what_they_reach_are_emitted()
    {
        var (all, used) = (Project("All", "All").Run().Sources, Project("Used", "All").Run().Sources);
        Assert.Contains(used.Keys, static name => name.EndsWith("InboxDraftUploadWorkflow.g.cs", StringComparison.Ordinal));
        Assert.Contains(used.Keys, static name => name.EndsWith("PublishStatus.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(used.Keys, static name => name.EndsWith("PhotoInitRequest.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain("InitPhotoPublishAsync", string.Concat(used.Values), StringComparison.Ordinal);
        Assert.Subset(all.Keys.ToHashSet(), used.Keys.ToHashSet());
    }

    [Fact]
    public void Used__nobody_uses_it__nothing_is_emitted() => Assert.Empty(Project("Used", "None").Run().Sources);

    private static GeneratorTest Project(string openApi, string arazzo) => new GeneratorTest()
        .With(OpenApi, Workflows.Documents.Read(OpenApi), ("Emit", openApi))
        .With(Arazzo, Workflows.Documents.Read(Arazzo), ("Emit", arazzo));
}
