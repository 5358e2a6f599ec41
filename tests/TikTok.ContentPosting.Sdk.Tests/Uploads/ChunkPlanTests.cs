using FsCheck;
using FsCheck.Fluent;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>A plan keeps every rule that TikTok states, and those that it checks without stating them.</summary>
public sealed class ChunkPlanTests
{
    private const long FiveMebibytes = 5_242_880;
    private const long SixtyFourMegabytes = 64_000_000;

    public static TheoryData<long, long, int> Edges => new()
    {
        { 1, 1, 1 },
        { FiveMebibytes - 1, FiveMebibytes - 1, 1 },
        { 10_000_001, 10_000_001, 1 },
        { 15_000_000, 15_000_000, 1 },
        { SixtyFourMegabytes, SixtyFourMegabytes, 1 },
        { SixtyFourMegabytes + 1, 21_333_333, 3 },
        { 96_000_000, 32_000_000, 3 },
        { 96_000_001, 24_000_000, 4 },
        { 121_000_000, 30_250_000, 4 },
        { 128_000_001, 25_600_000, 5 },
        { 1L << 30, 31_580_641, 34 },
        { 4_000_000_000, 32_000_000, 125 },
        { 4L << 30, 31_814_572, 135 },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_video_goes_whole_up_to_64_MB_and_in_even_chunks_above(long size, long chunkSize, int count)
    {
        var plan = ChunkPlan.For(size);

        Assert.Equal((size, chunkSize, count), (plan.VideoSize, plan.ChunkSize, plan.Count));
        Assert.Null(BrokenRule(plan));
    }

    [Fact]
    public void Every_size_up_to_4_GiB_keeps_every_rule() => Check(static size => BrokenRule(ChunkPlan.For(size)) ?? BrokenCover(ChunkPlan.For(size)));

    [Fact]
    public void Every_size_up_to_4_GiB_keeps_every_rule_in_chunks_small_enough_to_hold() => Check(static size =>
    {
        var plan = ChunkPlan.ForBuffering(size);
        return plan[plan.Count - 1].Length > 16 << 20 ? "held in memory" : BrokenRule(plan) ?? BrokenCover(plan);
    });

    [Fact]
    public void A_size_of_ones_own_keeps_every_rule_or_is_refused() => Check(static size =>
    {
        foreach (var chunk in new[] { size, size / 2, size / 3, FiveMebibytes, FiveMebibytes - 1, 10_000_000, 63_999_999, SixtyFourMegabytes, SixtyFourMegabytes + 1, size % 70_000_000 })
        {
            var isRight = IsRight(size, chunk);
            try
            {
                var plan = ChunkPlan.For(size, chunk);
                if (!isRight || BrokenRule(plan) is not null || plan.ChunkSize != chunk)
                {
                    return $"{chunk} was taken";
                }
            }
            catch (ArgumentOutOfRangeException)
            {
                if (isRight)
                {
                    return $"{chunk} was refused";
                }
            }
        }
        return null;
    });

    [Theory]
    [InlineData(20_000_000, 4_000_000, "from 5242880 to 64000000 bytes")]
    [InlineData(200_000_000, 64_000_001, "from 5242880 to 64000000 bytes")]
    [InlineData(121_000_000, 121_000_000, "from 5242880 to 64000000 bytes")]
    [InlineData(121_000_000, 64_000_000, "a single chunk must be exactly as long as the video")]
    [InlineData(15_000_000, 10_000_000, "a single chunk must be exactly as long as the video")]
    [InlineData(15_000_000, 20_000_000, "a single chunk must be exactly as long as the video")]
    public void A_refused_size_is_told_the_rule(long size, long chunk, string rule) =>
        Assert.Contains(rule, Assert.Throws<ArgumentOutOfRangeException>("chunkSize", () => ChunkPlan.For(size, chunk)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((4L << 30) + 1)]
    public void There_is_no_plan_for_nothing_or_more_than_4_GiB(long size) => Assert.Throws<ArgumentOutOfRangeException>("videoSize", () => ChunkPlan.For(size));

    [Fact]
    public void A_chunk_says_what_its_header_says_and_ends_where_the_next_begins()
    {
        var plan = ChunkPlan.For(50_000_123, 10_000_000);

        Assert.Equal(5, plan.Count);
        Assert.Equal(("bytes 0-9999999/50000123", 10_000_000, false), (plan[0].ToString(), plan[0].Length, plan[0].IsLast));
        Assert.Equal(("bytes 40000000-50000122/50000123", 10_000_123, true), (plan[4].ToString(), plan[4].Length, plan[4].IsLast));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan[-1]);
    }

    // Written again from the rules, not from the plan.
    private static string? BrokenRule(ChunkPlan plan)
    {
        var last = plan.VideoSize - (plan.ChunkSize * (plan.Count - 1));
        return plan switch
        {
            { Count: < 1 or > 1000 } => "1 to 1000 chunks",
            _ when plan.Count != plan.VideoSize / plan.ChunkSize => "count = floor(size / chunk)",
            { Count: 1 } when plan.ChunkSize != plan.VideoSize => "one chunk is the whole",
            { Count: 1 } when plan.VideoSize > SixtyFourMegabytes => "more than 64 MB goes in chunks",
            { Count: > 1, ChunkSize: < FiveMebibytes or > SixtyFourMegabytes } => "5 to 64 MB",
            _ when last > 128_000_000 || last < plan.ChunkSize => "the last takes the rest, up to 128 MB",
            _ => null,
        };
    }

    private static bool IsRight(long size, long chunk) =>
        chunk == size ? size <= SixtyFourMegabytes
        : chunk is >= FiveMebibytes and <= SixtyFourMegabytes && size / chunk is >= 2 and <= 1000;

    private static string? BrokenCover(ChunkPlan plan)
    {
        long next = 0;
        for (var index = 0; index < plan.Count; index++)
        {
            var chunk = plan[index];
            if (chunk.First != next || chunk.VideoSize != plan.VideoSize || chunk.IsLast != (index == plan.Count - 1))
            {
                return $"chunk {index} is {chunk}";
            }
            next = chunk.Last + 1;
        }
        return next == plan.VideoSize ? null : "the chunks are not the whole";
    }

    private static void Check(Func<long, string?> broken)
    {
        // Small ones, all magnitudes, and around the numbers that rules are made of.
        long[] corners = [FiveMebibytes, 2 * FiveMebibytes, 10_000_000, 12_000_000, 20_000_000, 32_000_000, SixtyFourMegabytes, 96_000_000, 128_000_000, 1L << 30, 4_000_000_000, 4L << 30];
        var sizes = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).SelectMany(static high => Gen.Choose(1, 0x10000), static (high, low) => ((long)high << 16) + low),
            Gen.Choose(1, 200_000_000).Select(static size => (long)size),
            Gen.Elements(corners).SelectMany(static corner => Gen.Choose(-3, 3), static (corner, offset) => Math.Clamp(corner + offset, 1, 4L << 30)));
        Prop.ForAll(sizes.ToArbitrary(), size => broken(size) is { } rule ? throw new Xunit.Sdk.XunitException($"{size}: {rule}") : true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true));
    }
}
