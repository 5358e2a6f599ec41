using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Sign-in by a QR code.</summary>
public sealed class QrSignInTests
{
    [Fact]
    public async Task A_code_that_is_scanned_and_confirmed_ends_in_tokens()
    {
        await using var stage = await SignInStage.SetAsync();
        var signIn = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);

        Assert.Equal(QrCodeStatus.New, await signIn.CheckAsync(SignInStage.Cancellation));
        stage.Emulator.ScanQrCode(signIn.Text);
        Assert.Equal(QrCodeStatus.Scanned, await signIn.CheckAsync(SignInStage.Cancellation));
        Assert.Null(signIn.Tokens);
        stage.Emulator.ConfirmQrCode(signIn.Text, [TikTokScopes.UserInfoBasic]);
        Assert.Equal(QrCodeStatus.Confirmed, await signIn.CheckAsync(SignInStage.Cancellation));

        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, signIn.Tokens?.OpenId);
        Assert.Equal([TikTokScopes.UserInfoBasic], signIn.Tokens?.Scopes);
        Assert.Equal(QrCodeStatus.Confirmed, await signIn.CheckAsync(SignInStage.Cancellation));
    }

    [Fact]
    public async Task Waiting_tells_each_state_once()
    {
        await using var stage = await SignInStage.SetAsync();
        var signIn = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);
        var states = new List<string>();

        var tokens = await signIn.WaitAsync(new Reporter(state =>
        {
            states.Add(state.Value);
            if (state == QrCodeStatus.New)
            {
                stage.Emulator.ScanQrCode(signIn.Text);
            }
            else if (state == QrCodeStatus.Scanned)
            {
                stage.Emulator.ConfirmQrCode(signIn.Text);
            }
        }), SignInStage.Cancellation);

        Assert.Equal(["new", "scanned", "confirmed"], states);
        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, tokens.OpenId);
        Assert.All(stage.Time.Waits, static wait => Assert.Equal(TimeSpan.FromSeconds(2), wait));
    }

    [Fact]
    public async Task Nobody_who_confirms_is_the_end_of_it()
    {
        await using var stage = await SignInStage.SetAsync();
        var signIn = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => signIn.WaitAsync(null, SignInStage.Cancellation));

        Assert.Equal(TikTokSignInFailure.Expired, failure.Reason);
    }

    [Theory]
    [InlineData("""{"status":"confirmed","client_ticket":"another","redirect_uri":"https://example.com/?code=c"}""", TikTokSignInFailure.TicketMismatch)]
    [InlineData("""{"status":"confirmed","redirect_uri":"https://example.com/?code=c"}""", TikTokSignInFailure.TicketMismatch)]
    [InlineData("""{"status":"scanned","client_ticket":"another"}""", TikTokSignInFailure.TicketMismatch)]
    [InlineData("""{"status":"new","client_ticket":"another"}""", TikTokSignInFailure.TicketMismatch)]
    public async Task An_answer_with_another_ticket_is_not_taken(string answer, TikTokSignInFailure reason)
    {
        await using var stage = await SignInStage.SetAsync();
        var signIn = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);
        stage.Emulator.NextAnswer(EmulatorOperation.CheckQrCode, Fault.Reply(200, answer));

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => signIn.CheckAsync(SignInStage.Cancellation));

        Assert.Equal(reason, failure.Reason);
        Assert.DoesNotContain(stage.Emulator.Requests, static request => request.Operation == EmulatorOperation.RequestToken);
    }

    [Theory]
    [InlineData("\"redirect_uri\":\"https://example.com/?code=c&state=another\"", TikTokSignInFailure.StateMismatch)]
    [InlineData("\"redirect_uri\":\"https://example.com/?code=c\",\"state\":\"another\"", TikTokSignInFailure.StateMismatch)]
    [InlineData("\"redirect_uri\":\"https://example.com/\"", TikTokSignInFailure.UnexpectedAnswer)]
    [InlineData("\"redirect_uri\":\"\"", TikTokSignInFailure.UnexpectedAnswer)]
    public async Task A_confirmation_that_is_not_this_sign_ins_is_not_taken(string members, TikTokSignInFailure reason)
    {
        await using var stage = await SignInStage.SetAsync();
        var signIn = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);
        stage.Emulator.NextAnswer(EmulatorOperation.CheckQrCode, Fault.Reply(200, $$"""{"status":"confirmed","client_ticket":"{{Ticket(signIn)}}",{{members}}}"""));

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => signIn.CheckAsync(SignInStage.Cancellation));

        Assert.Equal(reason, failure.Reason);
    }

    [Fact]
    public async Task A_confirmation_that_was_lost_says_that_another_sign_in_is_needed()
    {
        await using var stage = await SignInStage.SetAsync();
        var signIn = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);
        stage.Emulator.ScanQrCode(signIn.Text);
        stage.Emulator.ConfirmQrCode(signIn.Text);
        stage.Emulator.NextAnswer(EmulatorOperation.CheckQrCode, Fault.DropAfterProcessing);

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => signIn.WaitAsync(null, SignInStage.Cancellation));

        Assert.Equal(TikTokSignInFailure.AlreadyUsed, failure.Reason);
    }

    [Fact]
    public async Task The_text_has_a_ticket_of_its_own_and_the_object_does_not_show_it()
    {
        await using var stage = await SignInStage.SetAsync();
        var one = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);
        var other = await stage.SignIn.BeginQrAsync(SignInStage.AllScopes, SignInStage.Cancellation);

        Assert.DoesNotContain("tobefilled", one.Text, StringComparison.Ordinal);
        Assert.NotEqual(Ticket(one), Ticket(other));
        Assert.DoesNotContain(Ticket(one), one.ToString(), StringComparison.Ordinal);
    }

    private static string Ticket(TikTokQrSignIn signIn) => signIn.Text.Split("client_ticket=")[1].Split('&')[0];

    private sealed class Reporter(Action<QrCodeStatus> report) : IProgress<QrCodeStatus>
    {
        public void Report(QrCodeStatus value) => report(value);
    }
}
