using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace TikTok.ContentPosting.Emulator.Tests;

/// <summary>What can go wrong while a chunk is on its way.</summary>
public class UploadFaultTests
{
    private const int Chunk = 6_000_000;
    private const int Size = (2 * Chunk) + 5;

    private static readonly byte[] Video = RandomNumberGenerator.GetBytes(Size);

    public static TheoryData<string, Fault> Breaks => new()
    {
        { "in the body", Fault.DropInRequestBody(1_000_000) },
        { "before it", Fault.DropBeforeReading },
        { "after none of it was taken", Fault.TakePart(0, statusCode: null) },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_chunk_that_breaks_off_leaves_no_trace(string where, Fault fault)
    {
        Assert.NotEmpty(where);
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(Size, Chunk, 2);
        tiktok.Emulator.NextAnswer(EmulatorOperation.UploadChunk, fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(tiktok, url, 0, Chunk));

        await SendRestAsync(tiktok, url, 0);
    }

    [Theory]
    [InlineData(206)]
    [InlineData(500)]
    [InlineData(null)]
    public async Task Of_a_chunk_taken_in_part_the_rest_goes_up_to_the_chunks_end(int? status)
    {
        await using var tiktok = await Harness.StartAsync();
        var (publishId, url) = await tiktok.OpenUploadAsync(Size, Chunk, 2);
        tiktok.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.TakePart(1_000_001, status));

        if (status is { } code)
        {
            var reply = await SendAsync(tiktok, url, 0, Chunk);
            Assert.Equal((code, $"bytes 0-1000001/{Size}"), (reply.Status, reply.Headers["Content-Range"]));
        }
        else
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(tiktok, url, 0, Chunk));
        }

        Assert.Equal(1_000_001, (await tiktok.StatusAsync(publishId)).Number("uploaded_bytes"));
        Assert.Equal(400, (await SendAsync(tiktok, url, 1_000_001, Chunk + 1_000_001)).Status);
        await SendRestAsync(tiktok, url, 1_000_001);
    }

    [Fact]
    public async Task A_gateway_may_answer_in_the_middle_of_a_chunk()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);
        tiktok.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.ReplyInRequestBody(503, afterBytes: 2));

        Assert.Equal(503, (await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3")).Status);
        Assert.Equal(201, (await tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3")).Status);
    }

    [Fact]
    public async Task A_chunk_may_be_read_slowly()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);
        // Short, so that the upload URL lives longer than the request takes to arrive.
        var pause = TimeSpan.FromMilliseconds(1);
        tiktok.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.ReadSlowly(pause));

        var sending = tiktok.PutAsync(url, [1, 2, 3], "bytes 0-2/3");
        while (!sending.IsCompleted)
        {
            tiktok.Time.Advance(pause);
            await Task.Yield();
        }

        Assert.Equal(201, (await sending).Status);
    }

    [Fact]
    public async Task Only_the_first_of_two_requests_for_a_chunk_counts()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(Size, Chunk, 2);

        var replies = await Task.WhenAll(SendAsync(tiktok, url, 0, Chunk), SendAsync(tiktok, url, 0, Chunk));

        Assert.Equal([206, 416], replies.Select(static reply => reply.Status).Order());
        await SendRestAsync(tiktok, url, Chunk);
    }

    [Fact]
    public async Task The_URL_is_the_only_credential_and_the_length_is_told()
    {
        await using var tiktok = await Harness.StartAsync();
        var (_, url) = await tiktok.OpenUploadAsync(3, 3, 1);
        using var http = new HttpClient();
        foreach (var (authorization, isChunked) in new[] { (tiktok.Emulator.AccessToken, false), (null, true) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent([1, 2, 3]) };
            request.Headers.Authorization = authorization is null ? null : new AuthenticationHeaderValue("Bearer", authorization);
            request.Headers.TransferEncodingChunked = isChunked;
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "video/mp4");
            request.Content.Headers.TryAddWithoutValidation("Content-Range", "bytes 0-2/3");

            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(400, (int)response.StatusCode);
        }
    }

    private static Task<Reply> SendAsync(Harness tiktok, string url, int first, int end) => tiktok.PutAsync(url, Video[first..end], $"bytes {first}-{end - 1}/{Size}");

    private static async Task SendRestAsync(Harness tiktok, string url, int first)
    {
        if (first < Chunk)
        {
            Assert.Equal(206, (await SendAsync(tiktok, url, first, Chunk)).Status);
        }
        Assert.Equal(201, (await SendAsync(tiktok, url, Chunk, Size)).Status);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Video)), tiktok.Emulator.Posts[0].UploadedSha256);
    }
}
