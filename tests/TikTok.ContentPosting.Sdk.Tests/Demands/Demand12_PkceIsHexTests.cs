using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>
/// Demand 12: TikTok's sign-in is not quite OAuth 2.0. Whoever used a library for it got "Code verifier or code challenge is invalid", <c>invalid_client</c> for
/// <c>client_id</c>, or a code that was never decoded.
/// </summary>
public sealed class Demand12_PkceIsHexTests
{
    [Theory]
    [InlineData("base64url challenge", "code_challenge=13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3&code_challenge_method=S256")]
    [InlineData("client_id", "client_key=")]
    [InlineData("scopes with spaces", "scope=user.info.basic%2Cvideo.upload&")]
    [InlineData("no slash at the end", "/v2/auth/authorize/?")]
    public void The_address_is_as_tiktok_has_it(string suffered, string part)
    {
        var url = new TikTokSignIn(new TikTokAppCredentials("aw1", "s")).Begin(new()
        {
            RedirectUri = SignInStage.RedirectUri,
            Scopes = [TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload],
            CodeVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        }).Url!;

        Assert.True(url.AbsoluteUri.Contains(part, StringComparison.Ordinal), suffered);
    }

    [Fact]
    public void The_callback_names_its_scopes_in_the_plural_and_its_code_is_decoded()
    {
        var callback = TikTokCallback.Read("?code=abc%2A1%216410.e1&scopes=user.info.basic,video.upload&state=s");

        Assert.Equal("abc*1!6410.e1", callback.Code);
        Assert.Equal([TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload], callback.Scopes);
    }

    [Fact]
    public async Task All_of_it_together_signs_a_creator_in()
    {
        await using var stage = await SignInStage.SetAsync();

        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, (await stage.GetTokensAsync()).OpenId);
    }
}
