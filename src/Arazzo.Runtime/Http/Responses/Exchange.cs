namespace Arazzo.Runtime.CompilerServices;

/// <summary>A request on the wire, its answer and its clock. Whoever reads the body disposes it, which closes the connection or gives it back.</summary>
internal sealed class Exchange(TimeSpan limit, TimeProvider timeProvider, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop = new(limit, timeProvider);
    private CancellationTokenRegistration _registration;

    public HttpRequestMessage? Message { get; set; }

    public HttpResponseMessage? Answer { get; set; }

    /// <summary>The time that the answer, or a part of it, may take.</summary>
    public TimeSpan Limit => limit;

    /// <summary>Cancelled by the caller, or because time is up.</summary>
    public CancellationToken Stopped => _stop.Token;

    public Exchange Start()
    {
        _registration = Link(cancellationToken);
        return this;
    }

    public CancellationTokenRegistration Link(CancellationToken token) => token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _stop);

    /// <summary>The call is over, and its token with it: from here on each read has a token and a time of its own.</summary>
    public void Detach()
    {
        _registration.Dispose();
        _stop.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gives what comes next its time.</summary>
    public void StartClock() => _stop.CancelAfter(limit);

    public void StopClock() => _stop.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        Answer?.Dispose();
        Message?.Dispose();
        _registration.Dispose();
        _stop.Dispose();
    }
}
