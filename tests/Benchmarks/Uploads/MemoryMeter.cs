using System.Diagnostics;

namespace Benchmarks.Uploads;

/// <summary>The highest working set of this process while something runs, over what it was before.</summary>
internal sealed class MemoryMeter : IDisposable
{
    private const double Megabyte = 1e6;

    private readonly Timer _timer;
    private readonly long _baseline;
    private long _peak;

    public MemoryMeter()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _baseline = _peak = Read();
        _timer = new Timer(_ => Sample(), null, 0, 5);
    }

    /// <summary>The difference in MB.</summary>
    public double Stop()
    {
        Sample();
        return (Volatile.Read(ref _peak) - _baseline) / Megabyte;
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        var now = Read();
        long seen;
        while (now > (seen = Volatile.Read(ref _peak)) && Interlocked.CompareExchange(ref _peak, now, seen) != seen)
        {
        }
    }

    private static long Read()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
