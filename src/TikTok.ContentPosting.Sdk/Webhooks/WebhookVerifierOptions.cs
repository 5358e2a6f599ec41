using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>What a <see cref="WebhookVerifier"/> believes.</summary>
public class WebhookVerifierOptions
{
    /// <summary>The app's client key: what is for another app is rejected. Null, the default, checks nothing.</summary>
    public string? ClientKey { get; set; }

    /// <summary>The app's client secrets: one, or the old and the new one while a secret is being replaced. Secrets.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IList<string> ClientSecrets { get; } = [];

    /// <summary>
    /// How old a signature may be: 72 hours and 5 minutes unless set.
    /// </summary>
    /// <remarks>
    /// TikTok repeats a delivery for 72 hours and does not say whether it signs it anew. With a shorter tolerance, what an outage of yours delayed would be rejected again and
    /// again, and lost. The price is that somebody who got hold of a signed request could send it once more in that time, so drop what
    /// <see cref="TikTokEvent.IdempotencyKey"/> shows to be known for just as long. A signature may be 5 minutes ahead of the clock, or less if the tolerance is less.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan Tolerance
    {
        get;
        set => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A tolerance is positive.");
    } = TimeSpan.FromHours(72) + TimeSpan.FromMinutes(5);

    /// <summary>The clock.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = TimeProvider.System;
}
