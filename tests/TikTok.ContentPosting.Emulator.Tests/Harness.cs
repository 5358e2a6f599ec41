using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.Emulator.Tests;

/// <summary>An emulator on a clock that the test turns, and a plain HTTP client for it.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Harness(TikTokEmulator emulator, FakeTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        _http = new HttpClient { BaseAddress = emulator.BaseAddress };
    }

    public TikTokEmulator Emulator { get; }

    public FakeTimeProvider Time { get; }

    public TikTokCreator Creator => Emulator.DefaultCreator;

    public static async Task<Harness> StartAsync(Func<TimeProvider, TikTokEmulatorOptions>? options = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        return new Harness(await TikTokEmulator.StartAsync(options?.Invoke(time) ?? new TikTokEmulatorOptions { TimeProvider = time }), time);
    }

    public Task<Reply> CreatorInfoAsync(string? token = null) => PostAsync(Paths.CreatorInfo, null, token);

    public Task<Reply> InboxInitAsync(string? token = null) => PostAsync(Paths.InboxInit, Bodies.InboxPull(), token);

    public Task<Reply> StatusAsync(string publishId, string? token = null) => PostAsync(Paths.Status, Bodies.PublishId(publishId), token);

    public Task<Reply> CancelAsync(string publishId, string? token = null) => PostAsync(Paths.Cancel, Bodies.PublishId(publishId), token);

    public async Task<string> OpenDraftAsync() => (await InboxInitAsync()).Data("publish_id");

    /// <param name="path">The path.</param>
    /// <param name="body">The JSON; null for no body.</param>
    /// <param name="token">The access token; null for the default creator's, empty for none.</param>
    public async Task<Reply> PostAsync(string path, string? body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (token != "")
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Emulator.AccessToken);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Opens a draft of so many bytes, to be uploaded.</summary>
    /// <returns>The publish id and the upload URL.</returns>
    public async Task<(string PublishId, string UploadUrl)> OpenUploadAsync(long size, long chunk, long count)
    {
        var reply = await PostAsync(Paths.InboxInit, Bodies.InboxUpload(size, chunk, count));
        return (reply.Data("publish_id"), reply.Data("upload_url"));
    }

    public async Task<Reply> PutAsync(string url, byte[] chunk, string? contentRange, string contentType = "video/mp4")
    {
        using var content = new ByteArrayContent(chunk);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (contentRange is not null)
            content.Headers.TryAddWithoutValidation("Content-Range", contentRange);
        using var response = await _http.PutAsync(url, content, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }
}
