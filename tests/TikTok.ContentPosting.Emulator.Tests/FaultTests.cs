using System.Text.Json;

namespace TikTok.ContentPosting.Emulator.Tests;

public class FaultTests
{
    public static TheoryData<string, int> Codes => new()
    {
        { ErrorCodes.InvalidParam, 400 },
        { ErrorCodes.InvalidParams, 400 },
        { ErrorCodes.InvalidPublishId, 400 },
        { ErrorCodes.TokenNotAuthorizedForSpecifiedPublishId, 400 },
        { ErrorCodes.PublishNotCancellable, 400 },
        { ErrorCodes.AppVersionCheckFailed, 400 },
        { ErrorCodes.AccessTokenInvalid, 401 },
        { ErrorCodes.ScopeNotAuthorized, 401 },
        { ErrorCodes.UrlOwnershipUnverified, 403 },
        { ErrorCodes.PrivacyLevelOptionMismatch, 403 },
        { ErrorCodes.UnauditedClientCanOnlyPostToPrivateAccounts, 403 },
        { ErrorCodes.SpamRiskTooManyPosts, 403 },
        { ErrorCodes.SpamRiskTooManyPendingShare, 403 },
        { ErrorCodes.SpamRiskUserBannedFromPosting, 403 },
        { ErrorCodes.ReachedActiveUserCap, 403 },
        { ErrorCodes.RateLimitExceeded, 429 },
        { ErrorCodes.InternalError, 500 },
        { "brand_new_code", 400 },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_refusal_has_the_status_of_its_code_and_nothing_is_processed(string code, int status)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(code));

        (await tiktok.InboxInitAsync()).ShouldBe(status, code);

        Assert.Empty(tiktok.Emulator.Posts);
        (await tiktok.InboxInitAsync()).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task A_refusal_can_have_another_status_and_a_retry_after_header()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.SpamRiskTooManyPosts, 200, retryAfter: "5"));

        var reply = await tiktok.CreatorInfoAsync();

        reply.ShouldBe(200, ErrorCodes.SpamRiskTooManyPosts);
        Assert.Equal("5", reply.Headers["Retry-After"]);
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>", "text/html")]
    [InlineData(200, "", "application/json")]
    [InlineData(200, "[]", "application/json")]
    public async Task A_reply_is_sent_as_it_is(int status, string body, string contentType)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Reply(status, body, contentType));

        var reply = await tiktok.InboxInitAsync();

        Assert.Equal((status, body), (reply.Status, reply.Body));
        Assert.Empty(tiktok.Emulator.Posts);
    }

    public static TheoryData<Fault> AfterProcessing =>
    [
        Fault.Refuse(ErrorCodes.InternalError, afterProcessing: true),
        Fault.Reply(502, "<html/>", afterProcessing: true),
    ];

    [Theory]
    [MemberData(nameof(AfterProcessing))]
    public async Task A_fault_after_processing_leaves_a_post(Fault fault)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, fault);

        Assert.True((await tiktok.InboxInitAsync()).Status >= 500);

        Assert.Single(tiktok.Emulator.Posts);
    }

    public static TheoryData<Fault, int, bool> Drops => new()
    {
        { Fault.DropBeforeReading, 0, false },
        { Fault.DropAfterProcessing, 1, true },
        { Fault.DropInBody, 1, true },
    };

    [Theory]
    [MemberData(nameof(Drops))]
    public async Task A_dropped_connection_fails_the_client_and_is_recorded(Fault fault, int posts, bool bodyWasRead)
    {
        await using var tiktok = await Harness.StartAsync();
        await tiktok.CreatorInfoAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => tiktok.InboxInitAsync());

        Assert.Equal(posts, tiktok.Emulator.Posts.Count);
        var init = Assert.Single(tiktok.Emulator.Requests, request => request.Operation == EmulatorOperation.InitInboxVideoUpload);
        Assert.Equal(bodyWasRead ? Bodies.InboxPull() : "", init.BodyText);
        (await tiktok.CreatorInfoAsync()).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task A_drop_is_a_reset_so_that_no_client_quietly_sends_a_request_without_a_body_again()
    {
        await using var tiktok = await Harness.StartAsync();
        await tiktok.CreatorInfoAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.DropBeforeReading);

        await Assert.ThrowsAsync<HttpRequestException>(() => tiktok.CreatorInfoAsync());

        Assert.Equal(2, tiktok.Emulator.Requests.Count);
    }

    [Fact]
    public async Task A_cut_off_answer_is_whole_by_length_and_broken_by_JSON()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.CutOff);

        var reply = await tiktok.InboxInitAsync();

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("{\"data\"", reply.Body, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => reply.Json);
        Assert.Single(tiktok.Emulator.Posts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task A_huge_answer_is_the_true_one_and_that_many_bytes(int bytes)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Huge(bytes));

        var reply = await tiktok.InboxInitAsync();

        reply.ShouldBe(200, "ok");
        Assert.Equal(bytes, ((string)reply.Json["padding"]!).Length);
        Assert.Equal(Assert.Single(tiktok.Emulator.Posts).PublishId, reply.Data("publish_id"));
    }

    [Fact]
    public async Task A_delayed_answer_comes_when_the_clock_says_so()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Delay(TimeSpan.FromSeconds(10)));

        var answer = tiktok.InboxInitAsync();
        while (tiktok.Emulator.Requests.Count == 0)
            await Task.Yield();
        Assert.False(answer.IsCompleted);
        Assert.Empty(tiktok.Emulator.Posts);
        await TurnUntilAsync(tiktok, answer);

        (await answer).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task A_delay_can_end_in_another_fault()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Delay(TimeSpan.FromSeconds(10), Fault.Refuse(ErrorCodes.RateLimitExceeded)));

        var answer = tiktok.CreatorInfoAsync();
        await TurnUntilAsync(tiktok, answer);

        (await answer).ShouldBe(429, ErrorCodes.RateLimitExceeded);
    }

    [Fact]
    public async Task Faults_are_used_in_order_as_often_as_said_and_by_their_operation_only()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.InternalError), times: 2);
        tiktok.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.RateLimitExceeded));

        Assert.Equal(200, (await tiktok.InboxInitAsync()).Status);
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await tiktok.CreatorInfoAsync()).Status);

        Assert.Equal([500, 500, 429, 200], statuses);
        Assert.Throws<ArgumentOutOfRangeException>(() => tiktok.Emulator.NextAnswer(EmulatorOperation.CancelPublish, Fault.CutOff, times: 0));
    }

    private static async Task TurnUntilAsync(Harness tiktok, Task answer)
    {
        while (!answer.IsCompleted)
        {
            tiktok.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
