using System.Runtime.CompilerServices;

namespace TikTok.ContentPosting;

/// <content>Waiting for what becomes of a post. Nothing here opens one, so every wait can be repeated.</content>
public sealed partial class ContentPostingClient
{
    /// <summary>Waits until a draft is in the creator's inbox.</summary>
    /// <param name="publishId">The publish id that the init answered with.</param>
    /// <param name="options">How, and for how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="PostDelivered"/>; or what came in its place. A creator can have posted the draft by then.</returns>
    /// <exception cref="TikTokApiException">TikTok refuses to tell the status: another creator's post, a token that is no longer good.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<PostOutcome> WaitUntilDeliveredAsync(string publishId, WaitOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitAsync(publishId, PostMilestone.Delivered, options, cancellationToken);

    /// <summary>Waits until a post is on the creator's profile.</summary>
    /// <param name="publishId">The publish id that the init answered with.</param>
    /// <param name="options">How, and for how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="PostPublished"/> or <see cref="PostPublishedWithoutPublicId"/>; or what came in their place.</returns>
    /// <exception cref="TikTokApiException">TikTok refuses to tell the status.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<PostOutcome> WaitUntilPublishedAsync(string publishId, WaitOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitAsync(publishId, PostMilestone.Published, options, cancellationToken);

    /// <summary>Waits until everybody can see a post. Moderation mostly takes less than a minute, sometimes hours.</summary>
    /// <param name="publishId">The publish id that the init answered with.</param>
    /// <param name="options">How, and for how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="PostPublished"/>; <see cref="PostPublishedWithoutPublicId"/> when the time is up and the post is on the profile without a public id; or what came in their place.</returns>
    /// <exception cref="TikTokApiException">TikTok refuses to tell the status.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<PostOutcome> WaitUntilPubliclyAvailableAsync(string publishId, WaitOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitAsync(publishId, PostMilestone.PubliclyAvailable, options, cancellationToken);

    /// <summary>Waits until a post has come so far.</summary>
    /// <param name="publishId">The publish id that the init answered with.</param>
    /// <param name="until">How far.</param>
    /// <param name="options">How, and for how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="TikTokApiException">TikTok refuses to tell the status.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<PostOutcome> WaitAsync(string publishId, PostMilestone until, WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        PublishStatusData? last = null;
        await foreach (var status in WatchAsync(publishId, until, options, cancellationToken).ConfigureAwait(false))
        {
            last = status;
        }
        return PostJudge.End(publishId, last, until);
    }

    /// <summary>Watches a post: its status as it is, and each change from then on, until it has come so far, has failed, or the time is up.</summary>
    /// <param name="publishId">The publish id that the init answered with.</param>
    /// <param name="until">How far.</param>
    /// <param name="options">How, and for how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status whenever it, its reason, the ids or the bytes have changed.</returns>
    /// <exception cref="TikTokApiException">TikTok refuses to tell the status.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public IAsyncEnumerable<PublishStatusData> WatchAsync(string publishId, PostMilestone until, WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(publishId);
        return WatchCoreAsync(publishId, until, options ?? new WaitOptions(), cancellationToken);
    }

    private async IAsyncEnumerable<PublishStatusData> WatchCoreAsync(
        string publishId, PostMilestone until, WaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PublishStatusData? last = null;
        await foreach (var status in new StatusLoop(this, publishId, options).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (last is null || !PostJudge.AreSame(last, status))
            {
                last = status;
                options.Progress?.Report(status);
                yield return status;
            }
            if (PostJudge.IsOver(status, until))
            {
                yield break;
            }
        }
    }
}
