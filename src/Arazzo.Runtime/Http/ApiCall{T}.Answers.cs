namespace Arazzo.Runtime.CompilerServices;

/// <content>What an attempt came to.</content>
internal sealed partial class ApiCall<T>
{
    private ApiResponse<T> Read(HttpResponseMessage answer, ResponseBuffer buffer, bool isHead)
    {
        // Whoever may keep the answer gets bytes of their own; a body that is only turned into an object stays in the pooled buffer.
        var isOwn = use == BodyUse.Keep || Defaults.Classifier is not null || !answer.IsSuccessStatusCode;
        var response = Response(answer, isOwn ? buffer.Written.ToArray() : buffer.Written);
        var body = ResponseReader.Read(response, answer, isHead);
        if (!isOwn && (response.Failure is not null || !response.IsDocumented))
        {
            response = Response(answer, buffer.Written.ToArray());
            body = ResponseReader.Read(response, answer, isHead);
        }
        else if (!isOwn && use == BodyUse.Lend)
        {
            response.Lend(buffer.Take());
        }
        if (Defaults.Classifier is { } classifier)
        {
            response.Failure = classifier.Classify(response, body, response.Failure);
        }
        return response;
    }

    private ApiResponse<T> NoAnswer(TransportFailure failure, Exception? exception)
    {
        var response = new ApiResponse<T>(request.Operation);
        response.Failure = new ApiException(response, failure.Detail, exception) { OutcomeUnknown = failure.MayHaveArrived, IsTransient = failure.IsTransient };
        return response;
    }

    private ApiResponse<T> BrokenOff(HttpResponseMessage answer, ResponseBuffer buffer, TransportFailure failure, Exception exception)
    {
        var response = Response(answer, buffer.Written.ToArray());
        var detail = $"Its body broke off after {buffer.Written.Length} bytes. {failure.Detail}";
        // The status of an error is its outcome; that of a success without its body is not.
        response.Failure = answer.IsSuccessStatusCode
            ? new ApiException(response, detail, exception) { OutcomeUnknown = true, IsTransient = failure.IsTransient }
            : new ApiException(response, detail, exception);
        return response;
    }

    private ApiResponse<T> TooLong(HttpResponseMessage answer)
    {
        var response = Response(answer, default);
        response.Failure = new ApiException(response, $"Its body is longer than {Defaults.MaxResponseBytes} bytes (ApiClientOptions.MaxResponseBytes).")
        {
            IsTransient = false,
            OutcomeUnknown = answer.IsSuccessStatusCode,
        };
        return response;
    }

    private ApiResponse<T> Response(HttpResponseMessage answer, ReadOnlyMemory<byte> body)
    {
        var headers = new ResponseHeaders(answer);
        return new ApiResponse<T>(request.Operation, (int)answer.StatusCode, headers, body, RetryAfterHeader.Read(headers, Defaults.TimeProvider));
    }
}
