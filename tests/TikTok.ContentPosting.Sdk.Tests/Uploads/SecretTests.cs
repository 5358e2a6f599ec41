using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>The upload URL and the access token are in no text that leaves the SDK, and the token is on no chunk, whatever the program adds to its clients.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task Neither_is_in_progress_sessions_exceptions_spans_or_measurements()
    {
        await using var stage = await UploadStage.SetAsync();
        var texts = new ConcurrentBag<string>();
        using var spans = new ActivityListener
        {
            // Those of System.Net.Http, too.
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => texts.Add(
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => texts.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => texts.Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        meters.Start();

        foreach (var status in new[] { 302, 400, 403, 404, 416, 418, 500, 503 })
        {
            // Drafts that wait are limited.
            stage.Time.Advance(TimeSpan.FromDays(1));
            stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(status), times: 6);
            var failure = await Assert.ThrowsAnyAsync<VideoUploadException>(() => stage.UploadAsync());
            texts.Add(failure.ToString());
            texts.Add(failure.Session.ToString());
            texts.Add(JsonSerializer.Serialize(failure.Session));
            while (stage.Puts.Count % 6 != 0)
            {
                // What is left of the faults.
                await Assert.ThrowsAnyAsync<VideoUploadException>(() => stage.Uploads.SendAsync(failure.Session, UploadStage.Video, new VideoUploadOptions { MaxRetries = 0 }, UploadStage.Cancellation));
            }
        }
        await stage.UploadAsync();
        texts.Add(stage.Uploads.ToString()!);
        foreach (var progress in stage.Progress)
        {
            texts.Add(progress.ToString());
        }
        foreach (var (json, url) in stage.Stored)
        {
            texts.Add(Encoding.UTF8.GetString(json));
            texts.Add(VideoUploadSession.Parse(json, url).ToString());
            texts.Add(VideoUploadSession.Parse(json, url).UploadUrl.ToString());
        }

        Assert.Contains(texts, static text => text.Contains("upload chunk", StringComparison.Ordinal));
        Assert.Contains(texts, static text => text.Contains("tiktok.upload.bytes", StringComparison.Ordinal));
        var secrets = stage.Stored.Select(static stored => stored.Url.Split("upload_token=")[1]).Append(stage.Emulator.AccessToken).Distinct().ToList();
        Assert.All(texts, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_program_adds_to_its_clients_stays_away_from_the_chunks()
    {
        await using var stage = await UploadStage.SetAsync();
        var logs = new RecordingLoggers();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddTransient<BearerHandler>();
        services.ConfigureHttpClientDefaults(static builder => builder
            .AddHttpMessageHandler<BearerHandler>()
            .ConfigureHttpClient(static http =>
            {
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "of-the-program");
                http.DefaultRequestHeaders.Add("Cookie", "session=1");
                http.Timeout = TimeSpan.FromMilliseconds(1);
            }));
        services.AddSingleton<TimeProvider>(stage.Time);
        services.AddTikTokContentPosting(options =>
        {
            options.BaseAddress = stage.Emulator.BaseAddress;
            options.AccessToken = stage.Emulator.AccessToken;
        });
        var requests = 0;
        services.AddHttpClient(VideoUploads.HttpClientName).AddHttpMessageHandler(() => new CountingHandler(() => Interlocked.Increment(ref requests)));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<VideoUploads>().SendDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        stage.ShouldHaveArrived();
        Assert.Equal(3, requests);
        Assert.All(stage.Puts, static put => Assert.Equal(["Content-Length", "Content-Range", "Content-Type", "Host"], put.Headers.Keys.Order()));
        var secret = stage.Stored[0].Url.Split("upload_token=")[1];
        Assert.DoesNotContain(logs.Texts, text => text.Contains(secret, StringComparison.Ordinal) || text.Contains("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_of_ones_own_gets_requests_without_headers_of_others()
    {
        await using var stage = await UploadStage.SetAsync();
        using var uploads = new VideoUploads(stage.Client, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        await uploads.SendDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        stage.ShouldHaveArrived();
    }

    private sealed class BearerHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Put)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "of-a-handler");
            }
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A handler that the program adds to uploads on purpose; it authenticates, too.</summary>
    private sealed class CountingHandler(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "on-purpose");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RecordingLoggers : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Texts { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Texts.Add(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Texts.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
