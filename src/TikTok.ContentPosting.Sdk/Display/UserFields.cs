namespace TikTok.ContentPosting;

/// <summary>The fields of a creator that a token may ask for: TikTok may refuse the whole query for one that it may not.</summary>
internal static class UserFields
{
    private static readonly UserField[] Basic =
        [UserField.OpenId, UserField.UnionId, UserField.AvatarUrl, UserField.AvatarUrl100, UserField.AvatarLargeUrl, UserField.DisplayName];

    private static readonly UserField[] Profile = [UserField.BioDescription, UserField.ProfileDeepLink, UserField.IsVerified, UserField.Username];

    private static readonly UserField[] Stats = [UserField.FollowerCount, UserField.FollowingCount, UserField.LikesCount, UserField.VideoCount];

    public static IReadOnlyList<UserField> For(IReadOnlyList<string> scopes) =>
    [
        .. Basic,
        .. scopes.Contains(TikTokScopes.UserInfoProfile) ? Profile : [],
        .. scopes.Contains(TikTokScopes.UserInfoStats) ? Stats : [],
    ];
}
