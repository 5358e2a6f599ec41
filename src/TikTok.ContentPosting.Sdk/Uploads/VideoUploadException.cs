namespace TikTok.ContentPosting;

/// <summary>An upload failed after its post was opened. Opening another one is the caller's decision; this one stays open until TikTok gives it up.</summary>
public class VideoUploadException : ApiException, ITikTokFailure
{
    private const string Operation = "uploadChunk";
    private readonly string _what;

    internal VideoUploadException(VideoUploadSession session, ChunkAnswer answer, string what, RetryAdvice advice, Exception? innerException = null)
        : base(what, innerException ?? answer.Failure)
    {
        _what = what;
        Session = session;
        RetryAdvice = advice;
        LogId = answer.LogId;
        RequestId = answer.LogId;
        StatusCode = answer.Status == 0 ? null : answer.Status;
        RetryAfter = answer.RetryAfter;
        OperationId = Operation;
        Method = HttpMethod.Put.Method;
        PathTemplate = "{upload_url}";
        IsTransient = advice == RetryAdvice.BackOff;
    }

    /// <summary>The upload, as far as it came. Its URL is a secret, and is in no text of this exception.</summary>
    public VideoUploadSession Session { get; }

    /// <summary>The key to the post's status.</summary>
    public string PublishId => Session.PublishId;

    /// <summary>TikTok's key to the request in its own logs; null when it gave none.</summary>
    public string? LogId { get; }

    /// <summary>Whether, and after what, the same upload can go on: <see cref="RetryAdvice.BackOff"/> means that it can be resumed.</summary>
    public RetryAdvice RetryAdvice { get; }

    /// <inheritdoc/>
    public string Advice => _what;

    /// <summary>Whether <see cref="VideoUploads.SendAsync"/> with <see cref="Session"/> may help.</summary>
    public bool CanResume => RetryAdvice == RetryAdvice.BackOff;

    /// <summary>Whether the post itself is over: its status says why.</summary>
    internal bool IsPostOver { get; init; }

    /// <summary>What failed, how far the upload was, and what to do.</summary>
    public override string Message =>
        $"The upload of {Session} failed"
        + (StatusCode is { } status ? FormattableString.Invariant($" with status {status}") : "")
        + (LogId is { } id ? $" (log id '{id}')" : "")
        + $". {_what}";
}
