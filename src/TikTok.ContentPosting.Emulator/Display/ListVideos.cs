using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class ListVideos : DisplayEndpoint
{
    private const int UsualPage = 10;
    private const int LargestPage = 20;

    public override EmulatorOperation Operation => EmulatorOperation.ListVideos;

    public override string Path => "/v2/video/list/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.VideoList];

    protected override JsonObject Handle(Call call)
    {
        var fields = Fields(call, VideoShelf.ScopeOf);
        var count = call.Body.IntegerOrNull("max_count") ?? UsualPage;
        if (count is < 1 or > LargestPage)
            throw new RefusalException(ErrorCodes.InvalidParams, $"max_count must be 1 to {LargestPage}.");
        var cursor = call.Body.IntegerOrNull("cursor") ?? long.MaxValue;

        var rest = call.Platform.Videos.Of(call.Creator).Where(video => video.CreatedAt.ToUnixTimeMilliseconds() < cursor).ToList();
        var page = rest.Take((int)count).ToList();
        var videos = new JsonArray();
        foreach (var video in page)
            videos.Add((JsonNode)VideoShelf.Describe(video, call.Creator, fields));
        return new JsonObject
        {
            ["videos"] = videos,
            ["cursor"] = page.Count == 0 ? 0 : page[^1].CreatedAt.ToUnixTimeMilliseconds(),
            ["has_more"] = rest.Count > page.Count,
        };
    }
}
