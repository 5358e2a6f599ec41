using System.Text;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>TikTok's flat errors, with any status.</summary>
public sealed class OAuthErrorTests
{
    [Theory]
    [InlineData(200, "invalid_grant", false, false)]
    [InlineData(400, "invalid_grant", false, false)]
    [InlineData(401, "invalid_client", false, false)]
    [InlineData(200, "something_new", false, false)]
    [InlineData(200, "temporarily_unavailable", true, false)]
    [InlineData(429, "invalid_request", true, false)]
    [InlineData(200, "server_error", true, true)]
    [InlineData(503, "server_error", true, true)]
    public async Task A_refusal_is_one_whatever_its_status(int status, string code, bool isTransient, bool isUnknown)
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Refuse(code, status));

        var refusal = await Assert.ThrowsAsync<TikTokOAuthException>(() => stage.SignIn.GetClientTokenAsync(SignInStage.Cancellation));

        Assert.Equal(code, refusal.Code.Value);
        Assert.Equal(status, refusal.StatusCode);
        Assert.Equal((isTransient, isUnknown), (refusal.IsTransient, refusal.OutcomeUnknown));
        Assert.NotNull(refusal.LogId);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.LogId, refusal.Message, StringComparison.Ordinal);
        Assert.Single(stage.Emulator.Requests);
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant","error_description":"The refresh token rft.0123456789abcdef0123456789abcdef is dead."}""", "0123456789")]
    [InlineData("""{"error":"invalid_grant","error_description":"Line\nbreak"}""", "break")]
    [InlineData("""{"error":"<b>","error_description":"\ud800"}""", "<b>")]
    public async Task What_may_be_more_than_a_sentence_is_not_shown(string body, string secret)
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Reply(200, body));

        var refusal = await Assert.ThrowsAsync<TikTokOAuthException>(() => stage.SignIn.GetClientTokenAsync(SignInStage.Cancellation));

        Assert.DoesNotContain(secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>", true)]
    [InlineData(200, "<html>Hello</html>", true)]
    [InlineData(200, """{"access_token":"act.secret"}""", true)]
    [InlineData(200, """{"access_token":"act.secret","expires_in":"soon"}""", true)]
    [InlineData(404, "", false)]
    public async Task What_cannot_be_read_is_a_failure_that_keeps_nothing_of_it(int status, string body, bool isUnknown)
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Reply(status, body));

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => stage.SignIn.GetClientTokenAsync(SignInStage.Cancellation));

        Assert.Equal(isUnknown, failure.OutcomeUnknown);
        Assert.True(failure.RawBody.IsEmpty, Encoding.UTF8.GetString(failure.RawBody.Span));
        Assert.DoesNotContain("act.secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(stage.Emulator.Requests);
    }

    public static TheoryData<Fault> LostAnswers => [Fault.DropAfterProcessing, Fault.DropInBody, Fault.CutOff];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_is_not_asked_for_again_and_leaves_no_tokens_behind(Fault fault)
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, fault);

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => stage.SignIn.GetClientTokenAsync(SignInStage.Cancellation));

        Assert.True(failure.OutcomeUnknown);
        Assert.True(failure.RawBody.IsEmpty);
        Assert.Single(stage.Emulator.Requests);
    }
}
