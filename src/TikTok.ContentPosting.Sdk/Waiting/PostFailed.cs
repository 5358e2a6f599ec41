namespace TikTok.ContentPosting;

/// <summary>The post has failed, and nothing will come of it.</summary>
public sealed class PostFailed : PostOutcome
{
    internal PostFailed(string publishId, PublishStatusData lastStatus)
        : base(publishId, lastStatus)
    {
        Reason = lastStatus.FailReason;
        (RetryAdvice, Advice) = FailReasonAdvice.For(Reason);
    }

    /// <summary>Why; any text, for TikTok adds reasons without notice, and null when it gives none.</summary>
    public FailReason? Reason { get; }

    /// <summary>Whether, and after what, another post of the same media can succeed.</summary>
    public RetryAdvice RetryAdvice { get; }

    /// <summary>What to do, in whole sentences.</summary>
    public string Advice { get; }

    /// <summary>One line for a log.</summary>
    /// <returns>The publish id, the reason and what to do.</returns>
    public override string ToString() => $"{PublishId}: {nameof(PostFailed)} ({Reason?.Value ?? "no reason"}). {Advice}";
}
