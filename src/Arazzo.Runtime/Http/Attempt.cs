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
        if (_isTokenRefused && request.Body is not { CanSend: false })
        {
            // A request that is refused for its token has done nothing, whatever its method; once, for the next token may be refused as well.
            response = await SendOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        response.MayBeSentAgain = request.Body is not { CanSend: false };
        return response;
    }

    private async ValueTask<ApiResponse<T>> SendOnceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Attempts++;
        var limit = options?.Timeout ?? Defaults.Timeout;
        using var timeout = new CancellationTokenSource(limit, Defaults.TimeProvider);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        using var message = pipeline.CreateMessage(request, options);
        if (await AuthenticateAsync(message, timeout, limit, cancellationToken).ConfigureAwait(false) is { } unauthenticated)
        {
            return unauthenticated;
        }
        pipeline.RefuseCleartext(message, request);

        var buffer = new ResponseBuffer();
        HttpResponseMessage? answer = null;
        try
        {
            var isHead = request.Operation.Method == HttpMethod.Head;
            bool isWhole;
            try
            {
                answer = await pipeline.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
                _isTokenRefused = answer.StatusCode == System.Net.HttpStatusCode.Unauthorized && pipeline.Authenticator.Invalidate(message, request.Operation);
                isWhole = await buffer.ReadAsync(answer.Content, !isHead, Defaults.MaxResponseBytes, timeout.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (TransportFailure.IsOne(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (request.Body?.ReadFailure is { } unreadable && answer is null)
                {
                    return NoAnswer(TransportFailure.Unreadable, unreadable);
                }
                var failure = timeout.IsCancellationRequested ? TransportFailure.Timeout(limit) : TransportFailure.Of(exception);
                return answer is null ? NoAnswer(failure, exception) : BrokenOff(answer, buffer, failure, exception);
            }
            return isWhole ? Read(answer, buffer, isHead) : TooLong(answer);
        }
        finally
        {
            answer?.Dispose();
            buffer.Release();
        }
    }

    private async ValueTask<ApiResponse<T>?> AuthenticateAsync(HttpRequestMessage message, CancellationTokenSource timeout, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            var reason = await pipeline.Authenticator.AuthenticateAsync(message, request.Operation, timeout.Token).ConfigureAwait(false);
            return reason is null ? null : NoAnswer(new TransportFailure(reason, MayHaveArrived: false, IsTransient: false), null);
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isTransient = exception is ApiException { IsTransient: true } or OAuth2Exception { IsTransient: true } or HttpRequestException or OperationCanceledException;
            var detail = timeout.IsCancellationRequested ? TransportFailure.Timeout(limit).Detail : "See the inner exception.";
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
