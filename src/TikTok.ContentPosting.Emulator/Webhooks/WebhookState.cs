namespace TikTok.ContentPosting.Emulator;

/// <summary>How far a webhook has come.</summary>
public enum WebhookState
{
    /// <summary>It is about to be sent, or sent again.</summary>
    Waiting,

    /// <summary>The app has answered with 200.</summary>
    Delivered,

    /// <summary>The app has not answered with 200 for 72 hours.</summary>
    GivenUp,

    /// <summary>It is never sent: <see cref="WebhookFault.Lose"/>.</summary>
    Lost,
}
