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

    /// <summary>Sends once, and again as long as that may help.</summary>
    /// <returns>The last answer or failure.</returns>
    public async ValueTask<ApiResponse> SendAsync<T>(Attempt<T> attempt, CancellationToken cancellationToken)
    {
        var first = await attempt.SendAsync(cancellationToken).ConfigureAwait(false);
        // Nearly all calls end here, and pay nothing for the retries of the others.
        if (_pipeline is null || !MayRepeat(first))
        {
            return first;
        }
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            return await _pipeline.ExecuteAsync(static (context, repetition) => repetition.SendAsync(context.CancellationToken), context, new Repetition<T>(first, attempt)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool MayRepeat(ApiResponse response) =>
        response is { MayBeSentAgain: true, Failure: { IsTransient: true } failure }
        && (response.Operation.IsRepeatable || failure is { StatusCode: null, OutcomeUnknown: false })
        && (response.RetryAfter is not { } wait || wait <= _maxDelay);

    /// <summary>The first attempt has been made already.</summary>
    private sealed class Repetition<T>(ApiResponse first, Attempt<T> attempt)
    {
        private ApiResponse? _first = first;

        public ValueTask<ApiResponse> SendAsync(CancellationToken cancellationToken) =>
            Interlocked.Exchange(ref _first, null) is { } first ? new(first) : attempt.SendAsync(cancellationToken);
    }
}
