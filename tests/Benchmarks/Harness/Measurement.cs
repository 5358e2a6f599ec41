using System.Diagnostics;
using System.Runtime;

namespace Benchmarks.Harness;

/// <summary>What one call of something costs.</summary>
/// <param name="Nanoseconds">The shortest time of all rounds: what is above it is the machine's.</param>
/// <param name="Bytes">What it allocates, on whatever thread.</param>
/// <param name="Ratio">Its time by that of the first thing: the median of the rounds, in each of which both were measured one right after the other.</param>
internal readonly record struct Measurement(double Nanoseconds, double Bytes, double Ratio)
{
    // Many short ones: most of them are interrupted by nothing, on a machine that has other things to do, too.
    private const int Rounds = 300;
    private const int BytesRounds = 20;
    private const int SettledMilliseconds = 1000;
    private const int MaxWarmUpMilliseconds = 30_000;
    private const double WarmUpNanoseconds = 1e7;
    private const double RoundNanoseconds = 1.5e6;

    /// <summary>Measures several things by turns, so that they see the same machine.</summary>
    public static Measurement[] Run(params Action[] actions)
    {
        WarmUp(actions);
        var repetitions = Array.ConvertAll(actions, static action => Repetitions(action, RoundNanoseconds));
        var rounds = Array.ConvertAll(actions, static _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < actions.Length; turn++)
            {
                // To and fro, for what comes second finds warm caches and another's garbage.
                var index = round % 2 == 0 ? turn : actions.Length - 1 - turn;
                rounds[index][round] = Time(actions[index], repetitions[index]);
            }
        }
        return [.. actions.Select((action, index) => new Measurement(
            rounds[index].Min(),
            Enumerable.Range(0, BytesRounds).Min(_ => Allocated(action, repetitions[index])),
            rounds[index].Select((time, round) => time / rounds[0][round]).Order().ElementAt(Rounds / 2)))];
    }

    // What runs often is compiled again, in the background and better: on a busy machine that takes its time.
    private static void WarmUp(Action[] actions)
    {
        var compiled = 0L;
        var watch = Stopwatch.StartNew();
        for (var settled = Stopwatch.StartNew(); settled.ElapsedMilliseconds < SettledMilliseconds && watch.ElapsedMilliseconds < MaxWarmUpMilliseconds;)
        {
            foreach (var action in actions)
            {
                Time(action, Repetitions(action, WarmUpNanoseconds));
            }
            if (JitInfo.GetCompiledMethodCount() is var count && count != compiled)
            {
                compiled = count;
                settled.Restart();
            }
        }
    }

    private static int Repetitions(Action action, double nanoseconds) => Math.Max(1, (int)(nanoseconds / Enumerable.Range(0, 10).Min(_ => Time(action, 1))));

    private static double Time(Action action, int repetitions)
    {
        var start = Stopwatch.GetTimestamp();
        Repeat(action, repetitions);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repetitions;
    }

    // Of all threads, for what waits for a connection goes on on another one. To ask stops them all: that is no part of a round that is timed.
    private static double Allocated(Action action, int repetitions)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        Repeat(action, repetitions);
        return (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)repetitions;
    }

    private static void Repeat(Action action, int repetitions)
    {
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            action();
        }
    }
}
