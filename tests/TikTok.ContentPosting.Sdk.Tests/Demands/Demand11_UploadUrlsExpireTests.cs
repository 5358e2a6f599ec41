using TikTok.ContentPosting.Tests.Uploads;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 11: an upload URL is good for one hour from the init on. Here the hour is known, an upload that will be late says so, and no chunk is begun after it.</summary>
public sealed class Demand11_UploadUrlsExpireTests
{
    [Fact]
    public async Task The_hour_begins_with_the_init()
    {
        await using var stage = await UploadStage.SetAsync(jumping: false);

        var session = await stage.Uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        Assert.Equal((stage.Time.Start, stage.Time.Start + TimeSpan.FromHours(1)), (session.OpenedAt, session.ExpiresAt));
    }

    [Fact]
    public async Task No_chunk_is_begun_after_it()
    {
        await using var stage = await UploadStage.SetAsync(jumping: false);
        var session = await stage.Uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);
        stage.Time.Advance(TimeSpan.FromHours(1));

        var expired = await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.Uploads.SendAsync(session, UploadStage.Video, null, UploadStage.Cancellation));

        Assert.Empty(stage.Puts);
        Assert.Contains("caller's decision", expired.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_will_be_late_says_so_before()
    {
        await using var stage = await UploadStage.SetAsync(jumping: false);
        var options = stage.Options(_ => stage.Time.Advance(TimeSpan.FromMinutes(5)));
        (options.StallTimeout, options.ChunkTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.UploadAsync(options: options));

        var first = stage.Progress.First(static report => report.IsLate);
        Assert.True(first.EstimatedEnd > first.ExpiresAt);
        Assert.True(first.SentBytes < UploadStage.ChunkSize);
    }
}
