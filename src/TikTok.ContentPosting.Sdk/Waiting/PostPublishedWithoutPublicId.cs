namespace TikTok.ContentPosting;

/// <summary>
/// The post is on the creator's profile, and TikTok has given no public id: it is not public, moderation still looks at it, or TikTok leaves the id out, which it often does.
/// </summary>
/// <remarks>Do not post again. Wait for <see cref="PostMilestone.PubliclyAvailable"/> if the post is public, or look for it among the creator's videos.</remarks>
public sealed class PostPublishedWithoutPublicId : PostOutcome
{
    internal PostPublishedWithoutPublicId(string publishId, PublishStatusData lastStatus)
        : base(publishId, lastStatus)
    {
    }
}
