namespace TikTok.ContentPosting.Emulator;

/// <summary>How a <see cref="TikTokEmulator"/> behaves. The defaults are TikTok's.</summary>
public sealed class TikTokEmulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The access token of <see cref="TikTokEmulator.DefaultCreator"/>; null, the default, for a new one each time.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The app's client key.</summary>
    public string ClientKey { get; init; } = "emulated_client_key";

    /// <summary>The app's client secret, which webhooks are signed with.</summary>
    public string ClientSecret { get; init; } = "emulated_client_secret";

    /// <summary>The app's callback URL for webhooks; null, the default, sends none. <see cref="TikTokEmulator.SendWebhooksTo"/> sets it later.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>
    /// Whether a webhook that is sent again has the time of that moment in its signature. TikTok does not say, so the default is the time of the first attempt, which an app with a
    /// tolerance of a few minutes rejects.
    /// </summary>
    public bool SignsWebhookRetriesAnew { get; init; }

    /// <summary>The clock of rate limits, posts, webhooks and delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether a token may make only so many requests in a minute: 6 of each init, 20 creator queries, 30 status queries.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    /// <summary>How many drafts of the last 24 hours may wait for one creator; null for any number.</summary>
    public int? PendingDraftLimit { get; init; } = 5;

    /// <summary>How many direct posts one creator may open in 24 hours; null for any number. TikTok's own limit varies around 15.</summary>
    public int? DailyPostLimit { get; init; } = 15;

    /// <summary>Whether the app has passed TikTok's audit. One that has not can only make private posts to private accounts.</summary>
    public bool IsAudited { get; init; } = true;

    /// <summary>
    /// How many creators may make direct posts with the app in 24 hours; any other is refused as <see cref="ErrorCodes.ReachedActiveUserCap"/>. Null: 5 before the audit, and any
    /// number after it.
    /// </summary>
    public int? ActiveCreatorLimit { get; init; }

    /// <summary>How a status gives the ids of public posts.</summary>
    public PostIdForm PostIdForm { get; init; }

    /// <summary>The domains (with their subdomains) and URL prefixes that media can be pulled from.</summary>
    public IReadOnlyList<string> VerifiedUrls { get; init; } = ["example.com"];

    /// <summary>The redirect URIs that are registered for the app, with <c>*</c> for any port of this machine; null for any that could be registered.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>Whether the consent page grants all that is asked for without showing itself.</summary>
    public bool ConsentAutomatically { get; init; }

    /// <summary>How long an access token works. 2 hours, as TikTok's newest pages have it.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long a refresh token works. 180 days, as TikTok's newest pages have it.</summary>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How long a QR code can be confirmed.</summary>
    public TimeSpan QrCodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The HTTP status of the token endpoints' errors. 200, with which TikTok has been seen to refuse.</summary>
    public int OAuthErrorStatusCode { get; init; } = 200;

    /// <summary>How long a post without a script is processed before it is delivered or posted.</summary>
    public TimeSpan ProcessingTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The size in bytes of whatever is pulled from a URL, as <c>downloaded_bytes</c> reports it.</summary>
    public long MediaBytes { get; init; } = 10_000_000;

    /// <summary>Whether <see cref="TikTokEmulator.Requests"/> and <see cref="TikTokEmulator.Webhooks"/> are kept. Switch it off for load tests.</summary>
    public bool RecordRequests { get; init; } = true;
}
