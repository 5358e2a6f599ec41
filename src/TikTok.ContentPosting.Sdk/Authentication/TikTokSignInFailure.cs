namespace TikTok.ContentPosting;

/// <summary>Why a sign-in has no tokens.</summary>
public enum TikTokSignInFailure
{
    /// <summary>The creator has refused.</summary>
    Denied,

    /// <summary>TikTok has refused: see <see cref="Arazzo.Runtime.ApiException.ErrorCode"/>.</summary>
    Refused,

    /// <summary>The callback does not belong to this sign-in: another browser's, an old one's, or somebody's attempt to slip in another account.</summary>
    StateMismatch,

    /// <summary>Answers about the QR code do not carry this sign-in's ticket: somebody may have changed the code.</summary>
    TicketMismatch,

    /// <summary>Nobody has confirmed the QR code in time.</summary>
    Expired,

    /// <summary>The QR code's consent was handed out before.</summary>
    AlreadyUsed,

    /// <summary>What came back lacks what TikTok always sends.</summary>
    UnexpectedAnswer,
}
