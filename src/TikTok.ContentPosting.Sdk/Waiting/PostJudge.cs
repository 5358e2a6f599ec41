namespace TikTok.ContentPosting;

/// <summary>
/// What a status means to those who wait. Only TikTok's own values end anything: <see cref="PublishStatus.SendingToUserInbox"/>, which stands in other descriptions of the
/// API, and values that nobody knows are on their way.
/// </summary>
internal static class PostJudge
{
    /// <summary>Whether the wait is over: the post is where it was waited for, or nothing more will come.</summary>
    public static bool IsOver(PublishStatusData status, PostMilestone until) =>
        status.Status == PublishStatus.Failed
        || status.PostIds.Count > 0
        || (status.Status == PublishStatus.PublishComplete && until != PostMilestone.PubliclyAvailable)
        || (status.Status == PublishStatus.SendToUserInbox && until == PostMilestone.Delivered);

    /// <summary>The outcome of a wait that is over, or whose time is up.</summary>
    public static PostOutcome End(string publishId, PublishStatusData? last, PostMilestone until) => last switch
    {
        { Status: var status } when status == PublishStatus.Failed => new PostFailed(publishId, last),
        { PostIds.Count: > 0 } => new PostPublished(publishId, last),
        { Status: var status } when status == PublishStatus.PublishComplete => new PostPublishedWithoutPublicId(publishId, last),
        { Status: var status } when status == PublishStatus.SendToUserInbox && until == PostMilestone.Delivered => new PostDelivered(publishId, last),
        _ => new PostStillProcessing(publishId, last, until),
    };

    public static bool AreSame(PublishStatusData left, PublishStatusData right) =>
        left.Status == right.Status
        && left.FailReason == right.FailReason
        && left.UploadedBytes == right.UploadedBytes
        && left.DownloadedBytes == right.DownloadedBytes
        && left.PostIds.SequenceEqual(right.PostIds);
}
