namespace TikTok.ContentPosting;

/// <summary>What TikTok's guidelines for apps that share content want a post form to say.</summary>
internal static class FormTexts
{
    private static readonly FormLink Music = new("Music Usage Confirmation", new Uri("https://www.tiktok.com/legal/page/global/music-usage-confirmation/en"));
    private static readonly FormLink Branded = new("Branded Content Policy", new Uri("https://www.tiktok.com/legal/page/global/bc-policy/en"));

    public static FormText Comment { get; } = new("toggle.comment", "Comment");

    public static FormText Duet { get; } = new("toggle.duet", "Duet");

    public static FormText Stitch { get; } = new("toggle.stitch", "Stitch");

    public static FormText Disclosure { get; } = new("toggle.disclosure", "Disclose post content");

    public static FormText OwnBrand { get; } = new("toggle.own_brand", "Your brand");

    public static FormText BrandedContent { get; } = new("toggle.branded_content", "Branded content");

    public static FormText SwitchedOff { get; } = new("reason.switched_off", "Switched off in the TikTok account's settings.");

    public static FormText NotDisclosed { get; } = new("reason.not_disclosed", "Only for content that is disclosed.");

    public static FormText BrandedIsNotPrivate { get; } = new("reason.branded_not_private", "Branded content visibility cannot be set to private.");

    public static FormText ConsentMusic { get; } = new("consent.music", "By posting, you agree to TikTok's Music Usage Confirmation.") { Links = [Music] };

    public static FormText ConsentBranded { get; } =
        new("consent.branded", "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation.") { Links = [Branded, Music] };

    public static FormText Processing { get; } = new("notice.processing", "After you publish, it may take a few minutes for the content to process and be visible on your profile.");

    public static FormText Promotional(PostKind kind) => kind == PostKind.Video
        ? new("label.promotional.video", "Your video will be labeled as \"Promotional content\".")
        : new("label.promotional.photos", "Your photos will be labeled as \"Promotional content\".");

    public static FormText Partnership(PostKind kind) => kind == PostKind.Video
        ? new("label.partnership.video", "Your video will be labeled as \"Paid partnership\".")
        : new("label.partnership.photos", "Your photos will be labeled as \"Paid partnership\".");

    public static FormText Privacy(PrivacyLevel level) => level.Value switch
    {
        "PUBLIC_TO_EVERYONE" => new("privacy.everyone", "Everyone"),
        "MUTUAL_FOLLOW_FRIENDS" => new("privacy.friends", "Friends"),
        "FOLLOWER_OF_CREATOR" => new("privacy.followers", "Followers"),
        "SELF_ONLY" => new("privacy.only_me", "Only me"),
        var other => new("privacy." + other, other),
    };

    public static FormText Blocked(ErrorCode code) => code.Value switch
    {
        "spam_risk_too_many_posts" => new("blocked.too_many_posts", "This account has made all the posts that TikTok allows for now. Please try again later."),
        "spam_risk_user_banned_from_posting" => new("blocked.banned", "TikTok does not let this account post at the moment."),
        "reached_active_user_cap" => new("blocked.app_cap", "This app has reached TikTok's limit of people who post with it today. Please try again later."),
        _ => new("blocked.other", "This account cannot post to TikTok at the moment. Please try again later."),
    };
}
