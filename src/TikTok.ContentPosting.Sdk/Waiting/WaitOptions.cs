namespace TikTok.ContentPosting;

/// <summary>How a wait for a post asks, and for how long. Nothing has to be set.</summary>
public sealed class WaitOptions
{
    /// <summary>The time between two looks, and how long the wait may take (<see cref="PollingOptions.TotalTimeout"/>): 2 seconds up to 30, for 30 minutes, unless set.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public PollingOptions Polling
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = new();

    /// <summary>Where webhooks are heard of, which make the next look come at once; null for none. Among the services it is a singleton.</summary>
    public PublishNotifications? Notifications { get; set; }

    /// <summary>The access token to ask with, in place of the client's own.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Hears of each change: of the status, its reason, the ids and the bytes.</summary>
    public IProgress<PublishStatusData>? Progress { get; set; }

    /// <summary>The clock; null for the client's.</summary>
    public TimeProvider? TimeProvider { get; set; }
}
