namespace TikTok.ContentPosting.Emulator.Tests;

public class LifetimeTests
{
    [Fact]
    public async Task Emulators_live_side_by_side_and_share_nothing()
    {
        await using var one = await Harness.StartAsync();
        await using var other = await Harness.StartAsync();

        await one.OpenDraftAsync();

        Assert.NotEqual(one.Emulator.BaseAddress, other.Emulator.BaseAddress);
        Assert.Equal("127.0.0.1", one.Emulator.BaseAddress.Host);
        Assert.Empty(other.Emulator.Posts);
        (await other.CreatorInfoAsync(one.Emulator.AccessToken)).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
    }

    [Fact]
    public async Task A_port_that_is_taken_throws()
    {
        await using var one = await Harness.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => TikTokEmulator.StartAsync(new TikTokEmulatorOptions { Port = one.Emulator.BaseAddress.Port }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Disposal_drops_requests_under_way_and_can_be_repeated()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Delay(TimeSpan.FromDays(1)));
        var answer = tiktok.CreatorInfoAsync();
        while (tiktok.Emulator.Requests.Count == 0)
            await Task.Yield();

        await tiktok.Emulator.DisposeAsync();
        await tiktok.Emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task Creators_are_told_apart_by_their_tokens()
    {
        await using var tiktok = await Harness.StartAsync();
        var creator = tiktok.Emulator.AddCreator(new TikTokCreator { AccessToken = "act.second", Username = "second" });

        Assert.Equal("second", (await tiktok.CreatorInfoAsync("act.second")).Data("creator_username"));
        Assert.Equal("emulated.creator", (await tiktok.CreatorInfoAsync()).Data("creator_username"));
        Assert.Throws<ArgumentException>(() => tiktok.Emulator.AddCreator(new TikTokCreator { AccessToken = "act.second" }));
        creator.TokenIsInvalid = true;
        (await tiktok.CreatorInfoAsync("act.second")).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
    }
}
