using TikTok.ContentPosting.Tests.Uploads;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 10: people read 4 GB into memory. Here nothing is held but a small block, or one chunk of a stream that cannot seek; the benchmarks measure it with 4 GiB.</summary>
public sealed class Demand10_MemoryTests
{
    // What an upload of 16 MB may allocate, requests and answers and all: a third of the video.
    private const long MostBytes = 5_000_000;

    [Theory]
    [InlineData("seekable")]
    [InlineData("forward")]
    public async Task An_upload_does_not_hold_the_video(string kind)
    {
        await using var stage = await UploadStage.SetAsync();
        var video = kind == "forward" ? UploadStage.Forward() : UploadStage.Video;
        using var uploads = new VideoUploads(stage.Client, new Taking());
        var session = await uploads.OpenDraftAsync(video, stage.Options(), UploadStage.Cancellation);

        // Everything is at hand, so it is this thread that does it all, and nobody else is counted.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sending = uploads.SendAsync(session, video, null, UploadStage.Cancellation);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(sending.IsCompletedSuccessfully);
        // One pooled chunk, which is a power of two.
        Assert.InRange(allocated, 1, kind == "forward" ? MostBytes + (8 << 20) : MostBytes);
    }

    /// <summary>Takes everything.</summary>
    private sealed class Taking : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var range = request.Content.Headers.ContentRange!;
            return new HttpResponseMessage(range.To + 1 == range.Length ? System.Net.HttpStatusCode.Created : System.Net.HttpStatusCode.PartialContent);
        }
    }
}
