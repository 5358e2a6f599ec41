using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>What a browser comes back with.</summary>
public sealed class CallbackTests
{
    private static readonly TikTokAuthorization Begun = new("the-state", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", SignInStage.RedirectUri);

    [Theory]
    [InlineData("code=abc%2A1%216410.e1", "abc*1!6410.e1")]
    [InlineData("code=abc*1!6410.e1", "abc*1!6410.e1")]
    [InlineData("code=abc%252A", "abc%2A")]
    public void The_code_is_decoded_once(string query, string code) => Assert.Equal(code, TikTokCallback.Read(query).Code);

    [Fact]
    public void Granted_scopes_stand_in_scopes()
    {
        var callback = TikTokCallback.Read(new Uri("https://app.example.com/callback/?code=c&scopes=user.info.basic%2Cvideo.upload&state=s#_"));

        Assert.Equal(["user.info.basic", "video.upload"], callback.Scopes);
        Assert.Equal("s", callback.State);
        Assert.Null(callback.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?&&=&x")]
    [InlineData("?code=")]
    public void What_is_not_there_is_null(string query)
    {
        var callback = TikTokCallback.Read(query);

        Assert.Null(callback.Code);
        Assert.Null(callback.State);
        Assert.Empty(callback.Scopes);
    }

    [Theory]
    [InlineData("code=c&state=another", TikTokSignInFailure.StateMismatch)]
    [InlineData("code=c&state=the-state2", TikTokSignInFailure.StateMismatch)]
    [InlineData("code=c", TikTokSignInFailure.StateMismatch)]
    [InlineData("error=access_denied&state=another", TikTokSignInFailure.StateMismatch)]
    [InlineData("code=c&state=another&state=the-state", TikTokSignInFailure.StateMismatch)]
    [InlineData("error=access_denied&error_description=no&state=the-state", TikTokSignInFailure.Denied)]
    [InlineData("error=access_denied", TikTokSignInFailure.Denied)]
    [InlineData("error=invalid_scope&state=the-state", TikTokSignInFailure.Refused)]
    [InlineData("state=the-state", TikTokSignInFailure.UnexpectedAnswer)]
    public async Task A_callback_that_is_not_to_be_trusted_ends_the_sign_in_without_a_request(string query, TikTokSignInFailure reason)
    {
        await using var stage = await SignInStage.SetAsync();

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => stage.SignIn.CompleteAsync(Begun, TikTokCallback.Read(query), SignInStage.Cancellation));

        Assert.Equal(reason, failure.Reason);
        Assert.Empty(stage.Emulator.Requests);
    }

    [Fact]
    public async Task What_stands_in_the_address_is_not_repeated_in_the_message()
    {
        await using var stage = await SignInStage.SetAsync();

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => stage.SignIn.CompleteAsync(
            Begun, TikTokCallback.Read("error=%3Cscript%3E&error_description=call+this+number&state=the-state"), SignInStage.Cancellation));

        Assert.DoesNotContain("script", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("number", failure.ToString(), StringComparison.Ordinal);
    }
}
