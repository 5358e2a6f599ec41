namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>A video goes to TikTok and nowhere else, whatever an answer says.</summary>
public sealed class AddressTests
{
    private static readonly Uri TikTok = new("https://open.tiktokapis.com");
    private static readonly Uri Emulator = new("http://127.0.0.1:5000");

    [Theory]
    [InlineData("https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=2")]
    [InlineData("https://upload.us.tiktokapis.com/video/?upload_id=v_inbox_file~v2.1&upload_token=a%2Fb%7E%2e..")]
    [InlineData("https://OPEN-UPLOAD-VA.TIKTOKAPIS.COM/a/../b?x=%41")]
    public void TikToks_hosts_are_taken_and_the_address_stays_as_it_is(string url)
    {
        var address = UploadAddress.Find(url, TikTok);

        Assert.NotNull(address);
        Assert.EndsWith(address.PathAndQuery, url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://open-upload.tiktokapis.com/video/")]
    [InlineData("https://tiktokapis.com/video/")]
    [InlineData("https://.tiktokapis.com/video/")]
    [InlineData("https://eviltiktokapis.com/video/")]
    [InlineData("https://tiktokapis.com.example.com/video/")]
    [InlineData("https://example.com/?x=.tiktokapis.com")]
    [InlineData("https://example.com/.tiktokapis.com")]
    [InlineData("https://example.com#.tiktokapis.com")]
    [InlineData("https://open.tiktokapis.com@example.com/")]
    [InlineData("https://user:pass@open.tiktokapis.com/")]
    [InlineData("https://open.tiktokapis.com:8443/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://localhost/")]
    [InlineData("ftp://open.tiktokapis.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/video/")]
    [InlineData("open.tiktokapis.com/video/")]
    [InlineData("https://open.tiktokapis.com/video/ HTTP/1.1\r\nX-Injected: 1")]
    [InlineData("https://open.tiktokapis.com/vidéo/")]
    [InlineData("")]
    public void No_other_is(string url) => Assert.Null(UploadAddress.Find(url, TikTok));

    [Theory]
    [InlineData("http://127.0.0.1:5000/video/?upload_id=1", true)]
    [InlineData("https://open-upload.tiktokapis.com/video/", true)]
    [InlineData("http://127.0.0.1:5001/video/", false)]
    [InlineData("https://127.0.0.1:5000/video/", false)]
    [InlineData("http://127.0.0.2:5000/video/", false)]
    [InlineData("http://example.com:5000/video/", false)]
    public void The_emulator_is_where_the_client_says_it_is(string url, bool isTaken) => Assert.Equal(isTaken, UploadAddress.Find(url, Emulator) is not null);

    [Fact]
    public async Task An_answer_that_leads_elsewhere_sends_nothing_and_shows_nothing()
    {
        await using var stage = await UploadStage.SetAsync();
        const string Url = "https://thief.example.com/secret-path?upload_token=secret";
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Reply(200, $$$"""{"data":{"publish_id":"v_inbox_file~v2.1","upload_url":"{{{Url}}}"},"error":{"code":"ok","message":"","log_id":"1"}}"""));

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        Assert.Equal((RetryAdvice.Never, "v_inbox_file~v2.1"), (failure.RetryAdvice, failure.PublishId));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("thief", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(stage.Puts);
    }

    [Theory]
    [InlineData("""{"data":{"publish_id":"v"},"error":{"code":"ok"}}""")]
    [InlineData("""{"data":{"upload_url":"https://open-upload.tiktokapis.com/secret"},"error":{"code":"ok"}}""")]
    [InlineData("""{"error":{"code":"ok"}}""")]
    public async Task An_answer_that_lacks_what_an_upload_needs_is_an_unknown_outcome(string answer)
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Reply(200, answer));

        var failure = await Assert.ThrowsAsync<ApiException>(() => stage.UploadAsync());

        Assert.True(failure.OutcomeUnknown);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes 0-0/100000000", 0L)]
    [InlineData("bytes 0-25000000/100000000", 25_000_000L)]
    [InlineData("bytes 0-24999999/100000000", 25_000_000L)]
    [InlineData("BYTES 0-50000000/*", 50_000_000L)]
    [InlineData("bytes 0-100000000/100000000", 100_000_000L)]
    [InlineData("bytes 0-99999999/100000000", 100_000_000L)]
    [InlineData("bytes 0-12345/100000000", 12_345L)]
    [InlineData("bytes 0-100000001/100000000", null)]
    [InlineData("bytes 0-1/99", null)]
    [InlineData("bytes 5-10/100000000", null)]
    [InlineData("bytes 0--1/100000000", null)]
    [InlineData("bytes */100000000", null)]
    [InlineData("bytes 0-99999999999999999999/100000000", null)]
    [InlineData("bytes 0-1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void How_much_TikTok_has_is_read_from_what_it_writes_and_from_what_HTTP_would(string? header, long? received) =>
        Assert.Equal(received, ReceivedRange.Read(header, ChunkPlan.For(100_000_000, 25_000_000)));
}
