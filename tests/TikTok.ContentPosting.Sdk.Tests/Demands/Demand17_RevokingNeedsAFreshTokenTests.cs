using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 17: TikTok refuses to revoke by an access token that has ended, so disconnected accounts stayed connected.</summary>
public sealed class Demand17_RevokingNeedsAFreshTokenTests
{
    [Theory]
    [InlineData("fresh", 0)]
    [InlineData("ended", 1)]
    public async Task Revoking_refreshes_first_if_it_has_to(string token, int refreshes)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);
        if (token == "ended")
        {
            stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);
            await Assert.ThrowsAsync<TikTokOAuthException>(() => stage.SignIn.RevokeAsync(tokens.AccessToken, SignInStage.Cancellation));
        }

        Assert.True(await account.RevokeAsync(SignInStage.Cancellation));

        Assert.Equal(refreshes, stage.Refreshes);
        Assert.Null(await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
    }
}
