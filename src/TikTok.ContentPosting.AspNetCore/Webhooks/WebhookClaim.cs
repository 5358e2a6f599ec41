namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Whether an event is still to be handled.</summary>
public enum WebhookClaim
{
    /// <summary>It is new, or its earlier handling failed: handle it.</summary>
    Granted,

    /// <summary>Another delivery of it is being handled at this moment. Whether that goes well is open, so TikTok should come again.</summary>
    Busy,

    /// <summary>It was handled.</summary>
    Handled,
}
