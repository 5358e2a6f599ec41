using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>What stands behind the operations: creators, posts and limits.</summary>
internal sealed class Platform
{
    private const int RevokedByDeveloper = 5;

    private readonly Lock _lock = new();
    private long _answers;

    public Platform(TikTokEmulatorOptions options)
    {
        Options = options;
        Webhooks = new WebhookSender(options);
        Posts = new PostBook(options, Webhooks);
        Tokens = new TokenBook(options);
        QrCodes = new QrCodeBook(options, Tokens);
        Videos = new VideoShelf(Posts);
        RateLimits = new RateLimits(options);
        VerifiedUrls = new VerifiedUrls(options.VerifiedUrls);
    }

    public TikTokEmulatorOptions Options { get; }

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public CreatorRegistry Creators { get; } = new();

    public WebhookSender Webhooks { get; }

    public PostBook Posts { get; }

    public TokenBook Tokens { get; }

    public QrCodeBook QrCodes { get; }

    public VideoShelf Videos { get; }

    /// <summary>What creators will answer on the consent page, in order.</summary>
    public ConcurrentQueue<ConsentAnswer> Consents { get; } = new();

    public RateLimits RateLimits { get; }

    public VerifiedUrls VerifiedUrls { get; }

    public Uri UploadUrl(string publishId, Upload upload) =>
        new(BaseAddress, $"{UploadChunk.UploadPath}?upload_id={Uri.EscapeDataString(publishId)}&upload_token={upload.Token}");

    /// <exception cref="RefusalException">The token is nobody's, or no longer good.</exception>
    public Session Authenticate(string? token) => (token is null ? null : Tokens.Find(token)) ?? Creators.Authenticate(token);

    /// <summary>Ends the consent behind an access token, as the developer's own wish.</summary>
    /// <returns>Whether the token was good.</returns>
    public bool Revoke(string token)
    {
        var creator = Tokens.Find(token)?.Creator ?? Creators.Find(token);
        if (creator is not null)
            RemoveAuthorization(creator, RevokedByDeveloper);
        return creator is not null;
    }

    /// <summary>A log id of TikTok's shape: the second, then hexadecimal digits.</summary>
    public string NewLogId() => string.Create(
        CultureInfo.InvariantCulture, $"{Options.TimeProvider.GetUtcNow():yyyyMMddHHmmss}{Interlocked.Increment(ref _answers):X20}");

    public Answer Refuse(string code, string message, int statusCode) => Answer.Refusal(code, message, statusCode, NewLogId());

    public void SendWebhooksTo(Uri? url, HttpMessageHandler? handler)
    {
        Webhooks.SendTo(url, handler);
        foreach (var post in Posts.ToList())
            post.Watch();
    }

    public void RemoveAuthorization(TikTokCreator creator, int reason)
    {
        creator.TokenIsInvalid = true;
        Tokens.EndConsents(creator);
        foreach (var post in Posts.ToList().Where(post => post.Creator == creator && post.IsProcessing))
            post.Continue(new PostScript().ThenFail(FailReasons.AuthRemoved));
        Webhooks.Send("authorization.removed", creator.OpenId, new JsonObject { ["reason"] = reason }, Options.TimeProvider.GetUtcNow());
    }

    /// <summary>Answers a request. One at a time, so that checks and what they allow are one act.</summary>
    public Answer Handle(Endpoint endpoint, ReceivedRequest request, ReadOnlyMemory<byte> body)
    {
        lock (_lock)
            return endpoint.Handle(this, request, body, NewLogId());
    }
}
