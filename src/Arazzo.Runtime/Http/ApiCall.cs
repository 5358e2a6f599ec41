namespace Arazzo.Runtime.CompilerServices;

/// <summary>One call with all that its attempts need.</summary>
/// <remarks>Nothing in it depends on the type of the answer's body: the code is there once for all operations, and needs no look at types while it runs.</remarks>
internal sealed partial class ApiCall(ApiPipeline pipeline, ApiRequest request, RequestOptions? options, BodyUse use)
{
    private bool _isTokenRefused;

    private ApiClientOptions Defaults => pipeline.Options;

    private bool IsHead => request.Operation.Method == HttpMethod.Head;

    private bool MayHaveStream => request.Operation.HasStreams && !request.IsBuffered;

    /// <summary>The token was refused, there is another one, and the request may be sent with it.</summary>
    private bool HasAnotherToken =>
        _isTokenRefused && request.Body is not { CanSend: false } && (request.Operation.IsRepeatable || (Defaults.RepeatUnsafeWhenTokenIsRefused ?? true));

    /// <summary>Sends the request, and again as long as that may help.</summary>
    /// <returns>The last answer or failure.</returns>
    public ValueTask<ApiResponse> SendAsync(CancellationToken cancellationToken) =>
        OperationTelemetry.IsWatched ? SendWatchedAsync(cancellationToken) : SendAsync(isFirst: true, cancellationToken);

    /// <summary>One attempt: the request is sent, and again with another token when its own is refused.</summary>
    /// <param name="sent">What it came to when it was sent already; null when it is still to be sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer or the failure.</returns>
    public async ValueTask<ApiResponse> AttemptAsync(ApiResponse? sent, CancellationToken cancellationToken)
    {
        var response = sent ?? await SendAsync(isFirst: false, cancellationToken).ConfigureAwait(false);
        // Once, for the next token may be refused as well.
        return HasAnotherToken ? await SendAsync(isFirst: false, cancellationToken).ConfigureAwait(false) : response;
    }

    private async ValueTask<ApiResponse> SendWatchedAsync(CancellationToken cancellationToken)
    {
        var telemetry = OperationTelemetry.Start(request.Operation, pipeline);
        try
        {
            var response = await SendAsync(isFirst: true, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Sends the request once. The first time decides whether there are others: nearly all calls end here, and pay nothing for the repetitions of the rest.</summary>
    private async ValueTask<ApiResponse> SendAsync(bool isFirst, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Attempts++;
        _isTokenRefused = false;
        ApiResponse? response;
        var exchange = pipeline.Exchanges.Start(options?.Timeout ?? Defaults.Timeout, cancellationToken);
        exchange.LimitName = options?.Timeout is null ? "ApiClientOptions.Timeout" : options.TimeoutName;
        try
        {
            response = await PrepareAsync(exchange, cancellationToken).ConfigureAwait(false);
            if (response is null)
            {
                // Not a method of its own: each that waits costs memory, and time when it goes on.
                var isWhole = false;
                try
                {
                    var answer = exchange.Answer = await pipeline.Client.SendAsync(exchange.Message!, HttpCompletionOption.ResponseHeadersRead, exchange.Stopped).ConfigureAwait(false);
                    response = MayHaveStream ? await OpenAsync(exchange, answer).ConfigureAwait(false) : null;
                    isWhole = response is null && await exchange.Body.ReadAsync(answer.Content, !IsHead, Defaults.MaxResponseBytes, exchange.Stopped).ConfigureAwait(false);
                }
                catch (Exception exception) when (TransportFailure.IsOne(exception))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    response = Lost(exchange, exception);
                }
                response ??= Received(exchange, isWhole);
                Defaults.Limiter?.Answered(exchange.Message!, response);
                response.MayBeSentAgain &= request.Body is not { CanSend: false };
            }
            if (response.Stream is not null)
            {
                exchange = null;
            }
        }
        finally
        {
            exchange?.Dispose();
        }
        return isFirst && (HasAnotherToken || pipeline.Retries.MayRepeat(response))
            ? await pipeline.Retries.GoOnAsync(this, response, cancellationToken).ConfigureAwait(false)
            : response;
    }

    /// <summary>Makes the request ready to be sent.</summary>
    /// <returns>Why it is not; null when it is.</returns>
    private ValueTask<ApiResponse?> PrepareAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        exchange.Message = pipeline.CreateMessage(request, options);
        if (request.Operation.NeedsCredentials || Defaults.Limiter is not null)
        {
            return PrepareAsync(exchange.Message, exchange, cancellationToken);
        }
        pipeline.RefuseCleartext(exchange.Message, request);
        return default;
    }

    private async ValueTask<ApiResponse?> PrepareAsync(HttpRequestMessage message, Exchange exchange, CancellationToken cancellationToken)
    {
        if (request.Operation.NeedsCredentials && await AddCredentialsAsync(message, exchange, cancellationToken).ConfigureAwait(false) is { } unauthenticated)
        {
            return unauthenticated;
        }
        pipeline.RefuseCleartext(message, request);
        return Defaults.Limiter is { } limiter ? await WaitForTurnAsync(limiter, exchange, cancellationToken).ConfigureAwait(false) : null;
    }

    private async ValueTask<ApiResponse?> AddCredentialsAsync(HttpRequestMessage message, Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var reason = await pipeline.Authenticator.AuthenticateAsync(message, request.Operation, exchange.Stopped).ConfigureAwait(false);
            return reason is null ? null : NoAnswer(new TransportFailure(reason, MayHaveArrived: false, IsTransient: false), null);
        }
        catch (CredentialUnavailableException exception)
        {
            var response = request.CreateResponse();
            response.Failure = exception;
            return response;
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isTransient = exception is ApiException { IsTransient: true } or OAuth2Exception { IsTransient: true } or HttpRequestException or OperationCanceledException;
            var detail = exchange.Stopped.IsCancellationRequested ? TransportFailure.Timeout(exchange.Limit, exchange.LimitName).Detail : "See the inner exception.";
            return NoAnswer(new TransportFailure($"The access token provider failed. {detail}", MayHaveArrived: false, isTransient), exception);
        }
    }

    private async ValueTask<ApiResponse?> WaitForTurnAsync(RequestLimiter limiter, Exchange exchange, CancellationToken cancellationToken)
    {
        exchange.StopClock();
        var wait = await limiter.AcquireAsync(exchange.Message!, cancellationToken).ConfigureAwait(false);
        if (wait <= TimeSpan.Zero)
        {
            exchange.StartClock();
            return null;
        }
        // Whoever wants to wait lets the limiter do so: trying again would be a wait by other means.
        var response = request.CreateResponse();
        response.MayBeSentAgain = false;
        response.Failure = limiter.Refuse(response, wait);
        return response;
    }

    /// <summary>The answer with a body that is handed out as it comes; null when the body is to be read whole.</summary>
    private async ValueTask<ApiResponse?> OpenAsync(Exchange exchange, HttpResponseMessage answer)
    {
        var response = Response(answer, default);
        if (ResponseReader.FindStreamed(request.Operation, response, IsHead) is not { } documented)
        {
            return null;
        }
        var content = await answer.Content.ReadAsStreamAsync(exchange.Stopped).ConfigureAwait(false);
        var stream = new ResponseStream(exchange, response, content, Defaults.MaxResponseBytes);
        var body = documented.Open(stream);
        response.IsDocumented = true;
        if (Defaults.Classifier is { } classifier && classifier.Classify(response, body, null) is { } refusal)
        {
            response.Failure = refusal;
        }
        else
        {
            response.SetBody(body);
            exchange.Detach();
            response.Stream = stream;
        }
        NoteRefusal(exchange, response);
        return response;
    }

    /// <summary>Tells the provider of a token that was refused, whether the request is sent again or not: the next one needs another.</summary>
    private void NoteRefusal(Exchange exchange, ApiResponse response)
    {
        var isRefused = Defaults.Classifier?.RefusesToken(response) ?? response.StatusCode == (int)System.Net.HttpStatusCode.Unauthorized;
        _isTokenRefused = isRefused && pipeline.Authenticator.Invalidate(exchange.Message!, request.Operation);
    }
}
