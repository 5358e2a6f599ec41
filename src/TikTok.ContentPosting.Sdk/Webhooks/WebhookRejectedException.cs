namespace TikTok.ContentPosting;

/// <summary>A webhook is not believed. The message has neither the signature nor the body.</summary>
public sealed class WebhookRejectedException : Exception
{
    internal WebhookRejectedException(WebhookRejection rejection)
        : base(Describe(rejection))
        => Rejection = rejection;

    /// <summary>Why.</summary>
    public WebhookRejection Rejection { get; }

    private static string Describe(WebhookRejection rejection) => rejection switch
    {
        WebhookRejection.SignatureMissing => "The request has no TikTok-Signature header: it does not come from TikTok, or something on its way has removed the header.",
        WebhookRejection.SignatureMalformed => "The TikTok-Signature header is not t=seconds,s=64 hexadecimal digits.",
        WebhookRejection.SignatureWrong =>
            "None of the client secrets has made the signature. Check that the secret is this app's, and that the body is verified byte for byte as it came, before anything parses it.",
        WebhookRejection.SignatureTooOld => "The signature is right, but its time is outside the tolerance. Check this machine's clock.",
        WebhookRejection.Unreadable => "The signature is right, but the body is no notification of TikTok's.",
        WebhookRejection.OtherApp => "The signature is right, but the notification is for another client key than the one that is expected.",
        _ => "The webhook is not believed.",
    };
}
