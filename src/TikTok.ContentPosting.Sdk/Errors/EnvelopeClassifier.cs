using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace TikTok.ContentPosting;

/// <summary>
/// An answer of TikTok is a success only when its <c>error.code</c> is <c>ok</c>, whatever the status; and a server that fails in the middle of an init may
/// have opened the post.
/// </summary>
/// <param name="next">Has the last word; null for none.</param>
internal sealed class EnvelopeClassifier(ResponseClassifier? next) : ResponseClassifier
{
    public override ApiException? Classify(ApiResponse response, object? body, ApiException? failure)
    {
        ArgumentNullException.ThrowIfNull(response);
        var error = (body as IEnvelope)?.Error ?? ReadError(response.RawBody.Span);
        response.RequestId = LogIds.Find(response, error);
        failure = Judge(response, error, failure);
        return next is null ? failure : next.Classify(response, body, failure);
    }

    // TikTok also answers 401 when a scope is missing, and a refresh would not add it.
    public override bool RefusesToken(ApiResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response is { StatusCode: 401, Failure: not TikTokApiException } or { Failure: TikTokApiException { RetryAdvice: RetryAdvice.AfterTokenRefresh } };
    }

    private static ApiException? Judge(ApiResponse response, ApiError? error, ApiException? failure)
    {
        if (error is not null && error.Code != ErrorCode.Ok)
        {
            return TikTokApiException.Of(response, error, failure?.InnerException);
        }
        if (failure is null)
        {
            return error is null ? NoEnvelope(response) : null;
        }
        return response.StatusCode >= 500 && !response.IsRepeatable ? Ambiguous(response, failure) : failure;
    }

    private static ApiException NoEnvelope(ApiResponse response) => new(
        response,
        "The answer lacks error.code, which TikTok puts into every answer, so it is not taken for a success: "
        + "something else may have answered in TikTok's place. RawBody has what came.")
    {
        OutcomeUnknown = true,
    };

    private static ApiException Ambiguous(ApiResponse response, ApiException failure) => new(
        response, ErrorAdvice.OutcomeUnknown, failure.InnerException)
    {
        IsTransient = false,
        OutcomeUnknown = true,
    };

    // Undocumented statuses have the envelope too, and so do answers whose data cannot be read.
    private static ApiError? ReadError(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : Read<ErrorResponse>(body).Error;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> body)
        where T : IJsonCodec<T>
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return T.ReadJson(ref json);
    }
}
