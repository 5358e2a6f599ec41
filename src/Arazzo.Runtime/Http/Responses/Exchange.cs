namespace Arazzo.Runtime.CompilerServices;

/// <summary>A request on the wire, its answer and its clock. Whoever reads the body disposes it, which closes the connection or gives it back.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly Pool _pool;
    private readonly CancellationTokenSource _stop;
    private CancellationTokenRegistration _registration;
    private bool _isDetached;

    private Exchange(Pool pool, TimeSpan limit)
    {
        _pool = pool;
        _stop = new(limit, pool.TimeProvider);
        Limit = limit;
    }

    public HttpRequestMessage? Message { get; set; }

    public HttpResponseMessage? Answer { get; set; }

    /// <summary>The answer's body, when it is read whole.</summary>
    public ResponseBuffer Body { get; } = new();

    /// <summary>The time that the answer, or a part of it, may take.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>What messages call the limit.</summary>
    public string LimitName { get; set; } = "";

    /// <summary>Cancelled by the caller, or because time is up.</summary>
    public CancellationToken Stopped => _stop.Token;

    public CancellationTokenRegistration Link(CancellationToken token) => token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _stop);

    /// <summary>The call is over, and its token with it: from here on each read has a token and a time of its own.</summary>
    public void Detach()
    {
        _isDetached = true;
        _registration.Dispose();
        StopClock();
    }

    /// <summary>Gives what comes next its time.</summary>
    public void StartClock() => _stop.CancelAfter(Limit);

    public void StopClock() => _stop.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        Answer?.Dispose();
        Message?.Dispose();
        _registration.Dispose();
        Body.Release();
        // A stream may be disposed while it is read, and then the read has hold of this exchange.
        if (_isDetached || !_stop.TryReset())
        {
            _stop.Dispose();
            return;
        }
        Answer = null;
        Message = null;
        _registration = default;
        _pool.Idle = this;
    }

    /// <summary>Keeps one exchange for a client: a clock costs as much as all else that a call allocates.</summary>
    internal sealed class Pool(TimeProvider timeProvider)
    {
        private Exchange? _idle;

        internal TimeProvider TimeProvider => timeProvider;

        internal Exchange Idle
        {
            set => _idle = value;
        }

        /// <summary>Starts the clock of an attempt.</summary>
        public Exchange Start(TimeSpan limit, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _idle, null) is { } exchange)
            {
                exchange.Limit = limit;
                exchange.StartClock();
            }
            else
            {
                exchange = new Exchange(this, limit);
            }
            exchange._registration = exchange.Link(cancellationToken);
            return exchange;
        }
    }
}
