using System.Text;
using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>An upload that is stopped anywhere goes on elsewhere, from what was stored, and the video arrives once.</summary>
public sealed class ResumeTests
{
    private const int Chunk = UploadStage.ChunkSize;

    /// <summary>After so many reports of progress: before the first byte, in each chunk, at their ends.</summary>
    public static TheoryData<int> Places => [1, 2, 4, 6, 7, 9, 12, 13, 17, 18];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_upload_that_is_cancelled_goes_on_elsewhere(int reports)
    {
        await using var stage = await UploadStage.SetAsync();
        using var cancel = new CancellationTokenSource();
        var count = 0;
        var options = stage.Options(_ =>
        {
            if (++count == reports)
            {
                cancel.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.UploadAsync(options: options, cancellation: cancel.Token));
        var session = await stage.ResumeElsewhereAsync(reports % 2 == 0 ? UploadStage.Video : UploadStage.Forward());

        Assert.True(session.IsComplete);
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_process_that_dies_while_it_stores_loses_nothing()
    {
        for (var checkpoint = 0; checkpoint < 4; checkpoint++)
        {
            await using var stage = await UploadStage.SetAsync();
            var options = stage.Options(onCheckpoint: session => _ = session.UploadedBytes >= checkpoint * (long)Chunk ? throw new TimeoutException("The database is gone.") : 0);

            await Assert.ThrowsAsync<TimeoutException>(() => stage.UploadAsync(options: options));
            var session = await stage.ResumeElsewhereAsync();

            Assert.True(session.IsComplete);
            stage.ShouldHaveArrived();
        }
    }

    [Fact]
    public async Task What_was_stored_before_the_last_chunks_were_taken_is_good_enough()
    {
        await using var stage = await UploadStage.SetAsync();
        await stage.UploadAsync();
        var (json, url) = stage.Stored[0];

        var session = await stage.Uploads.SendAsync(VideoUploadSession.Parse(json, url), UploadStage.Video, null, UploadStage.Cancellation);

        Assert.True(session.IsComplete);
        Assert.Equal(3, stage.Puts.Count);
    }

    [Fact]
    public async Task Without_a_status_the_stored_place_is_tried_and_the_answer_followed()
    {
        await using var stage = await UploadStage.SetAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => stage.UploadAsync(options: stage.Options(onCheckpoint: session => _ = session.UploadedBytes > Chunk ? throw new TimeoutException() : 0)));
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.AccessTokenInvalid), times: 10);
        var (json, url) = stage.Stored[1];

        await stage.Uploads.SendAsync(VideoUploadSession.Parse(json, url), UploadStage.Video, null, UploadStage.Cancellation);

        Assert.Equal([0, Chunk, Chunk, 2 * Chunk], stage.Puts.Select(static put => long.Parse(put.Headers["Content-Range"].Split(' ', '-')[1], System.Globalization.CultureInfo.InvariantCulture)));
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task The_same_stream_that_can_be_read_once_goes_on_with_the_chunk_that_failed()
    {
        await using var stage = await UploadStage.SetAsync();
        var video = UploadStage.Forward();
        var session = await stage.Uploads.OpenDraftAsync(video, stage.Options(), UploadStage.Cancellation);
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.TakePart(1000, 500), times: 1);
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(500), times: 5);
        var options = stage.Options();
        options.MaxRetries = 3;

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.Uploads.SendAsync(session, video, options, UploadStage.Cancellation));
        Assert.Equal(1000, failure.Session.UploadedBytes);
        await stage.Uploads.SendAsync(failure.Session, video, stage.Options(), UploadStage.Cancellation);

        stage.ShouldHaveArrived();
    }

    public static TheoryData<string, Func<VideoFile>> Others => new()
    {
        { "longer", () => VideoFile.FromStream(new MemoryStream([.. UploadStage.Bytes, 1])) },
        { "another beginning", () => VideoFile.FromStream(new MemoryStream(Changed(5000))) },
        { "another end", () => VideoFile.FromStream(new MemoryStream(Changed(UploadStage.Size - 1))) },
        { "another beginning of what can be read once", () => VideoFile.FromStream(new ForwardStream(new MemoryStream(Changed(5000))), UploadStage.Size) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_video_is_not_sent(string what, Func<VideoFile> other)
    {
        Assert.NotEmpty(what);
        await using var stage = await UploadStage.SetAsync();
        await stage.Uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        await Assert.ThrowsAsync<VideoChangedException>(() => stage.ResumeElsewhereAsync(other()));

        Assert.Empty(stage.Puts);
    }

    [Fact]
    public async Task A_session_is_the_same_after_it_was_stored()
    {
        await using var stage = await UploadStage.SetAsync();

        var session = await stage.UploadAsync();
        var (json, url) = stage.Stored[2];
        var stored = VideoUploadSession.Parse(json, url);

        Assert.Equal(
            (session.PublishId, session.Plan, session.MediaType, session.OpenedAt, session.IsDraft, 2 * Chunk, false),
            (stored.PublishId, stored.Plan, stored.MediaType, stored.OpenedAt, stored.IsDraft, stored.UploadedBytes, stored.IsComplete));
        Assert.Equal(json, stored.ToUtf8Json());
        Assert.Equal(url, stored.UploadUrl.Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"publishId":"v","draft":true,"videoSize":10,"chunkSize":3,"mediaType":"video/mp4","openedAt":"2026-11-22T12:00:00Z","uploadedBytes":0,"head":"0"}""")]
    [InlineData("""{"version":1,"publishId":"v","draft":true,"videoSize":10,"chunkSize":10,"mediaType":"text/html","openedAt":"2026-11-22T12:00:00Z","uploadedBytes":0,"head":"0"}""")]
    [InlineData("""{"version":1,"publishId":"v","draft":true,"videoSize":10,"chunkSize":10,"mediaType":"video/mp4","openedAt":"2026-11-22T12:00:00Z","uploadedBytes":11,"head":"0"}""")]
    [InlineData("""{"version":1,"publishId":"","draft":true,"videoSize":10,"chunkSize":10,"mediaType":"video/mp4","openedAt":"2026-11-22T12:00:00Z","uploadedBytes":0,"head":"0"}""")]
    [InlineData("""{"version":1,"publishId":"v","draft":"yes","videoSize":10,"chunkSize":10,"mediaType":"video/mp4","openedAt":"2026-11-22T12:00:00Z","uploadedBytes":0,"head":"0"}""")]
    public void What_is_no_session_is_refused(string json) =>
        Assert.Throws<FormatException>(() => VideoUploadSession.Parse(Encoding.UTF8.GetBytes(json), "https://open-upload.tiktokapis.com/"));

    private static byte[] Changed(int place)
    {
        byte[] bytes = [.. UploadStage.Bytes];
        bytes[place] ^= 1;
        return bytes;
    }
}
