using Polly;
using Polly.Retry;

namespace Arazzo.Runtime;

/// <summary>The retries, made of Polly. It stands around the whole attempt, so that a body that breaks off is tried again too, with a fresh token.</summary>
internal static class RetryStrategy
{
    public static ResiliencePipeline<ApiResponse> Create(ResilienceOptions options, TimeProvider timeProvider)
    {
        if (!options.Enabled || options.MaxRetries == 0)
        {
            return ResiliencePipeline<ApiResponse>.Empty;
        }
        var maxDelay = options.MaxDelay;
        var retry = new RetryStrategyOptions<ApiResponse>
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.BaseDelay,
            MaxDelay = maxDelay,
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Result is { } response && MayRepeat(response, maxDelay)),
            // At once is what the backoff is there to prevent.
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter is { Ticks: > 0 } wait ? wait : null),
        };
        return new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = timeProvider }.AddRetry(retry).Build();
    }

    private static bool MayRepeat(ApiResponse response, TimeSpan maxDelay) =>
        response is { MayBeSentAgain: true, Failure: { IsTransient: true } failure }
        && (response.Operation.IsRepeatable || failure is { StatusCode: null, OutcomeUnknown: false })
        && (response.RetryAfter is not { } wait || wait <= maxDelay);
}
