namespace TikTok.ContentPosting.Emulator;

/// <summary>A creator with an account, who has signed in to the app. Properties may be changed while the emulator runs.</summary>
public sealed class TikTokCreator
{
    /// <summary>Who the creator is, in this app. A new one each time unless given.</summary>
    public string OpenId { get; init; } = $"-000{Guid.NewGuid():N}";

    /// <summary>Who the creator is, in all apps of one developer. A new one each time unless given.</summary>
    public string UnionId { get; init; } = Guid.NewGuid().ToString();

    /// <summary>An access token that stands for the creator without a sign-in. A new one each time unless given.</summary>
    public string AccessToken { get; init; } = $"act.{Guid.NewGuid():N}";

    /// <summary>The scopes of <see cref="AccessToken"/>: <c>video.publish</c> and <c>video.upload</c> unless changed. A sign-in has those that are granted there.</summary>
    public IReadOnlyCollection<string> Scopes { get; set; } = [TokenScopes.Publish, TokenScopes.Upload];

    /// <summary>Whether <see cref="AccessToken"/> has expired or was revoked.</summary>
    public bool TokenIsInvalid { get; set; }

    /// <summary>The creator's unique name.</summary>
    public string Username { get; set; } = "emulated.creator";

    /// <summary>The name that the creator goes by.</summary>
    public string Nickname { get; set; } = "Emulated Creator";

    /// <summary>The address of the creator's picture. There is no picture.</summary>
    public Uri AvatarUrl { get; set; } = new("https://example.com/avatars/emulated.creator.webp");

    /// <summary>What the creator says about themselves.</summary>
    public string Biography { get; set; } = "";

    /// <summary>Whether TikTok has verified the account.</summary>
    public bool IsVerified { get; set; }

    /// <summary>How many follow the creator.</summary>
    public long FollowerCount { get; set; }

    /// <summary>How many the creator follows.</summary>
    public long FollowingCount { get; set; }

    /// <summary>How many likes the creator's videos have.</summary>
    public long LikesCount { get; set; }

    /// <summary>The public videos from before. What is posted in public comes on top of them.</summary>
    public IReadOnlyList<EmulatedVideo> Videos { get; set; } = [];

    /// <summary>Whether the account is private: other privacy levels, no duets and no stitches.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>Whether comments are switched off.</summary>
    public bool CommentDisabled { get; set; }

    /// <summary>Whether duets are switched off. They always are for a private account.</summary>
    public bool DuetDisabled { get; set; }

    /// <summary>Whether stitches are switched off. They always are for a private account.</summary>
    public bool StitchDisabled { get; set; }

    /// <summary>The longest video that the creator may post, in seconds.</summary>
    public int MaxVideoPostDurationSeconds { get; set; } = 600;

    /// <summary>The version of the creator's TikTok app. Photo drafts need 31.8.</summary>
    public Version AppVersion { get; set; } = new(40, 0);

    /// <summary>
    /// The code that every creator query (with status 200) and every init (with 403) refuses the creator with, such as
    /// <see cref="ErrorCodes.SpamRiskUserBannedFromPosting"/>; null when there is no reason to.
    /// </summary>
    public string? Refusal { get; set; }

    /// <summary>The privacy levels that the account offers.</summary>
    public IReadOnlyList<string> PrivacyLevelOptions => IsPrivate
        ? ["FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]
        : ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"];

    /// <summary>The creator's unique name; never the token.</summary>
    public override string ToString() => Username;
}
