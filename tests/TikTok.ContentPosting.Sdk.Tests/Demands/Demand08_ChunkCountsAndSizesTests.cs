namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>
/// Demand 8: "The total chunk count is invalid" and "The chunk size is invalid". Rounding up, or a constant chunk of 10 or 64 MB, is refused for some sizes; here a plan
/// that is not refused is made for each, and a size of one's own is checked by the same rules.
/// </summary>
public sealed class Demand08_ChunkCountsAndSizesTests
{
    [Theory]
    [InlineData(15_000_000, 15_000_000, 1, "a constant 10 MB makes one chunk that is not the whole")]
    [InlineData(50_000_123, 50_000_123, 1, "rounding up makes six chunks of 10 MB")]
    [InlineData(64_000_001, 21_333_333, 3, "one chunk of more than 64 MB")]
    [InlineData(121_000_000, 30_250_000, 4, "a constant 64 MB makes one chunk that is not the whole")]
    [InlineData(4L << 30, 31_814_572, 135, "4 GiB")]
    public async Task The_plan_for_a_size_is_taken(long size, long chunkSize, int count, string suffered)
    {
        await using var tiktok = await TikTokEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = tiktok.BaseAddress, AccessTokenProvider = new StaticAccessTokenProvider(tiktok.AccessToken) });
        var plan = ChunkPlan.For(size);

        var answer = await client.InitInboxVideoUploadAsync(
            new InboxVideoInitRequest { SourceInfo = new FileUpload { VideoSize = plan.VideoSize, ChunkSize = plan.ChunkSize, TotalChunkCount = plan.Count } },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True((chunkSize, count) == (plan.ChunkSize, plan.Count), suffered);
        Assert.NotNull(answer.Data?.UploadUrl);
    }

    [Theory]
    [InlineData(15_000_000, 10_000_000, "a single chunk must be exactly as long as the video")]
    [InlineData(121_000_000, 64_000_000, "a single chunk must be exactly as long as the video")]
    [InlineData(20_000_000, 4_194_304, "5242880")]
    public void A_size_of_ones_own_that_would_be_refused_is_told_the_rule(long size, long chunkSize, string rule) =>
        Assert.Contains(rule, Assert.Throws<ArgumentOutOfRangeException>(() => ChunkPlan.For(size, chunkSize)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(ErrorCodes.InvalidParam)]
    [InlineData(ErrorCodes.InvalidParams)]
    public async Task Both_spellings_of_the_refusal_mean_the_same(string code)
    {
        await using var stage = await Uploads.UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(code, 400));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => stage.UploadAsync());

        Assert.Equal(RetryAdvice.Never, refusal.RetryAdvice);
        Assert.Contains("rounded down", refusal.Message, StringComparison.Ordinal);
    }
}
