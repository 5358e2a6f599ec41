namespace TikTok.ContentPosting;

/// <summary>What happens to a request that would exceed what TikTok allows an access token in a minute.</summary>
public enum QuotaMode
{
    /// <summary>It waits for its turn.</summary>
    Wait,

    /// <summary>It fails at once with <see cref="TikTokQuotaException"/>, which says when its turn would be.</summary>
    FailFast,

    /// <summary>It is sent, and TikTok decides.</summary>
    Off,
}
