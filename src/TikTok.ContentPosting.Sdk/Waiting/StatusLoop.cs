using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>Reads a post's status until the caller's time is up. Reads that fail for a while do not end it: the post goes on without them.</summary>
internal sealed class StatusLoop(ContentPostingClient client, string publishId, WaitOptions options)
{
    // A look that waits for its turn at the deadline still gets it.
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = options.TimeProvider ?? client.TimeProvider;
    private readonly PollingOptions _polling = options.Polling;
    private readonly PublishStatusRequest _request = new() { PublishId = publishId };
    private readonly RequestOptions? _requestOptions = options.AccessToken is { } token ? new RequestOptions { AccessToken = token } : null;
    private TimeSpan? _retryAfter;

    /// <summary>Reads.</summary>
    /// <returns>Each answer; the end of the sequence is the end of the time.</returns>
    /// <exception cref="ApiException">TikTok refuses to tell the status.</exception>
    /// <exception cref="OperationCanceledException">The caller has ended the wait.</exception>
    public async IAsyncEnumerable<PublishStatusData> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = options.Notifications?.Subscribe(publishId);
        using var limit = new CancellationTokenSource(Limit(), _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var started = _time.GetTimestamp();
        for (var computed = _polling.FirstDelay; ; computed = Min(computed * _polling.Factor, _polling.MaximumDelay))
        {
            if (await LookAsync(subscription, ended.Token, cancellationToken).ConfigureAwait(false) is { } status)
            {
                yield return status;
            }
            var remaining = _polling.TotalTimeout - _time.GetElapsedTime(started);
            if (remaining <= TimeSpan.Zero || _retryAfter > remaining)
            {
                yield break;
            }
            await WaitAsync(subscription, Min(Delay(computed), remaining), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PublishStatusData?> LookAsync(PublishSubscription? subscription, CancellationToken ended, CancellationToken cancellationToken)
    {
        _retryAfter = null;
        try
        {
            var response = await client.GetPublishStatusWithResponseAsync(_request, _requestOptions, ended).ConfigureAwait(false);
            if (response.Failure is not { } failure)
            {
                return Complete(response.Body?.Data ?? new PublishStatusData(), subscription?.LatestPublic);
            }
            if (!failure.IsTransient && !failure.OutcomeUnknown)
            {
                throw failure;
            }
            _retryAfter = failure.RetryAfter;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up; the loop sees that.
        }
        return null;
    }

    /// <summary>What the status leaves out, a webhook has said: the status often has no public id when the webhook does.</summary>
    private static PublishStatusData Complete(PublishStatusData status, PublicPostEvent? latest)
    {
        if (latest is PostPubliclyAvailableEvent available && status.PostIds.Count == 0 && status.Status != PublishStatus.Failed)
        {
            status.Status = PublishStatus.PublishComplete;
            status.PublicalyAvailablePostId = JsonElement.Parse(FormattableString.Invariant($"[{available.PostId}]"));
        }
        return status;
    }

    private async Task WaitAsync(PublishSubscription? subscription, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (subscription is null)
        {
            await Task.Delay(delay, _time, cancellationToken).ConfigureAwait(false);
            return;
        }
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(delay, _time, over.Token), subscription.WaitAsync(over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private TimeSpan Delay(TimeSpan computed) => _retryAfter ?? (Min(computed, _polling.MaximumDelay) * (1 + (_polling.Jitter * ((2 * _polling.Random.NextDouble()) - 1))));

    private TimeSpan Limit() => Min(_polling.TotalTimeout, TimeSpan.FromDays(40)) + LastLook;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
