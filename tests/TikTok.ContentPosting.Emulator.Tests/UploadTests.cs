using System.Security.Cryptography;

namespace TikTok.ContentPosting.Emulator.Tests;

public class UploadTests
{
    private const int Chunk = 5 * 1024 * 1024;
    private const int Size = (2 * Chunk) + 7;
    private static readonly byte[] Video = RandomNumberGenerator.GetBytes(Size);

    [Fact]
    public async Task Chunks_in_order_are_206_and_the_last_is_201_and_the_draft_is_delivered()
    {
        await using var tiktok = await Harness.StartAsync();
        var (publishId, url) = await tiktok.OpenUploadAsync(Size, Chunk, 2);

        var first = await tiktok.PutAsync(url, Video[..Chunk], $"bytes 0-{Chunk - 1}/{Size}");
        Assert.Equal((206, "", $"bytes 0-{Chunk}/{Size}"), (first.Status, first.Body, first.Headers["Content-Range"]));
        var status = await tiktok.StatusAsync(publishId);
        Assert.Equal((PublishStatuses.ProcessingUpload, Chunk), (status.Data("status"), status.Number("uploaded_bytes")));
        Assert.Null(tiktok.Emulator.Posts[0].UploadedSha256);

        var last = await tiktok.PutAsync(url, Video[Chunk..], $"bytes {Chunk}-{Size - 1}/{Size}");
        Assert.Equal((201, "", $"bytes 0-{Size}/{Size}"), (last.Status, last.Body, last.Headers["Content-Range"]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Video)), tiktok.Emulator.Posts[0].UploadedSha256);
        Assert.Equal(PublishStatuses.ProcessingUpload, (await tiktok.StatusAsync(publishId)).Data("status"));
        tiktok.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(PublishStatuses.SendToUserInbox, (await tiktok.StatusAsync(publishId)).Data("status"));
    }

    [Fact]
    public async Task A_small_video_goes_whole()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);

        Assert.Equal(201, (await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3")).Status);
        Assert.Equal(416, (await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3")).Status);
    }

    public static TheoryData<int, string?, string, int> BadChunks => new()
    {
        { Chunk, null, "video/mp4", 416 },
        { Chunk, "nonsense", "video/mp4", 400 },
        { Chunk, $"bytes */{Size}", "video/mp4", 400 },
        { Chunk, $"bytes 0-{Chunk - 1}/*", "video/mp4", 400 },
        { Chunk, $"bytes 0-{Chunk - 1}/{Size + 1}", "video/mp4", 400 },
        { Chunk, $"bytes 0-{Chunk}/{Size}", "video/mp4", 400 },
        { Chunk - 1, $"bytes 0-{Chunk - 2}/{Size}", "video/mp4", 400 },
        { Chunk, $"bytes 0-{Chunk - 1}/{Size}", "image/png", 400 },
        { Chunk, $"bytes {Chunk}-{(2 * Chunk) - 1}/{Size}", "video/mp4", 416 },
    };

    [Theory]
    [MemberData(nameof(BadChunks))]
    public async Task A_chunk_that_does_not_fit_is_refused_and_the_right_one_still_taken(int length, string? contentRange, string contentType, int status)
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(Size, Chunk, 2);

        var reply = await tiktok.PutAsync(url, Video[..length], contentRange, contentType);

        Assert.Equal((status, $"bytes 0-0/{Size}"), (reply.Status, reply.Headers["Content-Range"]));
        Assert.Equal(206, (await tiktok.PutAsync(url, Video[..Chunk], $"bytes 0-{Chunk - 1}/{Size}", "video/quicktime")).Status);
    }

    [Fact]
    public async Task An_upload_url_lives_for_one_hour()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);

        tiktok.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(403, (await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3")).Status);
    }

    [Fact]
    public async Task An_unknown_upload_is_404()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);
        await tiktok.OpenDraftAsync();
        var pulled = Uri.EscapeDataString(tiktok.Emulator.Posts[1].PublishId);

        foreach (var unknown in new[] { "/video/", "/video/?upload_id=1&upload_token=1", url + "0", $"/video/?upload_id={pulled}", $"/video/?upload_id={pulled}&upload_token=" })
            Assert.Equal(404, (await tiktok.PutAsync(unknown, [1, 2, 3], "bytes 0-2/3")).Status);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_chunk_and_a_resend_tells_how_far_it_came()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(Size, Chunk, 2);
        tiktok.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.DropAfterProcessing);

        await Assert.ThrowsAsync<HttpRequestException>(() => tiktok.PutAsync(url, Video[..Chunk], $"bytes 0-{Chunk - 1}/{Size}"));
        var again = await tiktok.PutAsync(url, Video[..Chunk], $"bytes 0-{Chunk - 1}/{Size}");

        Assert.Equal((416, $"bytes 0-{Chunk}/{Size}"), (again.Status, again.Headers["Content-Range"]));
    }

    [Fact]
    public async Task A_script_says_how_an_upload_fares_whatever_arrives()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().ThenFail(FailReasons.FileFormatCheckFailed));
        var (publishId, url) = await tiktok.OpenUploadAsync(3, 3, 1);

        Assert.Equal(201, (await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3")).Status);

        Assert.Equal(FailReasons.FileFormatCheckFailed, (await tiktok.StatusAsync(publishId)).Data("fail_reason"));
    }

    [Fact]
    public async Task A_recorded_upload_has_neither_bytes_nor_a_credential_in_its_text()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);

        await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3");

        var request = tiktok.Emulator.Requests[^1];
        Assert.Equal((EmulatorOperation.UploadChunk, "PUT /video/", 0), (request.Operation, request.ToString(), request.Body.Length));
        Assert.Null(request.AccessToken);
        Assert.Equal("bytes 0-2/3", request.Headers["Content-Range"]);
    }
}
