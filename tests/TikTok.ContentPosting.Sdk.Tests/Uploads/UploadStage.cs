using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using TikTok.ContentPosting.Tests.Harness;
using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>TikTok's emulator, a creator's client for it, uploads, and one clock for all.</summary>
internal sealed class UploadStage : IAsyncDisposable
{
    /// <summary>Three chunks of a little over 5 MB.</summary>
    public const int Size = 16_000_003;
    public const int ChunkSize = 5_300_000;

    private readonly Lock _lock = new();
    private readonly List<VideoUploadProgress> _progress = [];
    private readonly List<(byte[] Json, string Url)> _stored = [];

    private UploadStage(TikTokEmulator emulator, FakeTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        Client = CreateClient();
        Uploads = new VideoUploads(Client);
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A movie by its headers, and noise after them.</summary>
    public static byte[] Bytes { get; } = MakeBytes();

    public static VideoFile Video => VideoFile.FromStream(new MemoryStream(Bytes));

    public TikTokEmulator Emulator { get; }

    public FakeTimeProvider Time { get; }

    public ContentPostingClient Client { get; }

    public VideoUploads Uploads { get; }

    public EmulatedPost Post => Emulator.Posts[0];

    public IReadOnlyList<VideoUploadProgress> Progress => Copy(_progress);

    /// <summary>What an upload has handed out, as another process would get it.</summary>
    public IReadOnlyList<(byte[] Json, string Url)> Stored => Copy(_stored);

    public IReadOnlyList<ReceivedRequest> Puts => [.. Emulator.Requests.Where(static request => request.Operation == EmulatorOperation.UploadChunk)];

    public static async Task<UploadStage> SetAsync(bool jumping = true)
    {
        var time = jumping ? new JumpingTimeProvider() : new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        return new UploadStage(await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { TimeProvider = time }, Cancellation), time);
    }

    public static VideoFile Forward() => VideoFile.FromStream(new ForwardStream(new MemoryStream(Bytes), most: 100_001), Size);

    public ContentPostingClient CreateClient() => new(new ApiClientOptions
    {
        BaseAddress = Emulator.BaseAddress,
        TimeProvider = Time,
        AccessTokenProvider = new StaticAccessTokenProvider(Emulator.AccessToken),
        Resilience = { MaxRetries = 0 },
    });

    public VideoUploadOptions Options(Action<VideoUploadProgress>? onProgress = null, Action<VideoUploadSession>? onCheckpoint = null) => new()
    {
        ChunkSize = ChunkSize,
        Progress = new Recorder(this, onProgress),
        Checkpoint = (session, _) =>
        {
            lock (_lock)
            {
                _stored.Add((session.ToUtf8Json(), session.UploadUrl.Reveal()));
            }
            onCheckpoint?.Invoke(session);
            return ValueTask.CompletedTask;
        },
    };

    public async Task<VideoUploadSession> UploadAsync(VideoFile? video = null, VideoUploadOptions? options = null, CancellationToken? cancellation = null)
    {
        video ??= Video;
        options ??= Options();
        var session = await Uploads.OpenDraftAsync(video, options, cancellation ?? Cancellation);
        return await Uploads.SendAsync(session, video, options, cancellation ?? Cancellation);
    }

    /// <summary>Goes on with what was stored last, as another process would: with a client of its own.</summary>
    public async Task<VideoUploadSession> ResumeElsewhereAsync(VideoFile? video = null)
    {
        var (json, url) = Stored[^1];
        using var client = CreateClient();
        using var uploads = new VideoUploads(client);
        return await uploads.SendAsync(VideoUploadSession.Parse(json, url), video ?? Video, Options(), Cancellation);
    }

    /// <summary>TikTok has the video, byte for byte, and one post.</summary>
    public void ShouldHaveArrived()
    {
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes)), Assert.Single(Emulator.Posts).UploadedSha256);
        Assert.Single(Emulator.Requests, static request => request.Operation == EmulatorOperation.InitInboxVideoUpload);
        Assert.All(Puts, static put => Assert.Null(put.AccessToken));
    }

    public async ValueTask DisposeAsync()
    {
        Uploads.Dispose();
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    private static byte[] MakeBytes()
    {
        var bytes = Movie.Mp4(media: Size - Movie.Mp4(media: 0).Length);
        new Random(7).NextBytes(bytes.AsSpan(3000));
        return bytes;
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }

    private sealed class Recorder(UploadStage stage, Action<VideoUploadProgress>? next) : IProgress<VideoUploadProgress>
    {
        public void Report(VideoUploadProgress value)
        {
            lock (stage._lock)
            {
                stage._progress.Add(value);
            }
            next?.Invoke(value);
        }
    }
}
