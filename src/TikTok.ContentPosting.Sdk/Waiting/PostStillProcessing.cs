namespace TikTok.ContentPosting;

/// <summary>
/// The time that the caller gave is up, and the post is neither where it was waited for nor failed. It goes on at TikTok: opening another one would post twice.
/// </summary>
/// <remarks>Store <see cref="PostOutcome.PublishId"/> and <see cref="Until"/>, and wait again later, in another process too.</remarks>
public sealed class PostStillProcessing : PostOutcome
{
    internal PostStillProcessing(string publishId, PublishStatusData? lastStatus, PostMilestone until)
        : base(publishId, lastStatus) => Until = until;

    /// <summary>What was waited for.</summary>
    public PostMilestone Until { get; }

    /// <summary>Goes on waiting for the same.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="options">How, and for how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How it ended.</returns>
    public Task<PostOutcome> WaitAgainAsync(ContentPostingClient client, WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.WaitAsync(PublishId, Until, options, cancellationToken);
    }
}
