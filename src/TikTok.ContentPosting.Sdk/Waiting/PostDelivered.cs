namespace TikTok.ContentPosting;

/// <summary>The draft is in the creator's inbox. It is not posted: the creator decides whether it ever is.</summary>
public sealed class PostDelivered : PostOutcome
{
    internal PostDelivered(string publishId, PublishStatusData lastStatus)
        : base(publishId, lastStatus)
    {
    }
}
