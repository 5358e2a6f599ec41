using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TikTok.ContentPosting.Emulator;

/// <summary>
/// Sends webhooks one after another, so that what happened first is sent first, and sends again, at longer and longer intervals for 72 hours, what the app does not answer with 200.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Persistence = TimeSpan.FromHours(72);

    // Quotes inside a string are \", as TikTok has them.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TikTokEmulatorOptions _options;
    private readonly Lock _lock = new();
    private readonly List<EmulatedWebhook> _all = [];
    private readonly Queue<WebhookFault> _faults = [];
    private readonly List<EmulatedWebhook> _held = [];
    private readonly HashSet<ITimer> _timers = [];
    private readonly Channel<EmulatedWebhook> _due = Channel.CreateUnbounded<EmulatedWebhook>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;
    private WebhookTarget? _target;
    private int _underWay;
    private TaskCompletionSource? _idle;

    public WebhookSender(TikTokEmulatorOptions options)
    {
        _options = options;
        if (options.WebhookUrl is { } url)
            _target = new WebhookTarget(url, handler: null);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Where webhooks go to; null when none are sent.</summary>
    public Uri? Url => _target?.Url;

    public IReadOnlyList<EmulatedWebhook> ToList()
    {
        lock (_lock)
            return [.. _all];
    }

    public void SendTo(Uri? url, HttpMessageHandler? handler) => Interlocked.Exchange(ref _target, url is null ? null : new WebhookTarget(url, handler))?.Dispose();

    public void Add(WebhookFault fault, int times)
    {
        lock (_lock)
        {
            for (var i = 0; i < times; i++)
                _faults.Enqueue(fault);
        }
    }

    /// <summary>Sends an event, or does nothing when nobody wants webhooks.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="openId">Whom it is about; null for nobody.</param>
    /// <param name="content">Its content, which becomes text.</param>
    /// <param name="at">When it happened.</param>
    public void Send(string name, string? openId, JsonObject content, DateTimeOffset at)
    {
        if (_target is null)
            return;
        lock (_lock)
        {
            var webhook = new EmulatedWebhook(name, Body(name, openId, content, at), at, _faults.TryDequeue(out var fault) ? fault : null);
            if (_options.RecordRequests)
                _all.Add(webhook);
            if (fault?.IsHeld == true)
            {
                _held.Add(webhook);
                return;
            }
            if (fault?.IsLost == true)
                webhook.End(WebhookState.Lost);
            else if (fault?.Latency > TimeSpan.Zero)
                Schedule(webhook, fault.Latency);
            else
                Enqueue(webhook);
            _held.ForEach(Enqueue);
            _held.Clear();
        }
    }

    /// <summary>Waits until every webhook whose time has come was tried.</summary>
    public Task SettleAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _underWay == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        lock (_lock)
        {
            foreach (var timer in _timers)
                timer.Dispose();
            _timers.Clear();
            _idle?.TrySetResult();
        }
        SendTo(url: null, handler: null);
    }

    private ReadOnlyMemory<byte> Body(string name, string? openId, JsonObject content, DateTimeOffset at)
    {
        var body = new JsonObject { ["client_key"] = _options.ClientKey, ["event"] = name, ["create_time"] = at.ToUnixTimeSeconds() };
        if (openId is not null)
            body["user_openid"] = openId;
        body["content"] = Encoding.UTF8.GetString(Utf8(content));
        return Utf8(body);
    }

    private static byte[] Utf8(JsonObject json)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            json.WriteTo(writer);
        return buffer.ToArray();
    }

    private void Enqueue(EmulatedWebhook webhook)
    {
        webhook.Wait(until: null);
        _underWay++;
        _due.Writer.TryWrite(webhook);
    }

    private void Schedule(EmulatedWebhook webhook, TimeSpan pause)
    {
        webhook.Wait(_options.TimeProvider.GetUtcNow() + pause);
        var isOver = false;
        ITimer? timer = null;
        timer = _options.TimeProvider.CreateTimer(_ => End(), state: null, pause, Timeout.InfiniteTimeSpan);
        if (!isOver)
            _timers.Add(timer);

        void End()
        {
            lock (_lock)
            {
                isOver = true;
                if (timer is not null)
                    _timers.Remove(timer);
                timer?.Dispose();
                if (!_stopping.IsCancellationRequested)
                    Enqueue(webhook);
            }
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var webhook in _due.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                var at = _options.TimeProvider.GetUtcNow();
                var attempt = new WebhookAttempt(at, _target is { } target ? await target.PostAsync(webhook.Body, Signature(webhook, at), _stopping.Token).ConfigureAwait(false) : null);
                lock (_lock)
                {
                    webhook.Attempted(attempt);
                    if (!attempt.IsTaken)
                        TryLater(webhook);
                    else if (webhook.DeliveriesLeft > 0)
                        Enqueue(webhook);
                    if (--_underWay == 0)
                    {
                        _idle?.TrySetResult();
                        _idle = null;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The emulator stops.
        }
    }

    private string Signature(EmulatedWebhook webhook, DateTimeOffset at)
    {
        if (webhook.Signature is null || _options.SignsWebhookRetriesAnew)
            webhook.Signature = WebhookSigner.Sign(webhook.Fault?.IsForged == true ? _options.ClientSecret + "?" : _options.ClientSecret, at, webhook.Body.Span);
        return webhook.Signature;
    }

    private void TryLater(EmulatedWebhook webhook)
    {
        var attempts = webhook.Attempts;
        var failures = attempts.Count(static attempt => !attempt.IsTaken);
        var pause = FirstPause * Math.Pow(2, failures - 1);
        if (attempts[^1].At + pause - attempts[0].At > Persistence)
            webhook.End(WebhookState.GivenUp);
        else
            Schedule(webhook, pause);
    }
}
