using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class CancelPublish : JsonEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.CancelPublish;

    public override string Path => "/v2/post/publish/cancel/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.Upload, TokenScopes.Publish];

    // TikTok does not say how many; the status query's number is the nearest guess.
    public override int RequestsPerMinute => 30;

    protected override JsonObject? Handle(Call call)
    {
        var post = call.Platform.Posts.Find(call.Body.Text("publish_id"), call.Creator);
        if (post.Status != PublishStatuses.ProcessingDownload)
            throw new RefusalException(ErrorCodes.PublishNotCancellable, $"A post that is {post.Status} cannot be called off.");
        post.Continue(new PostScript().ThenFail(FailReasons.PublishCancelled));
        return null;
    }
}
