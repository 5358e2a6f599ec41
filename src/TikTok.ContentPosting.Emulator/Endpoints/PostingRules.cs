namespace TikTok.ContentPosting.Emulator;

/// <summary>Who may post what, and how much.</summary>
internal static class PostingRules
{
    public const string PublicLevel = "PUBLIC_TO_EVERYONE";
    private const string PrivateLevel = "SELF_ONLY";
    private const int CreatorsBeforeAudit = 5;

    /// <summary>Whether the creator may make direct posts.</summary>
    /// <param name="call">The request.</param>
    /// <param name="statusCode">The status of the refusal, when it is not the code's own.</param>
    public static void CheckCreator(Call call, int? statusCode = null)
    {
        CheckNotRefused(call, statusCode);
        var creators = call.Platform.Options.ActiveCreatorLimit ?? (call.Platform.Options.IsAudited ? null : CreatorsBeforeAudit);
        if (creators is not null && call.Platform.Posts.OtherCreatorsOfDay(call.Creator, call.Now) >= creators)
            throw new RefusalException(ErrorCodes.ReachedActiveUserCap, $"{creators} creators have posted with the app within 24 hours.", statusCode);
        var limit = call.Platform.Options.DailyPostLimit;
        if (limit is not null && call.Platform.Posts.CountOfDay(call.Creator, call.Now, post => !post.IsDraft) >= limit)
            throw new RefusalException(ErrorCodes.SpamRiskTooManyPosts, $"The creator has posted {limit} times within 24 hours.", statusCode);
    }

    /// <summary>Whether the creator may get another draft.</summary>
    public static void CheckDrafts(Call call)
    {
        CheckNotRefused(call, statusCode: null);
        var limit = call.Platform.Options.PendingDraftLimit;
        if (limit is not null && call.Platform.Posts.CountOfDay(call.Creator, call.Now, post => post.IsPending) >= limit)
            throw new RefusalException(ErrorCodes.SpamRiskTooManyPendingShare, $"{limit} drafts of the last 24 hours wait for the creator.");
    }

    /// <summary>Whether a direct post may have the privacy level that it asks for.</summary>
    /// <returns>The level.</returns>
    public static string CheckPrivacy(Call call, RequestBody postInfo)
    {
        var level = postInfo.OneOf("privacy_level", PublicLevel, "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", PrivateLevel);
        if (!call.Creator.PrivacyLevelOptions.Contains(level))
            throw new RefusalException(ErrorCodes.PrivacyLevelOptionMismatch, $"{level} is none of the creator's options.");
        if (!call.Platform.Options.IsAudited && (!call.Creator.IsPrivate || level != PrivateLevel))
            throw new RefusalException(ErrorCodes.UnauditedClientCanOnlyPostToPrivateAccounts, "The app has not passed the audit: the account and the post must be private.");
        return level;
    }

    private static void CheckNotRefused(Call call, int? statusCode)
    {
        if (call.Creator.Refusal is { } code)
            throw new RefusalException(code, "The creator cannot post at the moment.", statusCode);
    }
}
