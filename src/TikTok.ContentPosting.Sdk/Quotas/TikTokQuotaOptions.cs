using System.Threading.RateLimiting;

namespace TikTok.ContentPosting;

/// <summary>What <see cref="TikTokQuotas"/> does at the limits.</summary>
public sealed class TikTokQuotaOptions
{
    /// <summary>Status queries, queries of the creator's settings and the display API. They wait for their turn unless set otherwise.</summary>
    public QuotaMode Reads { get; set; } = QuotaMode.Wait;

    /// <summary>The requests that open posts. TikTok decides unless set otherwise: whether a post waits or fails is the program's decision.</summary>
    public QuotaMode Inits { get; set; } = QuotaMode.Off;

    /// <summary>Makes the limiter of one access token and operation, from the operation's path and its limit in a minute: one that many machines share, say. Null for one in memory.</summary>
    public Func<string, int, RateLimiter>? CreateLimiter { get; set; }
}
