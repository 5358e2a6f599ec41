using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace TikTok.ContentPosting;

/// <summary>
/// Keeps what TikTok allows each access token in a minute: 30 status queries, 20 queries of the creator's settings, 6 of each init, 600 of each query of the display API.
/// Share one among all clients of a process: registration does, and a client that is made by hand makes its own unless <see cref="ApiClientOptions.Limiter"/> is set.
/// </summary>
/// <remarks>It holds hashes of tokens and no tokens. Safe to use from several threads.</remarks>
/// <param name="options">What happens at the limits; null for the defaults.</param>
/// <param name="timeProvider">The clock; null for the system's.</param>
public sealed class TikTokQuotas(TikTokQuotaOptions? options = null, TimeProvider? timeProvider = null) : RequestLimiter
{
    private const int CleaningSize = 1024;

    // TikTok does not say when a token that is refused without a time may ask again; others use it up, so that the own count says nothing.
    private static readonly TimeSpan WaitAfterRefusal = TimeSpan.FromSeconds(5);

    private readonly TikTokQuotaOptions _options = options ?? new TikTokQuotaOptions();
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly ConcurrentDictionary<Key, Quota> _quotas = new();

    /// <inheritdoc/>
    public override async ValueTask<TimeSpan> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Find(request) is not var (quota, mode))
        {
            return TimeSpan.Zero;
        }
        for (var blocked = quota.Blocked(_time); blocked > TimeSpan.Zero; blocked = quota.Blocked(_time))
        {
            if (mode == QuotaMode.FailFast)
            {
                return blocked;
            }
            await Task.Delay(blocked, _time, cancellationToken).ConfigureAwait(false);
        }
        using var lease = mode == QuotaMode.FailFast
            ? quota.Limiter.AttemptAcquire()
            : await quota.Limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        return lease.IsAcquired ? TimeSpan.Zero : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : SlidingWindow.Length;
    }

    /// <inheritdoc/>
    public override ApiException Refuse(ApiResponse response, TimeSpan wait) => TikTokQuotaException.Local(response, wait);

    /// <inheritdoc/>
    public override void Answered(HttpRequestMessage request, ApiResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.StatusCode == 429 && Find(request) is var (quota, _))
        {
            quota.Block(_time, response.RetryAfter ?? WaitAfterRefusal);
        }
    }

    private (Quota Quota, QuotaMode Mode)? Find(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Options.TryGetValue(ApiRequestKeys.Operation, out var operation)
            || MinuteLimits.Of(operation.PathTemplate) is not { } limit
            || !request.Headers.NonValidated.TryGetValues("Authorization", out var token))
        {
            return null;
        }
        var mode = operation.IsRepeatable ? _options.Reads : _options.Inits;
        if (mode == QuotaMode.Off)
        {
            return null;
        }
        var key = new Key(Hash(token.ToString()), operation.PathTemplate);
        if (!_quotas.TryGetValue(key, out var quota))
        {
            Clean();
            quota = _quotas.GetOrAdd(key, static (key, state) => new Quota(state.Create(key.Path, state.Limit)), (Create: (Func<string, int, RateLimiter>)Create, Limit: limit));
        }
        return (quota, mode);
    }

    private RateLimiter Create(string path, int limit) => _options.CreateLimiter?.Invoke(path, limit) ?? new SlidingWindow(limit, _time);

    // Tokens live for hours: those that nobody uses any more go.
    private void Clean()
    {
        if (_quotas.Count < CleaningSize)
        {
            return;
        }
        foreach (var (key, quota) in _quotas)
        {
            if (quota.Limiter.IdleDuration is { } idle && idle > SlidingWindow.Length)
            {
                _quotas.TryRemove(key, out _);
            }
        }
    }

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BitConverter.ToUInt128(hash);
    }

    private readonly record struct Key(UInt128 Token, string Path);

    private sealed class Quota(RateLimiter limiter)
    {
        private long _blockedUntil = long.MinValue;

        public RateLimiter Limiter { get; } = limiter;

        public TimeSpan Blocked(TimeProvider time) =>
            Volatile.Read(ref _blockedUntil) is var until && until != long.MinValue ? time.GetElapsedTime(time.GetTimestamp(), until) : TimeSpan.Zero;

        public void Block(TimeProvider time, TimeSpan wait) =>
            Volatile.Write(ref _blockedUntil, time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency));
    }
}
