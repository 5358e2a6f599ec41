namespace Arazzo.Runtime.CompilerServices;

/// <summary>One call with all that its attempts need.</summary>
internal sealed partial class ApiCall<T>(ApiPipeline pipeline, ApiRequest<T> request, RequestOptions? options, BodyUse use)
{
    private bool _isTokenRefused;

    private ApiClientOptions Defaults => pipeline.Options;

    /// <summary>The token was refused, there is another one, and the request may be sent with it.</summary>
    private bool HasAnotherToken =>
        _isTokenRefused && request.Body is not { CanSend: false } && (request.Operation.IsRepeatable || (Defaults.RepeatUnsafeWhenTokenIsRefused ?? true));

    /// <summary>Sends the request, and again as long as that may help.</summary>
    /// <returns>The last answer or failure.</returns>
    public async ValueTask<ApiResponse<T>> SendAsync(CancellationToken cancellationToken)
    {
        var telemetry = OperationTelemetry.Start(request.Operation, pipeline);
        try
        {
            var response = await SendOnceAsync(cancellationToken).ConfigureAwait(false);
            // Nearly all calls end here, and pay nothing for the repetitions of the others.
            if (HasAnotherToken || pipeline.Retries.MayRepeat(response))
            {
                response = await pipeline.Retries.GoOnAsync(this, response, cancellationToken).ConfigureAwait(false);
            }
            if (response.Stream is { } stream)
            {
                stream.EndWith(telemetry, request.Attempts);
            }
            else
            {
                telemetry.Stop(response, request.Attempts, response.Failure);
            }
            return response;
        }
        catch (Exception exception)
        {
            telemetry.Stop(exception);
            throw;
        }
    }

    /// <summary>One attempt: the request is sent, and again with another token when its own is refused.</summary>
    /// <param name="sent">What it came to when it was sent already; null when it is still to be sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer or the failure.</returns>
    public async ValueTask<ApiResponse> AttemptAsync(ApiResponse? sent, CancellationToken cancellationToken)
    {
        var response = sent ?? await SendOnceAsync(cancellationToken).ConfigureAwait(false);
        // Once, for the next token may be refused as well.
        return HasAnotherToken ? await SendOnceAsync(cancellationToken).ConfigureAwait(false) : response;
    }

    private async ValueTask<ApiResponse<T>> SendOnceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Attempts++;
        _isTokenRefused = false;
        var exchange = pipeline.Exchanges.Start(options?.Timeout ?? Defaults.Timeout, cancellationToken);
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
            response.MayBeSentAgain &= request.Body is not { CanSend: false };
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
        var isHead = request.Operation.Method == HttpMethod.Head;
        bool isWhole;
        try
        {
            var answer = exchange.Answer = await pipeline.Client.SendAsync(exchange.Message!, HttpCompletionOption.ResponseHeadersRead, exchange.Stopped).ConfigureAwait(false);
            if (request.Operation.HasStreams && !request.IsBuffered && await OpenAsync(exchange, answer, isHead).ConfigureAwait(false) is { } opened)
            {
                NoteRefusal(exchange, opened);
                return opened;
            }
            isWhole = await exchange.Body.ReadAsync(answer.Content, !isHead, Defaults.MaxResponseBytes, exchange.Stopped).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransportFailure.IsOne(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (request.Body?.ReadFailure is { } unreadable && exchange.Answer is null)
            {
                return NoAnswer(TransportFailure.Unreadable, unreadable);
            }
            var failure = exchange.Stopped.IsCancellationRequested ? TransportFailure.Timeout(exchange.Limit) : TransportFailure.Of(exception);
            return exchange.Answer is null ? NoAnswer(failure, exception) : BrokenOff(exchange.Answer, exchange.Body, failure, exception);
        }
        var response = isWhole ? Read(exchange.Answer, exchange.Body, isHead) : TooLong(exchange.Answer);
        NoteRefusal(exchange, response);
        return response;
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

    private ValueTask<ApiResponse<T>?> AuthenticateAsync(HttpRequestMessage message, Exchange exchange, CancellationToken cancellationToken) =>
        request.Operation.NeedsCredentials ? AddCredentialsAsync(message, exchange, cancellationToken) : default;

    private async ValueTask<ApiResponse<T>?> AddCredentialsAsync(HttpRequestMessage message, Exchange exchange, CancellationToken cancellationToken)
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
}
