using System.Buffers;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>
/// TikTok refused a request. The message has the code, TikTok's log id and what to do; TikTok's own words are in
/// <see cref="ApiException{TError}.Error"/>.
/// </summary>
/// <remarks>Failures without a word of TikTok, such as lost connections and pages of gateways, are plain <see cref="ApiException"/>s.</remarks>
public sealed class TikTokApiException : ApiException<ErrorResponse>
{
    private const int LongestIdentifier = 128;

    private static readonly SearchValues<char> IdentifierCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:");

    /// <summary>Makes the failure of an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="error">Its envelope.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public TikTokApiException(ApiResponse response, ErrorResponse error, Exception? innerException = null)
        : this(response, error, Advise(response, error), innerException)
    {
    }

    private TikTokApiException(ApiResponse response, ErrorResponse error, (RetryAdvice Advice, string Text) advice, Exception? innerException)
        : base(response, error, advice.Text, innerException)
    {
        (RetryAdvice, Advice) = advice;
        LogId = FindLogId(response, error.Error);
        ErrorCode = Identifier(Code.Value) ?? "unreadable";
        RequestId = LogId;
        IsTransient = RetryAdvice == RetryAdvice.BackOff;
        OutcomeUnknown = RetryAdvice == RetryAdvice.AfterOutcomeCheck;
    }

    /// <summary>TikTok's error code; any text, for TikTok adds codes without notice.</summary>
    public ErrorCode Code => Error.Error.Code;

    /// <summary>TikTok's key to the request in its own logs: quote it in every report to TikTok. Null when TikTok gave none.</summary>
    public string? LogId { get; }

    /// <summary>Whether, and after what, the request can succeed.</summary>
    public RetryAdvice RetryAdvice { get; }

    /// <summary>What to do, in whole sentences.</summary>
    public string Advice { get; }

    private static (RetryAdvice Advice, string Text) Advise(ApiResponse response, ErrorResponse error)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(error);
        return ErrorAdvice.For(error.Error.Code, response.StatusCode, response.IsRepeatable);
    }

    // TikTok's tables call it logid, its answers log_id, and some come with it in a header.
    private static string? FindLogId(ApiResponse response, ApiError error) =>
        Identifier(error.LogId) ?? Identifier(OtherLogId(response.Json)) ?? Identifier(response.Headers["x-tt-logid"]);

    private static string? OtherLogId(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error"u8, out var error)
        && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("logid"u8, out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString() : null;

    // What is shown is a name and no more: bodies stay out of messages.
    private static string? Identifier(string? text) =>
        text is { Length: > 0 and <= LongestIdentifier } && !text.AsSpan().ContainsAnyExcept(IdentifierCharacters) ? text : null;
}
