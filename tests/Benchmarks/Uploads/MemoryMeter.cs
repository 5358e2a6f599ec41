using System.Buffers.Text;
using Microsoft.Win32.SafeHandles;

namespace Benchmarks.Uploads;

/// <summary>The highest working set of this process while something runs, over what it was before. To look costs no memory of its own.</summary>
internal sealed class MemoryMeter : IDisposable
{
    private const double Megabyte = 1e6;
    private const string Statistics = "/proc/self/statm";

    private readonly SafeFileHandle? _statistics = File.Exists(Statistics) ? File.OpenHandle(Statistics) : null;
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

    public void Dispose()
    {
        using (var ended = new ManualResetEvent(false))
        {
            _timer.Dispose(ended);
            ended.WaitOne();
        }
        _statistics?.Dispose();
    }

    private void Sample()
    {
        var now = Read();
        long seen;
        while (now > (seen = Volatile.Read(ref _peak)) && Interlocked.CompareExchange(ref _peak, now, seen) != seen)
        {
        }
    }

    private long Read()
    {
        if (_statistics is null)
        {
            return Environment.WorkingSet;
        }
        // The second number: pages in memory.
        Span<byte> text = stackalloc byte[128];
        text = text[..RandomAccess.Read(_statistics, text, 0)];
        return Utf8Parser.TryParse(text[(text.IndexOf((byte)' ') + 1)..], out long pages, out _) ? pages * Environment.SystemPageSize : 0;
    }
}
