using TikTok.ContentPosting.Tests.Uploads;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 9: 416 and 400 on a chunk, for a header too many, a header too few, or a chunk that TikTok has already.</summary>
public sealed class Demand09_RangesAndHeadersTests
{
    [Fact]
    public async Task A_chunk_has_its_three_headers_and_no_token()
    {
        await using var stage = await UploadStage.SetAsync();

        await stage.UploadAsync();

        Assert.All(stage.Puts, static put => Assert.Equal(["Content-Length", "Content-Range", "Content-Type", "Host"], put.Headers.Keys.Order()));
    }

    public static TheoryData<string, Fault> Suffered => new()
    {
        { "the chunk was taken, and its answer lost: 416 when it is sent again", Fault.DropAfterProcessing },
        { "half a chunk was taken", Fault.TakePart(2_000_000, statusCode: null) },
        { "416 without a word on what is there", Fault.Reply(416) },
        { "a gateway fails", Fault.Reply(502) },
        { "200 where 206 is due", Fault.Reply(200, afterProcessing: true) },
    };

    [Theory]
    [MemberData(nameof(Suffered))]
    public async Task The_upload_goes_on_where_TikTok_is(string suffered, Fault fault)
    {
        Assert.NotEmpty(suffered);
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, fault);

        await stage.UploadAsync();

        stage.ShouldHaveArrived();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_URL_that_works_no_more_is_an_outcome_of_its_own(int status)
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(status));

        await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.UploadAsync());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(307));

        await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        Assert.Single(stage.Puts);
    }
}
