using System.Net;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>Addresses that TikTok can pull from, and those that it cannot.</summary>
public sealed class MediaUrlTests
{
    [Theory]
    [InlineData("https://media.example.com/clip.mp4", "")]
    [InlineData("https://media.example.com:8443/a%20b?sig=x", "")]
    [InlineData("https://xn--bcher-kva.example/clip.mp4", "")]
    [InlineData("http://media.example.com/clip.mp4", "not_https")]
    [InlineData("clip.mp4", "relative")]
    [InlineData("https://192.0.2.7/clip.mp4", "host")]
    [InlineData("https://[2001:db8::7]/clip.mp4", "host")]
    [InlineData("https://2130706433/clip.mp4", "host")]
    [InlineData("https://localhost/clip.mp4", "host")]
    [InlineData("https://mediaserver/clip.mp4", "host")]
    [InlineData("https://me:hunter2@media.example.com/clip.mp4", "user_info")]
    [InlineData("http://me@127.0.0.1/clip.mp4", "not_https host user_info")]
    [InlineData("", "required")]
    public void All_that_is_wrong_with_an_address_is_found_at_once(string url, string codes)
    {
        var problems = MediaUrls.Check(url.Length == 0 ? null : new Uri(url, UriKind.RelativeOrAbsolute), PostKind.Video);

        Assert.Equal(codes, string.Join(' ', problems.Select(static problem => problem.Code)));
        Assert.All(problems, static problem => Assert.Equal("videoUrl", problem.Field));
        Assert.All(problems, static problem => Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://media.example.com/1.jpg", "")]
    [InlineData("https://media.example.com/1.webp?x=.png", "")]
    [InlineData("https://media.example.com/photo", "")]
    [InlineData("https://media.example.com/1.png", "format")]
    [InlineData("https://media.example.com/1.PNG?w=1", "format")]
    [InlineData("https://media.example.com/1.heic", "format")]
    public void Photos_are_JPEG_or_WebP(string url, string codes) =>
        Assert.Equal(codes, string.Join(' ', MediaUrls.Check(new Uri(url), PostKind.Photos).Select(static problem => problem.Code)));

    [Theory]
    [InlineData("https://example.com/clip.mp4", true)]
    [InlineData("https://a.b.example.com/clip.mp4", true)]
    [InlineData("https://EXAMPLE.com/clip.mp4", true)]
    [InlineData("https://evil-example.com/clip.mp4", false)]
    [InlineData("https://example.com.evil.net/clip.mp4", false)]
    [InlineData("https://cdn.other.org/videos/clip.mp4", true)]
    [InlineData("https://CDN.other.org/videos/a/clip.mp4", true)]
    [InlineData("https://cdn.other.org/videosX/clip.mp4", false)]
    [InlineData("https://cdn.other.org/Videos/clip.mp4", false)]
    [InlineData("https://x.cdn.other.org/videos/clip.mp4", false)]
    [InlineData("https://cdn.other.org/videos/../private/clip.mp4", false)]
    [InlineData("http://example.com/clip.mp4", false)]
    public void A_domain_covers_its_subdomains_and_a_prefix_what_begins_with_it(string url, bool isCovered)
    {
        var verified = new VerifiedUrls("example.com", "https://cdn.other.org/videos/");

        Assert.Equal(isCovered, verified.Covers(new Uri(url)));
        if (url.StartsWith("https:", StringComparison.Ordinal))
        {
            Assert.Equal(isCovered ? [] : ["not_verified"], MediaUrls.Check(new Uri(url), PostKind.Video, verified).Select(static problem => problem.Code));
        }
    }

    [Theory]
    [InlineData("https://example.com/videos")]
    [InlineData("http://example.com/videos/")]
    [InlineData("https://example.com/?x/")]
    [InlineData("localhost")]
    [InlineData("192.0.2.7")]
    [InlineData("")]
    public void What_is_neither_a_domain_nor_a_prefix_is_an_error(string text) => Assert.Throws<ArgumentException>(() => new VerifiedUrls(text));

    [Theory]
    [InlineData("https://bucket.s3.amazonaws.com/clip.mp4", true)]
    [InlineData("https://d111.cloudfront.net/clip.mp4", true)]
    [InlineData("https://x.supabase.co/storage/clip.mp4", true)]
    [InlineData("file:///home/me/clip.mp4", true)]
    [InlineData("https://127.0.0.1/clip.mp4", true)]
    [InlineData("https://media.example.com/clip.mp4", false)]
    [InlineData("https://notcloudfront.net/clip.mp4", false)]
    public void Uploading_is_advised_where_TikTok_cannot_pull(string url, bool isAdvised) => Assert.Equal(isAdvised, MediaUrls.AdviseUpload(new Uri(url)) is not null);

    [Theory]
    [InlineData(0, 0, "required")]
    [InlineData(1, 0, "")]
    [InlineData(35, 34, "")]
    [InlineData(36, 0, "too_many")]
    [InlineData(35, 35, "out_of_range")]
    [InlineData(36, -1, "too_many out_of_range")]
    public void Photos_are_35_at_most_and_the_cover_is_one_of_them(int count, int cover, string codes) => Assert.Equal(
        codes,
        string.Join(' ', PostRules.CheckPhotos([.. Enumerable.Range(0, count).Select(static index => new Uri($"https://media.example.com/{index}.jpg"))], cover).Select(static problem => problem.Code)));

    [Fact]
    public void A_photo_that_is_wrong_is_named_by_its_place() =>
        Assert.Equal("photoUrls/1", Assert.Single(PostRules.CheckPhotos([new Uri("https://media.example.com/0.jpg"), new Uri("https://media.example.com/1.png")], 0)).Field);

    [Theory]
    [InlineData(200, "video/mp4", 5L, PostKind.Video, "")]
    [InlineData(200, "VIDEO/QuickTime", 5L, PostKind.Video, "")]
    [InlineData(200, null, null, PostKind.Video, "")]
    [InlineData(200, "application/octet-stream", 5L, PostKind.Photos, "")]
    [InlineData(200, "text/html", 5L, PostKind.Video, "content_type")]
    [InlineData(200, "image/png", 5L, PostKind.Photos, "content_type")]
    [InlineData(200, "image/jpeg", 20_971_521L, PostKind.Photos, "size")]
    [InlineData(200, "video/mp4", 4_294_967_297L, PostKind.Video, "size")]
    [InlineData(200, "text/html", 0L, PostKind.Video, "content_type size")]
    [InlineData(302, null, 0L, PostKind.Video, "redirect")]
    [InlineData(403, null, 0L, PostKind.Video, "status")]
    [InlineData(404, null, 0L, PostKind.Video, "status")]
    [InlineData(405, null, 0L, PostKind.Video, "")]
    public async Task A_media_server_is_asked_as_TikTok_will(int status, string? type, long? length, PostKind kind, string codes)
    {
        using var server = new MediaServer(status, type, length);
        using var preflight = new MediaPreflight(server);

        var report = await preflight.CheckAsync(new Uri("https://media.example.com/clip"), kind, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(codes, string.Join(' ', report.Problems.Select(static problem => problem.Code)));
        Assert.Equal(codes.Length == 0, report.IsGood);
        Assert.Equal(status, report.StatusCode);
        Assert.Equal(HttpMethod.Head, server.Method);
    }

    [Fact]
    public async Task An_address_that_is_wrong_by_itself_is_not_asked()
    {
        using var server = new MediaServer(200, null, null);
        using var preflight = new MediaPreflight(server);

        var report = await preflight.CheckAsync(new Uri("http://127.0.0.1/clip.mp4"), PostKind.Video, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(report.IsGood);
        Assert.NotNull(report.Advice);
        Assert.Null(server.Method);
    }

    [Fact]
    public async Task A_media_server_that_does_not_answer_is_a_problem()
    {
        using var server = new MediaServer(0, null, null);
        using var preflight = new MediaPreflight(server);

        var report = await preflight.CheckAsync(new Uri("https://media.example.com/clip.mp4"), PostKind.Video, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("unreachable", Assert.Single(report.Problems).Code);
    }

    private sealed class MediaServer(int status, string? type, long? length) : HttpMessageHandler
    {
        public HttpMethod? Method { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Method = request.Method;
            if (status == 0)
            {
                throw new HttpRequestException("No route.");
            }
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            response.Content.Headers.ContentLength = length;
            return Task.FromResult(response);
        }
    }
}
