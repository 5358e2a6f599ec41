using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>What one call of something costs.</summary>
/// <param name="Nanoseconds">The shortest time of all rounds: what is above it is the machine's.</param>
/// <param name="Bytes">What it allocates.</param>
/// <param name="Ratio">Its time by that of the first thing: the median of the rounds, in each of which both were measured one right after the other.</param>
internal readonly record struct Measurement(double Nanoseconds, double Bytes, double Ratio)
{
    // Many short ones: most of them are interrupted by nothing, on a machine that has other things to do, too.
    private const int Rounds = 300;
    private const int WarmUpMilliseconds = 1500;
    private const double RoundNanoseconds = 1.5e6;

    /// <summary>Measures several things by turns, so that they see the same machine.</summary>
    public static Measurement[] Run(params Action[] actions)
    {
        var repetitions = Array.ConvertAll(actions, WarmUp);
        var rounds = Array.ConvertAll(actions, static _ => new Measurement[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < actions.Length; turn++)
            {
                // To and fro, for what comes second finds warm caches and another's garbage.
                var index = round % 2 == 0 ? turn : actions.Length - 1 - turn;
                rounds[index][round] = Round(actions[index], repetitions[index]);
            }
        }
        return Array.ConvertAll(rounds, all => new Measurement(
            all.Min(static result => result.Nanoseconds),
            all.Min(static result => result.Bytes),
            all.Select((result, round) => result.Nanoseconds / rounds[0][round].Nanoseconds).Order().ElementAt(Rounds / 2)));
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
        return new Measurement(elapsed / repetitions, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)repetitions, 1);
    }
}
