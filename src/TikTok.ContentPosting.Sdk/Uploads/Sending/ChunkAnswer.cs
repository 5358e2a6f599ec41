namespace TikTok.ContentPosting;

/// <summary>What became of one attempt to send a chunk.</summary>
/// <param name="Status">The HTTP status; 0 when no answer came.</param>
internal readonly record struct ChunkAnswer(int Status)
{
    /// <summary>No answer, for want of a question.</summary>
    public static ChunkAnswer None => default;

    /// <summary>How many bytes TikTok has, by the answer's <c>Content-Range</c>; null when it does not say.</summary>
    public long? Received { get; init; }

    /// <summary>TikTok's key to the request.</summary>
    public string? LogId { get; init; }

    /// <summary>How long TikTok asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why no answer came.</summary>
    public Exception? Failure { get; init; }

    public bool IsTransient => Status is 0 or 408 or 429 or (>= 500 and not 501);
}
