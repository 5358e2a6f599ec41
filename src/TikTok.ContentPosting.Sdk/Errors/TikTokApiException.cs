namespace TikTok.ContentPosting;

/// <summary>
/// TikTok refused a request. The message has the code, TikTok's log id and what to do; TikTok's own words are in
/// <see cref="ApiException{TError}.Error"/>. A quota that is used up is a <see cref="TikTokQuotaException"/>.
/// </summary>
/// <remarks>Failures without a word of TikTok, such as lost connections and pages of gateways, are plain <see cref="ApiException"/>s.</remarks>
public class TikTokApiException : ApiException<ErrorResponse>, ITikTokFailure
{
    /// <summary>Makes the failure of an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="error">Its envelope.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public TikTokApiException(ApiResponse response, ErrorResponse error, Exception? innerException = null)
        : this(response, error, Advise(response, error), innerException)
    {
    }

    private protected TikTokApiException(ApiResponse response, ErrorResponse error, (RetryAdvice Advice, string Text) advice, Exception? innerException = null)
        : base(response, error, advice.Text, innerException)
    {
        (RetryAdvice, Advice) = advice;
        LogId = LogIds.Find(response, error.Error);
        ErrorCode = LogIds.Identifier(Code.Value) ?? "unreadable";
        RequestId = LogId;
        IsTransient = RetryAdvice == RetryAdvice.BackOff;
        OutcomeUnknown = RetryAdvice == RetryAdvice.AfterOutcomeCheck;
    }

    /// <summary>TikTok's error code; any text, for TikTok adds codes without notice.</summary>
    public ErrorCode Code => Error.Error.Code;

    /// <inheritdoc/>
    public string? LogId { get; }

    /// <inheritdoc/>
    public RetryAdvice RetryAdvice { get; }

    /// <inheritdoc/>
    public string Advice { get; }

    /// <summary>Makes the failure that says most about a code.</summary>
    internal static TikTokApiException Of(ApiResponse response, ApiError error, Exception? innerException) => TikTokQuotaException.IsQuota(error.Code)
        ? new TikTokQuotaException(response, new ErrorResponse { Error = error }, innerException)
        : new TikTokApiException(response, new ErrorResponse { Error = error }, innerException);

    private static (RetryAdvice Advice, string Text) Advise(ApiResponse response, ErrorResponse error)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(error);
        return ErrorAdvice.For(error.Error.Code, response.StatusCode, response.IsRepeatable);
    }
}
