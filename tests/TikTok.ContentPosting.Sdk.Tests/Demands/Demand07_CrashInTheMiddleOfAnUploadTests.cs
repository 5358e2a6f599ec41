using TikTok.ContentPosting.Tests.Uploads;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 7: a process that died in the middle of an upload left a post that nobody could finish, or posted it twice. Here its session is stored, and another process goes on.</summary>
public sealed class Demand07_CrashInTheMiddleOfAnUploadTests
{
    [Theory]
    [InlineData(0, "before the first byte: the publish id is known")]
    [InlineData(1, "after a chunk")]
    [InlineData(3, "after the last one: TikTok processes the video")]
    public async Task Whatever_was_stored_last_is_enough_to_go_on_elsewhere(int checkpoints, string when)
    {
        Assert.NotEmpty(when);
        await using var stage = await UploadStage.SetAsync();
        var crash = stage.Options(onCheckpoint: _ =>
        {
            if (stage.Stored.Count == checkpoints + 1)
            {
                throw new InvalidOperationException("The process dies here.");
            }
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.Uploads.SendDraftAsync(UploadStage.Video, crash, UploadStage.Cancellation));
        var (json, url) = stage.Stored[^1];
        using var client = stage.CreateClient();
        using var uploads = new VideoUploads(client);
        var outcome = await uploads.ResumeAsync(VideoUploadSession.Parse(json, url), UploadStage.Video, null, UploadStage.Cancellation);

        Assert.IsType<PostDelivered>(outcome);
        Assert.Equal(3, stage.Puts.Count);
        stage.ShouldHaveArrived();
    }
}
