namespace TikTok.ContentPosting;

/// <summary>A creator has not granted what an operation needs. Nothing was sent. Ask for consent again: a refresh adds no scopes.</summary>
public sealed class TikTokScopeException : CredentialUnavailableException, ITikTokFailure
{
    private const string ConsentAdvice = "A refreshed token has no more scopes than the old one: let the creator sign in again, with this scope among those asked for.";

    internal TikTokScopeException(string openId, string operation, IReadOnlyList<string> missing, IReadOnlyList<string> granted)
        : base($"{operation} needs the scope {string.Join(" and ", missing)}, which creator {openId} has not granted (granted: {(granted.Count == 0 ? "none" : string.Join(", ", granted))}). "
            + ConsentAdvice)
    {
        OpenId = openId;
        MissingScopes = missing;
    }

    /// <summary>The creator.</summary>
    public string OpenId { get; }

    /// <summary>The scopes that are missing.</summary>
    public IReadOnlyList<string> MissingScopes { get; }

    /// <summary>Null: TikTok was not asked.</summary>
    public string? LogId => null;

    /// <inheritdoc/>
    public RetryAdvice RetryAdvice => RetryAdvice.AfterConsent;

    /// <inheritdoc/>
    public string Advice => ConsentAdvice;
}
