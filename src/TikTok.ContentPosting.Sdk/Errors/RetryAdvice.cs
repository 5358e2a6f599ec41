namespace TikTok.ContentPosting;

/// <summary>Whether, and after what, a request that TikTok refused can succeed.</summary>
public enum RetryAdvice
{
    /// <summary>Never as it is: the request, or what it is about, has to change.</summary>
    Never,

    /// <summary>After a while, and after a longer one if it fails again.</summary>
    BackOff,

    /// <summary>When the 24 hours are over that the limit counts.</summary>
    NextDay,

    /// <summary>With a fresh access token, once.</summary>
    AfterTokenRefresh,

    /// <summary>When the creator has signed in again and granted what was missing.</summary>
    AfterConsent,

    /// <summary>When the creator has done something in the TikTok app.</summary>
    AfterCreatorAction,

    /// <summary>With other media, or when what serves the media has been mended.</summary>
    AfterMediaChange,

    /// <summary>When the app's settings in TikTok's developer portal have changed.</summary>
    AfterAppSetup,

    /// <summary>Not before it is known whether this one was carried out after all: another one would open another post.</summary>
    AfterOutcomeCheck,
}
