using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class GetUserInfo : DisplayEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.GetUserInfo;

    public override string Method => "GET";

    public override string Path => "/v2/user/info/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.UserInfoBasic];

    protected override JsonObject Handle(Call call)
    {
        var creator = call.Creator;
        var user = new JsonObject();
        foreach (var field in Fields(call, ScopeOf))
            user[field] = ValueOf(creator, field, () => call.Platform.Videos.Of(creator).Count);
        return new JsonObject { ["user"] = user };
    }

    private static string? ScopeOf(string field) => field switch
    {
        "open_id" or "union_id" or "avatar_url" or "avatar_url_100" or "avatar_large_url" or "display_name" => TokenScopes.UserInfoBasic,
        "bio_description" or "profile_deep_link" or "profile_web_link" or "is_verified" or "username" => TokenScopes.UserInfoProfile,
        "follower_count" or "following_count" or "likes_count" or "video_count" => TokenScopes.UserInfoStats,
        _ => null,
    };

    private static JsonNode? ValueOf(TikTokCreator creator, string field, Func<int> videos) => field switch
    {
        "open_id" => creator.OpenId,
        "union_id" => creator.UnionId,
        "avatar_url" or "avatar_url_100" or "avatar_large_url" => creator.AvatarUrl.OriginalString,
        "display_name" => creator.Nickname,
        "bio_description" => creator.Biography,
        "profile_deep_link" or "profile_web_link" => $"https://www.tiktok.com/@{Uri.EscapeDataString(creator.Username)}",
        "is_verified" => creator.IsVerified,
        "username" => creator.Username,
        "follower_count" => creator.FollowerCount,
        "following_count" => creator.FollowingCount,
        "likes_count" => creator.LikesCount,
        _ => videos(),
    };
}
