namespace TikTok.ContentPosting.Emulator.Tests;

public class ChunkRulesTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5_000_000, 5_000_000, 1)]
    [InlineData(64_000_000, 64_000_000, 1)]
    [InlineData(50_000_123, 10_000_000, 5)]
    [InlineData(64_000_001, 32_000_000, 2)]
    [InlineData(4_000_000_000, 32_000_000, 125)]
    [InlineData(4_294_967_296, 32_000_000, 134)]
    public async Task Sizes_that_fit_are_taken(long size, long chunk, long count)
    {
        await using var tiktok = await Harness.StartAsync();

        (await tiktok.PostAsync(Paths.InboxInit, Bodies.InboxUpload(size, chunk, count))).ShouldBe(200, "ok");
    }

    [Theory]
    [InlineData(0, 0, 1, "The video size is invalid")]
    [InlineData(4_294_967_297, 32_000_000, 134, "The video size is invalid")]
    [InlineData(121_000_000, 64_000_000, 1, "The chunk size is invalid")]
    [InlineData(64_000_001, 64_000_001, 1, "The chunk size is invalid")]
    [InlineData(15_000_000, 10_000_000, 1, "The chunk size is invalid")]
    [InlineData(20_000_000, 4_000_000, 5, "The chunk size is invalid")]
    [InlineData(140_000_000, 70_000_000, 2, "The chunk size is invalid")]
    [InlineData(20_000_000, 0, 2, "The chunk size is invalid")]
    [InlineData(50_000_123, 10_000_000, 6, "The total chunk count is invalid")]
    [InlineData(50_000_123, 10_000_000, 0, "The total chunk count is invalid")]
    public async Task Sizes_that_do_not_fit_are_400(long size, long chunk, long count, string message)
    {
        await using var tiktok = await Harness.StartAsync();

        var reply = await tiktok.PostAsync(Paths.InboxInit, Bodies.InboxUpload(size, chunk, count));

        reply.ShouldBe(400, ErrorCodes.InvalidParams);
        Assert.Equal(message, (string?)reply.Json["error"]!["message"]);
    }
}
