using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>What one call of something costs.</summary>
/// <param name="Nanoseconds">The shortest time of all rounds: what is above it is the machine's.</param>
/// <param name="Bytes">What it allocates.</param>
internal readonly record struct Measurement(double Nanoseconds, double Bytes)
{
    private const int Rounds = 40;
    private const int WarmUpMilliseconds = 1500;
    private const double RoundNanoseconds = 8e6;

    /// <summary>Measures several things by turns, so that they see the same machine.</summary>
    public static Measurement[] Run(params Action[] actions)
    {
        var repetitions = Array.ConvertAll(actions, WarmUp);
        var results = Array.ConvertAll(actions, static _ => new Measurement(double.MaxValue, double.MaxValue));
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < actions.Length; index++)
            {
                var result = Round(actions[index], repetitions[index]);
                results[index] = new Measurement(Math.Min(results[index].Nanoseconds, result.Nanoseconds), Math.Min(results[index].Bytes, result.Bytes));
            }
        }
        return results;
    }

    private static int WarmUp(Action action)
    {
        // The compiler optimizes in the background what has run often.
        var watch = Stopwatch.StartNew();
        var best = double.MaxValue;
        while (watch.ElapsedMilliseconds < WarmUpMilliseconds)
        {
            best = Math.Min(best, Round(action, 1).Nanoseconds);
        }
        return Math.Max(1, (int)(RoundNanoseconds / best));
    }

    private static Measurement Round(Action action, int repetitions)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            action();
        }
        var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return new Measurement(elapsed / repetitions, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)repetitions);
    }
}
