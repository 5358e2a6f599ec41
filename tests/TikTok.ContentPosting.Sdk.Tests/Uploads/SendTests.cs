using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>A video arrives byte for byte, from wherever it is read, and every request is as TikTok wants it.</summary>
public sealed class SendTests
{
    public static TheoryData<string> Kinds => ["path", "seekable", "forward"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_video_arrives_whole_in_chunks_with_exact_headers(string kind)
    {
        await using var stage = await UploadStage.SetAsync();
        using var file = new TemporaryFile(UploadStage.Bytes, "clip.mp4");

        var session = await stage.UploadAsync(file.Open(kind));

        stage.ShouldHaveArrived();
        Assert.True(session.IsComplete);
        Assert.Equal((UploadStage.Size, stage.Post.PublishId, "video/mp4"), (session.UploadedBytes, session.PublishId, session.MediaType));
        Assert.Equal(
            [$"bytes 0-5299999/{UploadStage.Size}", $"bytes 5300000-10599999/{UploadStage.Size}", $"bytes 10600000-{UploadStage.Size - 1}/{UploadStage.Size}"],
            stage.Puts.Select(static put => put.Headers["Content-Range"]));
        Assert.All(stage.Puts, static put =>
        {
            Assert.Equal(["Content-Length", "Content-Range", "Content-Type", "Host"], put.Headers.Keys.Order());
            Assert.Equal("video/mp4", put.Headers["Content-Type"]);
        });
    }

    [Fact]
    public async Task A_video_up_to_64_MB_goes_whole()
    {
        await using var stage = await UploadStage.SetAsync();

        await stage.UploadAsync(options: new VideoUploadOptions());

        Assert.Equal($"bytes 0-{UploadStage.Size - 1}/{UploadStage.Size}", Assert.Single(stage.Puts).Headers["Content-Range"]);
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_goes_in_chunks_that_can_be_held()
    {
        await using var stage = await UploadStage.SetAsync();

        var session = await stage.UploadAsync(UploadStage.Forward(), new VideoUploadOptions());

        Assert.Equal((2, 8_000_001), (session.Plan.Count, session.Plan.ChunkSize));
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_stream_begins_where_it_stands_and_ends_where_it_was_said_to()
    {
        await using var stage = await UploadStage.SetAsync();
        var stream = new MemoryStream([1, 2, 3, .. UploadStage.Bytes, 4, 5]) { Position = 3 };

        await stage.UploadAsync(VideoFile.FromStream(stream, UploadStage.Size));

        stage.ShouldHaveArrived();
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task The_post_is_handed_out_before_a_byte_is_sent_and_after_every_chunk()
    {
        await using var stage = await UploadStage.SetAsync();
        var puts = new List<int>();

        await stage.UploadAsync(options: stage.Options(onCheckpoint: _ => puts.Add(stage.Puts.Count)));

        Assert.Equal([0, 1, 2, 3], puts);
        Assert.Equal([0, 5_300_000, 10_600_000, UploadStage.Size], stage.Stored.Select(static stored => VideoUploadSession.Parse(stored.Json, stored.Url).UploadedBytes));
    }

    [Fact]
    public async Task Progress_goes_up_to_the_end_and_tells_rate_and_time_left()
    {
        await using var stage = await UploadStage.SetAsync(jumping: false);

        await stage.UploadAsync(options: stage.Options(_ => stage.Time.Advance(TimeSpan.FromSeconds(1))));

        var progress = stage.Progress;
        Assert.Equal(progress.OrderBy(static report => report.SentBytes), progress);
        Assert.Equal((UploadStage.Size, UploadStage.Size, 1d, 0), (progress[^1].SentBytes, progress[^1].UploadedBytes, progress[^1].Fraction, progress[^1].Retries));
        Assert.InRange(progress.Count, 15, 22);
        Assert.InRange(progress[5].BytesPerSecond, 500_000, 1_500_000);
        Assert.InRange((progress[5].EstimatedEnd!.Value - stage.Time.Start).TotalSeconds, 10, 30);
        Assert.All(progress, static report => Assert.False(report.IsLate));
        Assert.DoesNotContain("://", progress[5].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_will_not_be_over_in_time_says_so()
    {
        await using var stage = await UploadStage.SetAsync(jumping: false);
        var options = stage.Options(_ => stage.Time.Advance(TimeSpan.FromMinutes(5)));
        (options.StallTimeout, options.ChunkTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.UploadAsync(options: options));

        Assert.Contains(stage.Progress, static report => report is { IsLate: true, UploadedBytes: 0 });
    }

    [Fact]
    public async Task The_media_type_is_what_the_caller_says_then_what_the_file_is_then_its_name()
    {
        await using var stage = await UploadStage.SetAsync();
        var movie = Movie.Mp4(brand: "qt  ");
        using var named = new TemporaryFile(movie, "clip.mp4");
        using var unknown = new TemporaryFile([1, 2, 3], "clip.webm");
        var unchecked_ = new VideoUploadOptions { CheckVideo = false };

        Assert.Equal("video/quicktime", (await stage.UploadAsync(VideoFile.FromPath(named.Path), new VideoUploadOptions())).MediaType);
        Assert.Equal("video/mp4", (await stage.UploadAsync(VideoFile.FromPath(named.Path, "video/mp4"), new VideoUploadOptions())).MediaType);
        Assert.Equal("video/webm", (await stage.UploadAsync(VideoFile.FromPath(unknown.Path), unchecked_)).MediaType);
        await Assert.ThrowsAsync<VideoRefusedException>(() => stage.UploadAsync(VideoFile.FromStream(new MemoryStream([1, 2, 3])), unchecked_));
        Assert.Equal(["video/quicktime", "video/mp4", "video/webm"], stage.Puts.Select(static put => put.Headers["Content-Type"]));
    }

    [Fact]
    public async Task A_video_that_TikTok_would_fail_is_refused_before_anything_is_sent()
    {
        await using var stage = await UploadStage.SetAsync();
        var video = VideoFile.FromStream(new MemoryStream(Movie.Mp4(700, width: 100)));

        var refused = await Assert.ThrowsAsync<VideoRefusedException>(() => stage.UploadAsync(video));

        Assert.Equal([VideoProblemKind.Duration, VideoProblemKind.PictureSize], refused.Problems.Select(static problem => problem.Kind));
        Assert.Contains("700 s", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<VideoRefusedException>(() => stage.UploadAsync(VideoFile.FromStream(new MemoryStream(Movie.Mp4(61))), new VideoUploadOptions { MaxDurationSeconds = 60 }));
        await Assert.ThrowsAsync<VideoRefusedException>(() => stage.UploadAsync(VideoFile.FromStream(new MemoryStream()), new VideoUploadOptions { CheckVideo = false }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("chunkSize", () => stage.UploadAsync(options: new VideoUploadOptions { ChunkSize = 12_000_000 }));
        Assert.Empty(stage.Emulator.Requests);
    }

    [Fact]
    public async Task A_direct_post_is_opened_with_what_its_form_says()
    {
        await using var stage = await UploadStage.SetAsync();
        var post = new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly, Title = "From a file" };

        var session = await stage.Uploads.OpenPostAsync(UploadStage.Video, post, stage.Options(), UploadStage.Cancellation);
        await stage.Uploads.SendAsync(session, UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        Assert.False(session.IsDraft);
        var init = Assert.Single(stage.Emulator.Requests, static request => request.Operation == EmulatorOperation.InitVideoPublish);
        Assert.Contains("From a file", init.BodyText, StringComparison.Ordinal);
        Assert.NotNull(stage.Post.UploadedSha256);
    }
}
