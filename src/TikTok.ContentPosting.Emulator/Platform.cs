using System.Globalization;

namespace TikTok.ContentPosting.Emulator;

/// <summary>What stands behind the operations: creators, posts and limits.</summary>
internal sealed class Platform(TikTokEmulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly RateLimits _rateLimits = new();
    private long _answers;

    public TikTokEmulatorOptions Options { get; } = options;

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public CreatorRegistry Creators { get; } = new();

    public PostBook Posts { get; } = new(options);

    public VerifiedUrls VerifiedUrls { get; } = new(options.VerifiedUrls);

    public Uri UploadUrl(EmulatedPost post) => new(BaseAddress, $"video/?upload_id={Uri.EscapeDataString(post.PublishId)}&upload_token={Guid.NewGuid():N}");

    /// <summary>A log id of TikTok's shape: the second, then hexadecimal digits.</summary>
    public string NewLogId() => string.Create(
        CultureInfo.InvariantCulture, $"{Options.TimeProvider.GetUtcNow():yyyyMMddHHmmss}{Interlocked.Increment(ref _answers):X20}");

    public Answer Refuse(string code, string message, int statusCode) => Answer.Refusal(code, message, statusCode, NewLogId());

    /// <summary>Answers a request. One at a time, so that checks and what they allow are one act.</summary>
    public Answer Handle(Endpoint endpoint, string? token, ReadOnlyMemory<byte> body)
    {
        var logId = NewLogId();
        lock (_lock)
        {
            try
            {
                var creator = Creators.Authenticate(token);
                var call = new Call(this, creator, body);
                if (!endpoint.Scopes.Any(creator.Scopes.Contains))
                    throw new RefusalException(ErrorCodes.ScopeNotAuthorized, $"The creator has not granted {string.Join(" or ", endpoint.Scopes)}.");
                if (Options.EnforceRateLimits)
                    _rateLimits.Take(creator, endpoint.Operation, endpoint.RequestsPerMinute, call.Now);
                return Answer.Success(endpoint.Handle(call), logId);
            }
            catch (RefusalException refusal)
            {
                return Answer.Refusal(refusal.Code, refusal.Message, refusal.StatusCode, logId);
            }
        }
    }
}
