using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>An app with everything that an app has: services, logs of every level, traces, checkpoints; and all that it says, to be searched.</summary>
internal sealed class ChaosStage : ILoggerProvider, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _said = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly ActivityListener _listener;
    private readonly ServiceProvider _services;

    private ChaosStage(TikTokEmulator emulator, JumpingTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        _secrets.Add(emulator.AccessToken);
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Arazzo.Runtime" or "TikTok.ContentPosting" or "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Say($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(_listener);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        services.AddTikTokContentPosting(options =>
        {
            options.BaseAddress = emulator.BaseAddress;
            options.AccessToken = emulator.AccessToken;
            options.TimeProvider = time;
            // Minutes are over in no time here.
            options.Quotas.Reads = QuotaMode.Off;
        });
        _services = services.BuildServiceProvider();
    }

    public TikTokEmulator Emulator { get; }

    public JumpingTimeProvider Time { get; }

    public WorkflowOptions WorkflowOptions => new()
    {
        TimeProvider = Time,
        Polling = Polling,
        Progress = new Ear<WorkflowProgress>(progress => Say($"{progress} {string.Join(' ', progress.Outputs)}")),
        Checkpoint = (checkpoint, _) =>
        {
            Say(Encoding.UTF8.GetString(checkpoint.ToUtf8Json()) + checkpoint);
            return ValueTask.CompletedTask;
        },
    };

    public VideoUploadOptions UploadOptions(Action<VideoUploadSession> onCheckpoint) => new()
    {
        Wait = WaitOptions,
        Progress = new Ear<VideoUploadProgress>(progress => Say(progress.ToString())),
        Checkpoint = (session, _) =>
        {
            onCheckpoint(session);
            AddSecret(session.UploadUrl.Reveal());
            Say(Encoding.UTF8.GetString(session.ToUtf8Json()) + session);
            return ValueTask.CompletedTask;
        },
    };

    public static WaitOptions WaitOptions => new() { Polling = Polling };

    // Shorter than the limit of an attempt, which the clock does not jump over.
    private static PollingOptions Polling => new() { FirstDelay = TimeSpan.FromSeconds(2), MaximumDelay = TimeSpan.FromSeconds(20), TotalTimeout = TimeSpan.FromMinutes(3) };

    public static async Task<ChaosStage> SetAsync(CancellationToken cancellationToken)
    {
        var time = new JumpingTimeProvider();
        var options = new TikTokEmulatorOptions
        {
            TimeProvider = time,
            EnforceRateLimits = false,
            PendingDraftLimit = null,
            DailyPostLimit = null,
            RecordRequests = false,
        };
        return new ChaosStage(await TikTokEmulator.StartAsync(options, cancellationToken), time);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Say(string text)
    {
        lock (_lock)
        {
            _said.AppendLine(text);
        }
    }

    /// <summary>The secrets that stand in something that was said. Everything is: what each attempt said is forgotten after this.</summary>
    public bool HasToldASecret()
    {
        lock (_lock)
        {
            var said = _said.ToString();
            _said.Clear();
            return _secrets.Any(secret => said.Contains(secret, StringComparison.Ordinal));
        }
    }

    public ILogger CreateLogger(string categoryName) => new Listener(this);

    public void Dispose()
    {
        // The stage owns the services, not the other way round.
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    private void AddSecret(string uploadUrl)
    {
        lock (_lock)
        {
            _secrets.Add(uploadUrl[(uploadUrl.IndexOf("upload_token=", StringComparison.Ordinal) + "upload_token=".Length)..]);
        }
    }

    private sealed class Ear<T>(Action<T> hear) : IProgress<T>
    {
        public void Report(T value) => hear(value);
    }

    private sealed class Listener(ChaosStage stage) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            stage.Say(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            stage.Say($"{formatter(state, exception)} {exception}");
    }
}
