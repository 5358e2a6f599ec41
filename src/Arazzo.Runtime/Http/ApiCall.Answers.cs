namespace Arazzo.Runtime.CompilerServices;

/// <content>What an attempt came to.</content>
internal sealed partial class ApiCall
{
    /// <summary>An answer that came, with its body unless that is too long.</summary>
    private ApiResponse Received(Exchange exchange, bool isWhole)
    {
        var response = isWhole ? Read(exchange.Answer!, exchange.Body) : TooLong(exchange.Answer!);
        NoteRefusal(exchange, response);
        return response;
    }

    private ApiResponse Read(HttpResponseMessage answer, ResponseBuffer buffer)
    {
        // Whoever may keep the answer gets bytes of their own; a body that is only turned into an object stays in the pooled buffer.
        var isOwn = use == BodyUse.Keep || Defaults.Classifier is not null || !answer.IsSuccessStatusCode;
        var response = Response(answer, isOwn ? buffer.Written.ToArray() : buffer.Written);
        var body = ResponseReader.Read(response, answer, IsHead);
        if (!isOwn && (response.Failure is not null || !response.IsDocumented))
        {
            response = Response(answer, buffer.Written.ToArray());
            body = ResponseReader.Read(response, answer, IsHead);
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

    private ApiResponse NoAnswer(TransportFailure failure, Exception? exception)
    {
        var response = request.CreateResponse();
        response.Failure = new ApiException(response, failure.Detail, exception) { OutcomeUnknown = failure.MayHaveArrived, IsTransient = failure.IsTransient };
        return response;
    }

    private ApiResponse Lost(Exchange exchange, Exception exception)
    {
        if (request.Body?.ReadFailure is { } unreadable && exchange.Answer is null)
        {
            return NoAnswer(TransportFailure.Unreadable, unreadable);
        }
        var failure = exchange.Stopped.IsCancellationRequested ? TransportFailure.Timeout(exchange.Limit, exchange.LimitName) : TransportFailure.Of(exception);
        return exchange.Answer is null ? NoAnswer(failure, exception) : BrokenOff(exchange.Answer, exchange.Body, failure, exception);
    }

    private ApiResponse BrokenOff(HttpResponseMessage answer, ResponseBuffer buffer, TransportFailure failure, Exception exception)
    {
        var response = Response(answer, buffer.Written.ToArray());
        var detail = $"Its body broke off after {buffer.Written.Length} bytes. {failure.Detail}";
        // The status of an error is its outcome; that of a success without its body is not.
        response.Failure = answer.IsSuccessStatusCode
            ? new ApiException(response, detail, exception) { OutcomeUnknown = true, IsTransient = failure.IsTransient }
            : new ApiException(response, detail, exception);
        return response;
    }

    private ApiResponse TooLong(HttpResponseMessage answer)
    {
        var response = Response(answer, default);
        response.Failure = new ApiException(response, $"Its body is longer than {Defaults.MaxResponseBytes} bytes (ApiClientOptions.MaxResponseBytes).")
        {
            IsTransient = false,
            OutcomeUnknown = answer.IsSuccessStatusCode,
        };
        return response;
    }

    private ApiResponse Response(HttpResponseMessage answer, ReadOnlyMemory<byte> body) =>
        request.CreateResponse((int)answer.StatusCode, new ResponseHeaders(answer), body, RetryAfterHeader.Read(answer, Defaults.TimeProvider));
}
