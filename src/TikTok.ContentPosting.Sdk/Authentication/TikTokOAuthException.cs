namespace TikTok.ContentPosting;

/// <summary>
/// TikTok's token endpoints refused. The message has the code, TikTok's log id, what TikTok says and what to do. It shows neither tokens nor secrets.
/// </summary>
public sealed class TikTokOAuthException : ApiException<OAuthError>, ITikTokFailure
{
    private const int LongestDescription = 200;

    // As long as no word is, and as every token is.
    private const int ShortestToken = 24;

    internal TikTokOAuthException(ApiResponse response, OAuthError error)
        : base(response, error, Describe(error))
    {
        ErrorCode = LogIds.Identifier(Code.Value) ?? "unreadable";
        LogId = LogIds.Identifier(error.LogId) ?? LogIds.Identifier(response.Headers["x-tt-logid"]);
        RequestId = LogId;
        var isServers = response.StatusCode >= 500 || Code == OAuthErrorCode.ServerError;
        IsTransient = isServers || response.StatusCode is 408 or 429 || Code == OAuthErrorCode.TemporarilyUnavailable;
        OutcomeUnknown = isServers && !response.IsRepeatable;
        RetryAdvice = OutcomeUnknown ? RetryAdvice.AfterOutcomeCheck : IsTransient ? RetryAdvice.BackOff : AdviseRetry(Code);
    }

    /// <summary>The error's code; any text, for TikTok may add codes.</summary>
    public OAuthErrorCode Code => Error.Error;

    /// <summary>What TikTok says about it; null when it says nothing.</summary>
    public string? Description => Error.ErrorDescription;

    /// <summary>TikTok's key to the request in its own logs: quote it in every report to TikTok. Null when TikTok gave none.</summary>
    public string? LogId { get; }

    /// <inheritdoc/>
    public RetryAdvice RetryAdvice { get; }

    /// <inheritdoc/>
    public string Advice => AdviseOn(Code);

    private static string Describe(OAuthError error)
    {
        var advice = AdviseOn(error.Error);
        return Sentence(error.ErrorDescription) is { } sentence ? $"TikTok says: {sentence}. {advice}" : advice;
    }

    private static RetryAdvice AdviseRetry(OAuthErrorCode code) => code.Value switch
    {
        "invalid_grant" or "access_denied" => RetryAdvice.AfterConsent,
        "invalid_client" or "invalid_scope" or "unauthorized_client" => RetryAdvice.AfterAppSetup,
        _ => RetryAdvice.Never,
    };

    private static string AdviseOn(OAuthErrorCode code) => code.Value switch
    {
        "invalid_grant" => "The code or the refresh token has expired, was used before, or was revoked: the creator has to sign in again. A refresh token works once, and each refresh gives another. "
            + "TikTok's sandbox refuses every refresh this way.",
        "invalid_client" => "Check client key and client secret, and that they are of the same app (a sandbox has a pair of its own).",
        "invalid_request" => "A parameter is missing or wrong. The redirect URI must be the one that the sign-in began with, and the challenge the verifier's SHA-256 in hexadecimal (TikTokPkce), not in base64url.",
        "invalid_scope" => "One of the scopes is not approved for the app in TikTok's developer portal.",
        "unauthorized_client" => "The app may not ask for this: see its products in TikTok's developer portal.",
        "access_denied" => "The creator has refused.",
        "server_error" or "temporarily_unavailable" => "Something went wrong at TikTok; later it may not.",
        _ => "See TikTok's \"OAuth Error Handling\".",
    };

    // A sentence and no more: what looks like a token may be one that TikTok repeats.
    private static string? Sentence(string? text)
    {
        if (text is not { Length: > 0 and <= LongestDescription } || text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return null;
        }
        foreach (var word in text.AsSpan().Split(' '))
        {
            if (word.End.Value - word.Start.Value >= ShortestToken)
            {
                return null;
            }
        }
        return text.Trim().TrimEnd('.');
    }
}
