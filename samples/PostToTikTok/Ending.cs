using TikTok.ContentPosting;

namespace PostToTikTok;

/// <summary>What became of a post.</summary>
internal sealed record Ending(string? PublishId, string Text, bool IsSuccess)
{
    public static Ending Of(string? publishId, PublishStatus? status, FailReason? reason) => new(
        publishId, reason is null ? $"{status}" : $"{status} ({reason})", status == PublishStatus.SendToUserInbox || status == PublishStatus.PublishComplete);

    public static Ending Of(PostOutcome outcome) => Of(outcome.PublishId, outcome.LastStatus?.Status, outcome.LastStatus?.FailReason);
}
