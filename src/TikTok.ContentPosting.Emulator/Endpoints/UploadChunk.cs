using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Takes a chunk of a video. The URL is the credential, and the status is the whole answer.</summary>
internal sealed class UploadChunk : Endpoint
{
    public const string UploadPath = "/video/";

    public override EmulatorOperation Operation => EmulatorOperation.UploadChunk;

    public override string Method => "PUT";

    public override string Path => UploadPath;

    /// <summary>Answers for a chunk that is not read.</summary>
    public override Answer Handle(Platform platform, ReceivedRequest request, ReadOnlyMemory<byte> body, string logId) => Answer.Empty(404, logId);

    /// <summary>Reads a chunk while it arrives, in little memory; what breaks off leaves no trace.</summary>
    public async Task<Answer> ReceiveAsync(Platform platform, ReceivedRequest request, Stream body, ChunkReading reading, CancellationToken cancellationToken)
    {
        var query = QueryHelpers.ParseQuery(request.Path[Path.Length..]);
        var post = platform.Posts.FindUpload(query.GetValueOrDefault("upload_id").ToString(), query.GetValueOrDefault("upload_token").ToString());
        if (post?.Upload is not { } upload)
        {
            await ReadAsync(platform, null, body, reading, cancellationToken).ConfigureAwait(false);
            return Answer.Empty(404, platform.NewLogId());
        }

        var (receipt, status) = upload.Begin(request, platform.Options.TimeProvider.GetUtcNow());
        using (receipt)
        {
            await ReadAsync(platform, receipt, body, reading, cancellationToken).ConfigureAwait(false);
            if (receipt is not null)
                status = upload.Take(receipt);
        }
        if (status == 201)
            post.UploadEnded();
        return Answer.Empty(status, platform.NewLogId()) with { ContentRange = upload.ContentRange };
    }

    private static async Task ReadAsync(Platform platform, ChunkReceipt? receipt, Stream body, ChunkReading reading, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkReading.BlockBytes);
        try
        {
            while (await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                var wanted = (int)Math.Min(count, (reading.TakenBytes ?? long.MaxValue) - (receipt?.Length ?? 0));
                receipt?.Append(buffer.AsSpan(0, wanted));
                if (reading.Pause > TimeSpan.Zero)
                    await Task.Delay(reading.Pause, platform.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
