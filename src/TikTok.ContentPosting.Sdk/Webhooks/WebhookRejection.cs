namespace TikTok.ContentPosting;

/// <summary>Why a webhook is not believed.</summary>
public enum WebhookRejection
{
    /// <summary>It is believed.</summary>
    None,

    /// <summary>There is no <c>TikTok-Signature</c> header.</summary>
    SignatureMissing,

    /// <summary>The header is not <c>t=seconds,s=64 hexadecimal digits</c>.</summary>
    SignatureMalformed,

    /// <summary>None of the client secrets has made the signature: it comes from somebody else, or the body was changed on its way, if only in its white space.</summary>
    SignatureWrong,

    /// <summary>The signature is right, but older than <see cref="WebhookVerifierOptions.Tolerance"/>, or from the future.</summary>
    SignatureTooOld,

    /// <summary>The signature is right, but the body is no notification of TikTok's.</summary>
    Unreadable,

    /// <summary>The signature is right, but the notification is for another client key.</summary>
    OtherApp,
}
