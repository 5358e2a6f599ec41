using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>An answer of the token endpoints with an <c>error</c> is a failure, whatever its status: TikTok has been seen to refuse with 200.</summary>
/// <param name="next">Has the last word; null for none.</param>
internal sealed class OAuthClassifier(ResponseClassifier? next) : ResponseClassifier
{
    public override ApiException? Classify(ApiResponse response, object? body, ApiException? failure)
    {
        failure = Judge(response, failure);
        return next is null ? failure : next.Classify(response, body, failure);
    }

    private static ApiException? Judge(ApiResponse response, ApiException? failure)
    {
        if (ReadError(response) is { } error)
        {
            return new TikTokOAuthException(response, error);
        }
        // Tokens may stand in the body of whatever could not be read as a success.
        return failure is null ? null : new ApiException(response, null, failure.InnerException)
        {
            RawBody = default,
            IsTransient = failure.IsTransient,
            OutcomeUnknown = failure.OutcomeUnknown || (response.StatusCode >= 500 && !response.IsRepeatable),
        };
    }

    private static OAuthError? ReadError(ApiResponse response)
    {
        return response.Json is { ValueKind: JsonValueKind.Object } json && Text(json, "error") is { Length: > 0 } code
            ? new OAuthError { Error = new OAuthErrorCode(code), ErrorDescription = Text(json, "error_description"), LogId = Text(json, "log_id") }
            : null;
    }

    private static string? Text(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON but no text.
            return "";
        }
    }
}
