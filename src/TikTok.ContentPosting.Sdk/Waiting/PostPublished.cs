namespace TikTok.ContentPosting;

/// <summary>The post is on the creator's profile, and everybody can see it.</summary>
public sealed class PostPublished : PostOutcome
{
    internal PostPublished(string publishId, PublishStatusData lastStatus)
        : base(publishId, lastStatus) => PostIds = lastStatus.PostIds;

    /// <summary>The ids of the public posts: one, or several of a draft that the creator posted several times.</summary>
    public IReadOnlyList<long> PostIds { get; }
}
