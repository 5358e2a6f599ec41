namespace TikTok.ContentPosting.Tests.Harness;

/// <summary>TikTok's emulator, a client for it, and one clock for both.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public static readonly Uri Video = new("https://media.example.com/clip.mp4");

    private readonly Lock _lock = new();
    private readonly List<WorkflowProgress> _progress = [];
    private readonly List<byte[]> _checkpoints = [];

    private Stage(TikTokEmulator emulator, JumpingTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        Client = CreateClient();
        Account = CreateClient(options => options.AccessTokenProvider = new StaticAccessTokenProvider(emulator.AccessToken));
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public TikTokEmulator Emulator { get; }

    public JumpingTimeProvider Time { get; }

    public ContentPostingClient Client { get; }

    /// <summary>A client that sends the token of the emulator's creator by itself.</summary>
    public ContentPostingClient Account { get; }

    public InboxDraftUploadInputs Inputs => new() { AccessToken = Emulator.AccessToken, VideoUrl = Video };

    public InboxDraftUploadCredentials Credentials => new() { AccessToken = Emulator.AccessToken };

    public IReadOnlyList<WorkflowProgress> Progress
    {
        get
        {
            lock (_lock)
            {
                return [.. _progress];
            }
        }
    }

    /// <summary>What a run has handed out, as another machine would get it.</summary>
    public IReadOnlyList<byte[]> Checkpoints
    {
        get
        {
            lock (_lock)
            {
                return [.. _checkpoints];
            }
        }
    }

    public int InitsReceived => Received(EmulatorOperation.InitInboxVideoUpload);

    public static async Task<Stage> SetAsync(bool isAudited = true, int? draftLimit = 5, bool enforceRateLimits = true)
    {
        var time = new JumpingTimeProvider();
        return new Stage(await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { TimeProvider = time, IsAudited = isAudited, PendingDraftLimit = draftLimit, EnforceRateLimits = enforceRateLimits }, Cancellation), time);
    }

    public ContentPostingClient CreateClient(Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { BaseAddress = Emulator.BaseAddress, TimeProvider = Time };
        configure?.Invoke(options);
        return new ContentPostingClient(options);
    }

    public int Received(EmulatorOperation operation) => Emulator.Requests.Count(request => request.Operation == operation);

    public Task<WorkflowResult<InboxDraftUploadOutputs>> RunAsync(Action<WorkflowProgress>? onProgress = null, CancellationToken? cancellation = null) =>
        InboxDraftUploadWorkflow.RunAsync(Client, Inputs, Options(onProgress), cancellation ?? Cancellation);

    /// <summary>Opens a draft that goes its way by a script.</summary>
    /// <returns>Its publish id.</returns>
    public async Task<string> OpenDraftAsync(PostScript script)
    {
        Emulator.NextPost(script);
        var opened = await Account.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Video } }, cancellationToken: Cancellation);
        return opened.Data!.PublishId!;
    }

    /// <summary>Goes on from stored JSON as another process would: with a client of its own.</summary>
    public async Task<WorkflowResult<InboxDraftUploadOutputs>> ResumeElsewhereAsync(ReadOnlyMemory<byte> stored)
    {
        using var client = CreateClient();
        return await InboxDraftUploadWorkflow.ResumeAsync(client, WorkflowCheckpoint.Parse(stored), Credentials, Options(), Cancellation);
    }

    public WorkflowOptions Options(Action<WorkflowProgress>? onProgress = null) => new()
    {
        TimeProvider = Time,
        Progress = new Recorder(this, onProgress),
        Checkpoint = (checkpoint, _) =>
        {
            lock (_lock)
            {
                _checkpoints.Add(checkpoint.ToUtf8Json());
            }
            return ValueTask.CompletedTask;
        },
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Account.Dispose();
        await Emulator.DisposeAsync();
    }

    private sealed class Recorder(Stage stage, Action<WorkflowProgress>? next) : IProgress<WorkflowProgress>
    {
        public void Report(WorkflowProgress value)
        {
            lock (stage._lock)
            {
                stage._progress.Add(value);
            }
            next?.Invoke(value);
        }
    }
}
