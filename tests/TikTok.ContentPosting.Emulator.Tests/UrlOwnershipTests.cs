namespace TikTok.ContentPosting.Emulator.Tests;

public class UrlOwnershipTests
{
    [Theory]
    [InlineData("https://example.com/clip.mp4", true)]
    [InlineData("https://EXAMPLE.com/clip.mp4", true)]
    [InlineData("https://a.b.example.com/clip.mp4", true)]
    [InlineData("https://notexample.com/clip.mp4", false)]
    [InlineData("https://example.com.evil.org/clip.mp4", false)]
    [InlineData("https://cdn.example.org/videos/clip.mp4", true)]
    [InlineData("https://cdn.example.org/videos/2026/clip.mp4", true)]
    [InlineData("https://cdn.example.org/other/clip.mp4", false)]
    [InlineData("https://cdn.example.org/videos/../other/clip.mp4", false)]
    [InlineData("https://sub.cdn.example.org/videos/clip.mp4", false)]
    [InlineData("https://localhost/clip.mp4", false)]
    public async Task Media_comes_from_verified_domains_and_prefixes_only(string url, bool isVerified)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.VerifyUrl("https://cdn.example.org/videos/");

        var reply = await tiktok.PostAsync(Paths.InboxInit, Bodies.InboxPull(url));

        if (isVerified)
            reply.ShouldBe(200, "ok");
        else
            reply.ShouldBe(403, ErrorCodes.UrlOwnershipUnverified);
    }

    [Fact]
    public async Task One_foreign_photo_is_enough_for_403()
    {
        await using var tiktok = await Harness.StartAsync();

        var reply = await tiktok.PostAsync(Paths.PhotoInit, Bodies.Photos(urls: """["https://example.com/1.webp","https://example.net/2.webp"]"""));

        reply.ShouldBe(403, ErrorCodes.UrlOwnershipUnverified);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://example.com/videos/")]
    [InlineData("https://example.com/videos")]
    [InlineData("192.0.2.1")]
    public async Task Neither_domain_nor_prefix_throws(string text)
    {
        await using var tiktok = await Harness.StartAsync();

        Assert.Throws<ArgumentException>(() => tiktok.Emulator.VerifyUrl(text));
    }
}
