using System.Globalization;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class QueryVideos : DisplayEndpoint
{
    private const int MostIds = 20;

    public override EmulatorOperation Operation => EmulatorOperation.QueryVideos;

    public override string Path => "/v2/video/query/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.VideoList];

    protected override JsonObject Handle(Call call)
    {
        var fields = Fields(call, VideoShelf.ScopeOf);
        var ids = call.Body.Object("filters").Texts("video_ids");
        if (ids.Count is 0 or > MostIds)
            throw new RefusalException(ErrorCodes.InvalidParams, $"video_ids must have 1 to {MostIds} ids.");
        var videos = new JsonArray();
        foreach (var video in call.Platform.Videos.Of(call.Creator).Where(video => ids.Contains(video.Id.ToString(CultureInfo.InvariantCulture))))
            videos.Add((JsonNode)VideoShelf.Describe(video, call.Creator, fields));
        return new JsonObject { ["videos"] = videos };
    }
}
