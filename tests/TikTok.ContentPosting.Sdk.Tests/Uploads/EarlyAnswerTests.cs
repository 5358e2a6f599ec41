using System.Net;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>A server that answers before it has taken the whole chunk. HTTP goes on sending in the background, and the video must not be read from two places.</summary>
public sealed class EarlyAnswerTests
{
    private static readonly VideoChunk Chunk = ChunkPlan.For(UploadStage.Size, UploadStage.ChunkSize)[0];

    [Fact]
    public async Task An_answer_counts_once_the_video_is_not_read_for_it_any_more()
    {
        await using var stage = await UploadStage.SetAsync();
        var session = await stage.Uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);
        var video = new StuckVideo();
        using var handler = new HastyHandler(video);
        using var http = new HttpClient(handler);
        var meter = new UploadMeter(null, stage.Time);
        meter.MoveTo(session);
        var transport = new ChunkTransport(http, new Uri("https://upload.example.com/"), video, session, new VideoUploadOptions(), stage.Time, meter);

        var wasRead = transport.SendAsync(Chunk, UploadStage.Cancellation).ContinueWith(
            sent => (sent.Result.Status, video.IsBeingRead), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await handler.AnswerIsRead;
        video.GoOn();

        Assert.Equal((503, false), await wasRead);
    }

    [Fact]
    public async Task A_chunk_that_is_stopped_waits_for_the_block_that_is_being_read_and_reads_no_other()
    {
        var video = new StuckVideo();
        using var content = new ChunkContent(video, Chunk, "video/mp4", static _ => { });
        var sending = content.CopyToAsync(Stream.Null, UploadStage.Cancellation);
        await video.IsStuck;

        var stopping = content.StopAsync();
        Assert.False(stopping.IsCompleted);
        video.GoOn();
        await stopping;

        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
        await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(Stream.Null, UploadStage.Cancellation));
        Assert.Equal(1, video.Reads);
    }

    /// <summary>Answers as soon as the video is being read.</summary>
    private sealed class HastyHandler(StuckVideo video) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _answerIsRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AnswerIsRead => _answerIsRead.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
            await video.IsStuck;
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new Answer(_answerIsRead) };
        }
    }

    private sealed class Answer(TaskCompletionSource isRead) : ByteArrayContent([])
    {
        protected override void Dispose(bool disposing)
        {
            isRead.TrySetResult();
            base.Dispose(disposing);
        }
    }

    /// <summary>A video whose first block takes its time.</summary>
    private sealed class StuckVideo() : VideoBytes(UploadStage.Size)
    {
        private readonly TaskCompletionSource _isStuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsStuck => _isStuck.Task;

        public int Reads { get; private set; }

        public bool IsBeingRead { get; private set; }

        public void GoOn() => _goesOn.SetResult();

        public override async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        {
            (Reads, IsBeingRead) = (Reads + 1, true);
            _isStuck.TrySetResult();
            await _goesOn.Task;
            IsBeingRead = false;
            return buffer.Length;
        }
    }
}
