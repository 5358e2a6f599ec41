using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TikTok.ContentPosting.AspNetCore;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>A web app with everything that an app has: services, webhooks, logs of every level, traces, checkpoints; and all that it says, to be searched.</summary>
internal sealed class ChaosStage : ILoggerProvider, IAsyncDisposable
{
    private const string ClientSecret = "the secret of the app in chaos";

    private readonly Lock _lock = new();
    private readonly StringBuilder _said = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly ActivityListener _listener;
    private readonly WebApplication _app;

    private ChaosStage(TikTokEmulator emulator, JumpingTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        _secrets.Add(emulator.AccessToken);
        _secrets.Add(ClientSecret);
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Arazzo.Runtime" or "TikTok.ContentPosting" or "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Say($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(_listener);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(this);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddTikTokContentPosting(options =>
        {
            options.BaseAddress = emulator.BaseAddress;
            options.AccessToken = emulator.AccessToken;
            options.TimeProvider = time;
            // Minutes are over in no time here.
            options.Quotas.Reads = QuotaMode.Off;
        });
        builder.Services.AddTikTokWebhooks(options => options.ClientSecrets.Add(ClientSecret));
        _app = builder.Build();
        _app.MapTikTokWebhooks("/webhooks", (webhook, _) => Events.HandleAsync(webhook));
    }

    public TikTokEmulator Emulator { get; }

    public JumpingTimeProvider Time { get; }

    public ChaosEvents Events { get; } = new();

    /// <summary>How many waits a webhook has ended.</summary>
    public int WaitsEndedByWebhooks { get; private set; }

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
        Wait = new WaitOptions { Polling = Polling, Notifications = Get<PublishNotifications>() },
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
            ClientSecret = ClientSecret,
        };
        var stage = new ChaosStage(await TikTokEmulator.StartAsync(options, cancellationToken), time);
        await stage._app.StartAsync(cancellationToken);
        stage.Emulator.SendWebhooksTo(new Uri("https://app.example.com/webhooks"), stage._app.GetTestServer().CreateHandler());
        return stage;
    }

    /// <summary>
    /// Waits until a draft is delivered, as on another machine than the one that webhooks come to, and on a clock that goes on only when no webhook has come that could end the delay.
    /// </summary>
    public async Task<PostOutcome> WaitForWebhookAsync(string publishId, CancellationToken cancellationToken)
    {
        var there = new PublishNotifications();
        using var here = Get<PublishNotifications>().Subscribe(publishId);
        PostEvent? told = null;
        var isByWebhook = false;
        var clock = new DelayClock(Polling.MaximumDelay, async (clock, delay) =>
        {
            await Emulator.WebhooksSettledAsync(cancellationToken);
            isByWebhook = here.Latest is { } latest && !ReferenceEquals(latest, told);
            if (isByWebhook)
            {
                there.Notify(told = here.Latest!);
            }
            else
            {
                clock.Advance(delay);
            }
        });
        var options = new WaitOptions { Polling = Polling, Notifications = there, TimeProvider = clock };
        options.Polling.Jitter = 0;
        var outcome = await Get<ContentPostingClient>().WaitUntilDeliveredAsync(publishId, options, cancellationToken);
        WaitsEndedByWebhooks += isByWebhook ? 1 : 0;
        return outcome;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

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
        await _app.DisposeAsync();
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
