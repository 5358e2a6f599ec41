namespace TikTok.ContentPosting.Emulator;

/// <summary>The faults to come, per operation.</summary>
internal sealed class FaultQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<EmulatorOperation, Queue<Fault>> _faults = [];

    public void Add(EmulatorOperation operation, Fault fault, int times)
    {
        lock (_lock)
        {
            if (!_faults.TryGetValue(operation, out var queue))
                _faults.Add(operation, queue = []);
            for (var i = 0; i < times; i++)
                queue.Enqueue(fault);
        }
    }

    public Fault? Take(EmulatorOperation operation)
    {
        lock (_lock)
            return _faults.TryGetValue(operation, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
    }
}
