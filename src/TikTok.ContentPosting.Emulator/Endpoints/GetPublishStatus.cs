using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class GetPublishStatus : JsonEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.GetPublishStatus;

    public override string Path => "/v2/post/publish/status/fetch/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.Upload, TokenScopes.Publish];

    public override int RequestsPerMinute => 30;

    protected override JsonObject Handle(Call call) => call.Platform.Posts.Find(call.Body.Text("publish_id"), call.Creator).Poll();
}
