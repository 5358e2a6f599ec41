namespace TikTok.ContentPosting;

/// <summary>What a wait waits for. What "done" is depends on what was opened: a draft is done when it is delivered, a direct post when it is published.</summary>
public enum PostMilestone
{
    /// <summary>The draft is in the creator's inbox (<see cref="PublishStatus.SendToUserInbox"/>). The creator may post it later, or never.</summary>
    Delivered,

    /// <summary>The post is on the creator's profile (<see cref="PublishStatus.PublishComplete"/>): by a direct post, or by the creator from a draft.</summary>
    Published,

    /// <summary>Everybody can see the post: it has passed moderation and has a public id. A post that is not public never gets there.</summary>
    PubliclyAvailable,
}
