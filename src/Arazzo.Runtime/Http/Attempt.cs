namespace Arazzo.Runtime.CompilerServices;

/// <summary>One call with all that its attempts need.</summary>
internal sealed class Attempt<T>(ApiPipeline pipeline, ApiRequest<T> request, RequestOptions? options, bool keepBody)
{
    private bool _isTokenRefused;

    private ApiClientOptions Defaults => pipeline.Options;

    /// <summary>Sends the request once and reads its answer.</summary>
    /// <returns>The answer or the failure.</returns>
    public async ValueTask<ApiResponse> SendAsync(CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(cancellationToken).ConfigureAwait(false);
        if (_isTokenRefused && request.Body is not { CanSend: false } && (request.Operation.IsRepeatable || (Defaults.RepeatUnsafeWhenTokenIsRefused ?? true)))
        {
            // Once, for the next token may be refused as well.
            response = await SendOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        response.MayBeSentAgain &= request.Body is not { CanSend: false };
        return response;
    }

    private async ValueTask<ApiResponse<T>> SendOnceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Attempts++;
        _isTokenRefused = false;
        var limit = options?.Timeout ?? Defaults.Timeout;
        var exchange = new Exchange(limit, Defaults.TimeProvider, cancellationToken).Start();
        try
        {
            var message = exchange.Message = pipeline.CreateMessage(request, options);
            if (await AuthenticateAsync(message, exchange, cancellationToken).ConfigureAwait(false) is { } unauthenticated)
            {
                return unauthenticated;
            }
            pipeline.RefuseCleartext(message, request);
            if (Defaults.Limiter is { } limiter && await WaitForTurnAsync(limiter, exchange, cancellationToken).ConfigureAwait(false) is { } refused)
            {
                return refused;
            }
            var response = await ExchangeAsync(exchange, cancellationToken).ConfigureAwait(false);
            Defaults.Limiter?.Answered(message, response);
            if (response.Stream is not null)
            {
                exchange = null;
            }
            return response;
        }
        finally
        {
            exchange?.Dispose();
        }
    }

    private async ValueTask<ApiResponse<T>?> WaitForTurnAsync(RequestLimiter limiter, Exchange exchange, CancellationToken cancellationToken)
    {
        exchange.StopClock();
        var wait = await limiter.AcquireAsync(exchange.Message!, cancellationToken).ConfigureAwait(false);
        if (wait <= TimeSpan.Zero)
        {
            exchange.StartClock();
            return null;
        }
        // Whoever wants to wait lets the limiter do so: trying again would be a wait by other means.
        var response = new ApiResponse<T>(request.Operation) { MayBeSentAgain = false };
        response.Failure = limiter.Refuse(response, wait);
        return response;
    }

    private async ValueTask<ApiResponse<T>> ExchangeAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var buffer = new ResponseBuffer();
        try
        {
            var isHead = request.Operation.Method == HttpMethod.Head;
            bool isWhole;
            try
            {
                var answer = exchange.Answer = await pipeline.Client.SendAsync(exchange.Message!, HttpCompletionOption.ResponseHeadersRead, exchange.Stopped).ConfigureAwait(false);
                if (!request.IsBuffered && await OpenAsync(exchange, answer, isHead).ConfigureAwait(false) is { } opened)
                {
                    NoteRefusal(exchange, opened);
                    return opened;
                }
                isWhole = await buffer.ReadAsync(answer.Content, !isHead, Defaults.MaxResponseBytes, exchange.Stopped).ConfigureAwait(false);
            }
            catch (Exception exception) when (TransportFailure.IsOne(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (request.Body?.ReadFailure is { } unreadable && exchange.Answer is null)
                {
                    return NoAnswer(TransportFailure.Unreadable, unreadable);
                }
                var failure = exchange.Stopped.IsCancellationRequested ? TransportFailure.Timeout(exchange.Limit) : TransportFailure.Of(exception);
                return exchange.Answer is null ? NoAnswer(failure, exception) : BrokenOff(exchange.Answer, buffer, failure, exception);
            }
            var response = isWhole ? Read(exchange.Answer, buffer, isHead) : TooLong(exchange.Answer);
            NoteRefusal(exchange, response);
            return response;
        }
        finally
        {
            buffer.Release();
        }
    }

    /// <summary>Tells the provider of a token that was refused, whether the request is sent again or not: the next one needs another.</summary>
    private void NoteRefusal(Exchange exchange, ApiResponse<T> response)
    {
        var isRefused = Defaults.Classifier?.RefusesToken(response) ?? response.StatusCode == (int)System.Net.HttpStatusCode.Unauthorized;
        _isTokenRefused = isRefused && pipeline.Authenticator.Invalidate(exchange.Message!, request.Operation);
    }

    /// <summary>The answer with a body that is handed out as it comes; null when the body is to be read whole.</summary>
    private async ValueTask<ApiResponse<T>?> OpenAsync(Exchange exchange, HttpResponseMessage answer, bool isHead)
    {
        if (!request.Operation.HasStreams)
        {
            return null;
        }
        var response = Response(answer, default);
        if (ResponseReader.FindStreamed(request.Operation, response, isHead) is not { } documented)
        {
            return null;
        }
        var body = await answer.Content.ReadAsStreamAsync(exchange.Stopped).ConfigureAwait(false);
        var stream = new ResponseStream(exchange, response, body, Defaults.MaxResponseBytes);
        response.IsDocumented = true;
        response.SetBody(documented.Open(stream));
        if (Defaults.Classifier is { } classifier && classifier.Classify(response, response.Body, null) is { } refusal)
        {
            response.Body = default;
            response.Failure = refusal;
            return response;
        }
        exchange.Detach();
        response.Stream = stream;
        return response;
    }

    private async ValueTask<ApiResponse<T>?> AuthenticateAsync(HttpRequestMessage message, Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var reason = await pipeline.Authenticator.AuthenticateAsync(message, request.Operation, exchange.Stopped).ConfigureAwait(false);
            return reason is null ? null : NoAnswer(new TransportFailure(reason, MayHaveArrived: false, IsTransient: false), null);
        }
        catch (CredentialUnavailableException exception)
        {
            return new ApiResponse<T>(request.Operation) { Failure = exception };
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isTransient = exception is ApiException { IsTransient: true } or OAuth2Exception { IsTransient: true } or HttpRequestException or OperationCanceledException;
            var detail = exchange.Stopped.IsCancellationRequested ? TransportFailure.Timeout(exchange.Limit).Detail : "See the inner exception.";
            return NoAnswer(new TransportFailure($"The access token provider failed. {detail}", MayHaveArrived: false, isTransient), exception);
        }
    }

    private ApiResponse<T> Read(HttpResponseMessage answer, ResponseBuffer buffer, bool isHead)
    {
        // Whoever may keep the answer gets bytes of their own; a body that is only turned into an object stays in the pooled buffer.
        var keep = keepBody || Defaults.Classifier is not null || !answer.IsSuccessStatusCode;
        var response = Response(answer, keep ? buffer.Written.ToArray() : buffer.Written);
        var body = ResponseReader.Read(response, answer, isHead);
        if (!keep && (response.Failure is not null || !response.IsDocumented))
        {
            response = Response(answer, buffer.Written.ToArray());
            body = ResponseReader.Read(response, answer, isHead);
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

internal static class Attempt
{
    /// <summary>Refuses what no timer can wait for.</summary>
    public static TimeSpan CheckTimeout(TimeSpan timeout)
    {
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TimeSpan.FromDays(24));
        }
        return timeout;
    }
}
