using Microsoft.AspNetCore.WebUtilities;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Takes a chunk of a video. The URL is the credential, and the status is the whole answer.</summary>
internal sealed class UploadChunk : Endpoint
{
    public const string UploadPath = "/video/";

    public override EmulatorOperation Operation => EmulatorOperation.UploadChunk;

    public override string Method => "PUT";

    public override string Path => UploadPath;

    public override bool RecordsBody => false;

    public override Answer Handle(Platform platform, ReceivedRequest request, ReadOnlyMemory<byte> body, string logId)
    {
        var query = QueryHelpers.ParseQuery(request.Path[Path.Length..]);
        var post = platform.Posts.FindUpload(query.GetValueOrDefault("upload_id").ToString(), query.GetValueOrDefault("upload_token").ToString());
        if (post?.Upload is not { } upload)
            return Answer.Empty(404, logId);

        var status = upload.Take(request, body, platform.Options.TimeProvider.GetUtcNow());
        if (status == 201)
            post.UploadEnded();
        return Answer.Empty(status, logId) with { ContentRange = upload.ContentRange };
    }
}
