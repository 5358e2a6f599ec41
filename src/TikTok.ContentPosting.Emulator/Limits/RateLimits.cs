namespace TikTok.ContentPosting.Emulator;

/// <summary>How many requests each token has made to each operation within the last minute.</summary>
internal sealed class RateLimits(TikTokEmulatorOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Token, EmulatorOperation Operation), Queue<DateTimeOffset>> _accepted = [];

    /// <exception cref="RefusalException">The window is full. A request that is refused takes no place in it.</exception>
    public void Take(string accessToken, EmulatorOperation operation, int perMinute, DateTimeOffset now)
    {
        if (!options.EnforceRateLimits)
            return;

        var key = (accessToken, operation);
        if (!_accepted.TryGetValue(key, out var times))
        {
            Forget(now);
            _accepted.Add(key, times = []);
        }

        while (times.TryPeek(out var oldest) && now - oldest >= Window)
            times.Dequeue();
        if (times.Count >= perMinute)
            throw new RefusalException(ErrorCodes.RateLimitExceeded, $"More than {perMinute} requests in a minute.");
        times.Enqueue(now);
    }

    // Tokens come and go as they are refreshed.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, times) in _accepted)
        {
            if (!times.Any(time => now - time < Window))
                _accepted.Remove(key);
        }
    }
}
