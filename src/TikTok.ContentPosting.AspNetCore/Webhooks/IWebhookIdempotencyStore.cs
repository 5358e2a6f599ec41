namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Remembers which events were handled, because TikTok delivers at least once.</summary>
/// <remarks>
/// An app that runs on several machines, or must not handle an event twice after a restart, registers one on its database before <c>AddTikTokWebhooks</c>. A row for each key with an
/// expiry and a flag is enough; <see cref="TryClaimAsync"/> must be atomic.
/// </remarks>
public interface IWebhookIdempotencyStore
{
    /// <summary>Claims an event for handling, unless it was handled or somebody else has it.</summary>
    /// <param name="key">The event's <see cref="TikTokEvent.IdempotencyKey"/>.</param>
    /// <param name="handlingTime">After how long the claim ends by itself.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether the caller has it now.</returns>
    ValueTask<WebhookClaim> TryClaimAsync(string key, TimeSpan handlingTime, CancellationToken cancellationToken);

    /// <summary>Remembers that the event was handled.</summary>
    /// <param name="key">The event's key.</param>
    /// <param name="retention">For how long.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Gives up the claim, because the handling failed: the next delivery is handled.</summary>
    /// <param name="key">The event's key.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    ValueTask ReleaseAsync(string key, CancellationToken cancellationToken);
}
