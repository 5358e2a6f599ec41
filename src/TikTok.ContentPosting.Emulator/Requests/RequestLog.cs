namespace TikTok.ContentPosting.Emulator;

/// <summary>What was received.</summary>
internal sealed class RequestLog(TikTokEmulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<ReceivedRequest> _requests = [];

    public TimeProvider Time { get; } = options.TimeProvider;

    public void Add(ReceivedRequest request)
    {
        if (!options.RecordRequests)
            return;
        lock (_lock)
            _requests.Add(request);
    }

    public IReadOnlyList<ReceivedRequest> ToList()
    {
        lock (_lock)
            return [.. _requests];
    }
}
