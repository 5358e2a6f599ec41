namespace TikTok.ContentPosting;

/// <summary>A post has failed, and the caller wants to hear of that as an exception (<see cref="PostOutcome.EnsureNotFailed"/>).</summary>
public sealed class PostFailedException : Exception
{
    internal PostFailedException(PostFailed post)
        : base($"The post {post.PublishId} has failed with '{post.Reason?.Value ?? "no reason"}'. {post.Advice}") => Post = post;

    /// <summary>The post, its reason and what to do.</summary>
    public PostFailed Post { get; }
}
