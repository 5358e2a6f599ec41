namespace TikTok.ContentPosting.Emulator.Tests;

public class RecordingTests
{
    [Fact]
    public async Task A_request_is_recorded_as_it_came()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Time.Advance(TimeSpan.FromSeconds(7));

        await tiktok.PostAsync(Paths.InboxInit + "?a=b", Bodies.InboxPull());

        var request = Assert.Single(tiktok.Emulator.Requests);
        Assert.Equal(EmulatorOperation.InitInboxVideoUpload, request.Operation);
        Assert.Equal(("POST", Paths.InboxInit + "?a=b"), (request.Method, request.Path));
        Assert.Equal(tiktok.Emulator.AccessToken, request.AccessToken);
        Assert.Equal($"Bearer {tiktok.Emulator.AccessToken}", request.Headers["authorization"]);
        Assert.Equal(Bodies.InboxPull(), request.BodyText);
        Assert.Equal(tiktok.Time.GetUtcNow(), request.ReceivedAt);
    }

    [Fact]
    public async Task No_text_of_a_request_or_a_creator_shows_the_token()
    {
        await using var tiktok = await Harness.StartAsync();
        await tiktok.CreatorInfoAsync();

        Assert.Equal("POST " + Paths.CreatorInfo, tiktok.Emulator.Requests[0].ToString());
        Assert.DoesNotContain(tiktok.Emulator.AccessToken, tiktok.Creator.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_can_go_unrecorded()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, RecordRequests = false });

        await tiktok.CreatorInfoAsync();

        Assert.Empty(tiktok.Emulator.Requests);
    }

    [Fact]
    public async Task Requests_at_once_are_all_recorded()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, EnforceRateLimits = false });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tiktok.CreatorInfoAsync()));

        Assert.Equal(50, tiktok.Emulator.Requests.Count);
    }
}
