using Arazzo.Runtime.CompilerServices;
using Polly;
using Polly.Retry;

namespace Arazzo.Runtime;

/// <summary>The retries, made of Polly. It stands around the whole attempt, so that a body that breaks off is tried again too, with a fresh token.</summary>
internal sealed class RetryStrategy
{
    private readonly TimeSpan _maxDelay;
    private readonly ResiliencePipeline<ApiResponse>? _pipeline;

    public RetryStrategy(ResilienceOptions options, TimeProvider timeProvider)
    {
        _maxDelay = options.MaxDelay;
        if (!options.Enabled || options.MaxRetries == 0)
        {
            return;
        }
        var retry = new RetryStrategyOptions<ApiResponse>
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.BaseDelay,
            MaxDelay = _maxDelay,
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Result is { } response && MayRepeat(response)),
            // At once is what the backoff is there to prevent.
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter is { Ticks: > 0 } wait ? wait : null),
        };
        _pipeline = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = timeProvider }.AddRetry(retry).Build();
    }

    /// <summary>Whether another attempt may help, and does no harm.</summary>
    public bool MayRepeat(ApiResponse response) =>
        _pipeline is not null
        && response is { MayBeSentAgain: true, Failure: { IsTransient: true } failure }
        && (response.Operation.IsRepeatable || failure is { StatusCode: null, OutcomeUnknown: false })
        && (response.RetryAfter is not { } wait || wait <= _maxDelay);

    /// <summary>Goes on with a call whose request has been sent once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="first">What it has come to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The last answer or failure.</returns>
    public async ValueTask<ApiResponse> GoOnAsync(ApiCall call, ApiResponse first, CancellationToken cancellationToken)
    {
        if (_pipeline is null)
        {
            return await call.AttemptAsync(first, cancellationToken).ConfigureAwait(false);
        }
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, attempts) => attempts.NextAsync(context.CancellationToken), context, new Attempts(call, first)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The request of the first attempt has been sent already.</summary>
    private sealed class Attempts(ApiCall call, ApiResponse first)
    {
        private ApiResponse? _first = first;

        public ValueTask<ApiResponse> NextAsync(CancellationToken cancellationToken) => call.AttemptAsync(Interlocked.Exchange(ref _first, null), cancellationToken);
    }
}
