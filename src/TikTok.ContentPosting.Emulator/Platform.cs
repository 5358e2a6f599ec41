using System.Globalization;

namespace TikTok.ContentPosting.Emulator;

/// <summary>What stands behind the operations: creators, posts and limits.</summary>
internal sealed class Platform(TikTokEmulatorOptions options)
{
    private readonly Lock _lock = new();
    private long _answers;

    public TikTokEmulatorOptions Options { get; } = options;

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public CreatorRegistry Creators { get; } = new();

    public PostBook Posts { get; } = new(options);

    public RateLimits RateLimits { get; } = new(options);

    public VerifiedUrls VerifiedUrls { get; } = new(options.VerifiedUrls);

    public Uri UploadUrl(string publishId, Upload upload) =>
        new(BaseAddress, $"{UploadChunk.UploadPath}?upload_id={Uri.EscapeDataString(publishId)}&upload_token={upload.Token}");

    /// <summary>A log id of TikTok's shape: the second, then hexadecimal digits.</summary>
    public string NewLogId() => string.Create(
        CultureInfo.InvariantCulture, $"{Options.TimeProvider.GetUtcNow():yyyyMMddHHmmss}{Interlocked.Increment(ref _answers):X20}");

    public Answer Refuse(string code, string message, int statusCode) => Answer.Refusal(code, message, statusCode, NewLogId());

    /// <summary>Answers a request. One at a time, so that checks and what they allow are one act.</summary>
    public Answer Handle(Endpoint endpoint, ReceivedRequest request, ReadOnlyMemory<byte> body)
    {
        lock (_lock)
            return endpoint.Handle(this, request, body, NewLogId());
    }
}
