namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>TikTok's own kind of PKCE.</summary>
public sealed class PkceTests
{
    [Theory]
    [InlineData("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "66d34fba71f8f450f7e45598853e53bfc23bbd129027cbb131a2f4ffd7878cd0")]
    public void The_challenge_is_the_hexadecimal_sha_256(string verifier, string challenge) => Assert.Equal(challenge, TikTokPkce.Challenge(verifier));

    [Fact]
    public void Verifiers_are_long_enough_random_and_of_allowed_characters()
    {
        var verifiers = Enumerable.Range(0, 100).Select(static _ => TikTokPkce.CreateVerifier()).ToList();

        Assert.Equal(100, verifiers.Distinct().Count());
        Assert.All(verifiers, static verifier => Assert.Matches("^[A-Za-z0-9._~-]{43,128}$", verifier));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("dBjftJeZ4CVP mB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    [InlineData("dBjftJeZ4CVP+mB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    public void What_is_no_verifier_is_refused(string text) => Assert.Throws<ArgumentException>(() => TikTokPkce.Challenge(text));
}
