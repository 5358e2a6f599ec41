using System.Globalization;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>What stands behind the operations: creators, posts and limits.</summary>
internal sealed class Platform
{
    private readonly Lock _lock = new();
    private long _answers;

    public Platform(TikTokEmulatorOptions options)
    {
        Options = options;
        Webhooks = new WebhookSender(options);
        Posts = new PostBook(options, Webhooks);
        RateLimits = new RateLimits(options);
        VerifiedUrls = new VerifiedUrls(options.VerifiedUrls);
    }

    public TikTokEmulatorOptions Options { get; }

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public CreatorRegistry Creators { get; } = new();

    public WebhookSender Webhooks { get; }

    public PostBook Posts { get; }

    public RateLimits RateLimits { get; }

    public VerifiedUrls VerifiedUrls { get; }

    public Uri UploadUrl(string publishId, Upload upload) =>
        new(BaseAddress, $"{UploadChunk.UploadPath}?upload_id={Uri.EscapeDataString(publishId)}&upload_token={upload.Token}");

    /// <summary>A log id of TikTok's shape: the second, then hexadecimal digits.</summary>
    public string NewLogId() => string.Create(
        CultureInfo.InvariantCulture, $"{Options.TimeProvider.GetUtcNow():yyyyMMddHHmmss}{Interlocked.Increment(ref _answers):X20}");

    public Answer Refuse(string code, string message, int statusCode) => Answer.Refusal(code, message, statusCode, NewLogId());

    public void RemoveAuthorization(TikTokCreator creator, int reason)
    {
        creator.TokenIsInvalid = true;
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
