namespace TikTok.ContentPosting.AspNetCore;

/// <summary>What the webhook endpoint believes, and how much it takes in.</summary>
/// <remarks>Without a client secret, key and secret are those of <see cref="TikTokAppCredentials"/> among the services.</remarks>
public sealed class TikTokWebhookOptions : WebhookVerifierOptions
{
    /// <summary>The largest body in bytes; a larger one is answered with 413 and not read. 64 KiB unless set; TikTok's have a few hundred bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int MaxBodyBytes
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is positive.");
    } = 64 * 1024;

    /// <summary>
    /// How long an event may be in the hands of a handler before another delivery of it is handled, because the process that had it may have died. 5 minutes unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan HandlingTime
    {
        get;
        set => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A time is positive.");
    } = TimeSpan.FromMinutes(5);
}
