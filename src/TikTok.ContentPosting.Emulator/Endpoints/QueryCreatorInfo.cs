using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class QueryCreatorInfo : JsonEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.QueryCreatorInfo;

    public override string Path => "/v2/post/publish/creator_info/query/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.Publish];

    public override int RequestsPerMinute => 20;

    protected override JsonObject Handle(Call call)
    {
        // TikTok answers these with 200 on purpose: the query went well, the creator cannot post.
        PostingRules.CheckCreator(call, statusCode: 200);

        var creator = call.Creator;
        var levels = new JsonArray();
        foreach (var level in creator.PrivacyLevelOptions)
            levels.Add((JsonNode)level);
        return new JsonObject
        {
            ["creator_avatar_url"] = creator.AvatarUrl.OriginalString,
            ["creator_username"] = creator.Username,
            ["creator_nickname"] = creator.Nickname,
            ["privacy_level_options"] = levels,
            ["comment_disabled"] = creator.CommentDisabled,
            ["duet_disabled"] = creator.DuetDisabled || creator.IsPrivate,
            ["stitch_disabled"] = creator.StitchDisabled || creator.IsPrivate,
            ["max_video_post_duration_sec"] = creator.MaxVideoPostDurationSeconds,
        };
    }
}
