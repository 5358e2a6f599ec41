using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>An operation that opens a post.</summary>
internal abstract class InitEndpoint : JsonEndpoint
{
    public override int RequestsPerMinute => 6;

    protected override JsonObject Handle(Call call)
    {
        var post = call.Platform.Posts.Open(Check(call));
        var data = new JsonObject { ["publish_id"] = post.PublishId };
        if (post.Upload is { } upload)
            data["upload_url"] = call.Platform.UploadUrl(post.PublishId, upload).AbsoluteUri;
        return data;
    }

    /// <summary>Checks the request and says what it wants to open.</summary>
    protected abstract NewPost Check(Call call);
}
