using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 16: TikTok's sandbox refuses every refresh and some queries, and apps showed "unknown error" for it.</summary>
public sealed class Demand16_SandboxRefusesRefreshesTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_refresh_that_the_sandbox_refuses_says_so_in_tiktoks_words_and_ours(int status)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);
        stage.Emulator.NextAnswer(
            EmulatorOperation.RequestToken, Fault.Reply(status, """{"error":"invalid_grant","error_description":"Refresh token is invalid or expired.","log_id":"202206221854370101130062072500FFA2"}"""));

        var failure = await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());

        var refusal = Assert.IsType<TikTokOAuthException>(failure.InnerException);
        Assert.Equal(("Refresh token is invalid or expired.", "202206221854370101130062072500FFA2"), (refusal.Description, refusal.LogId));
        Assert.Contains("sandbox", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Refresh token is invalid or expired.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_used_to_its_end_where_no_refresh_is_to_be_had()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime - TimeSpan.FromMinutes(1));
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Refuse("invalid_grant", 200), times: 10);

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);

        Assert.Equal(1, stage.Refreshes);
    }
}
