using System.Text;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A webhook that the emulator sends, with all attempts to deliver it.</summary>
public sealed class EmulatedWebhook
{
    private readonly Lock _lock = new();
    private readonly List<WebhookAttempt> _attempts = [];
    private WebhookState _state;
    private DateTimeOffset? _nextAttemptAt;

    internal EmulatedWebhook(string name, ReadOnlyMemory<byte> body, DateTimeOffset createdAt, WebhookFault? fault)
    {
        Event = name;
        Body = body;
        CreatedAt = createdAt;
        Fault = fault;
        DeliveriesLeft = 1 + (fault?.Copies ?? 0);
    }

    /// <summary>The event's name, such as <c>post.publish.complete</c>.</summary>
    public string Event { get; }

    /// <summary>The body's bytes, which the signature is over.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>When it happened, by the emulator's clock.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>How far it has come.</summary>
    public WebhookState State
    {
        get
        {
            lock (_lock)
                return _state;
        }
    }

    /// <summary>What became of each attempt so far, oldest first. A copy, which does not grow.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts
    {
        get
        {
            lock (_lock)
                return [.. _attempts];
        }
    }

    /// <summary>When it is tried again, by the emulator's clock; null when that is at once, or never.</summary>
    public DateTimeOffset? NextAttemptAt
    {
        get
        {
            lock (_lock)
                return _nextAttemptAt;
        }
    }

    internal WebhookFault? Fault { get; }

    internal int DeliveriesLeft { get; private set; }

    /// <summary>The header of the first attempt, which later ones repeat unless each is signed anew.</summary>
    internal string? Signature { get; set; }

    /// <summary>The event's name and the state.</summary>
    public override string ToString() => $"{Event}: {State}";

    internal void Wait(DateTimeOffset? until)
    {
        lock (_lock)
            (_state, _nextAttemptAt) = (WebhookState.Waiting, until);
    }

    internal void End(WebhookState state)
    {
        lock (_lock)
            (_state, _nextAttemptAt) = (state, null);
    }

    internal void Attempted(WebhookAttempt attempt)
    {
        lock (_lock)
        {
            _attempts.Add(attempt);
            if (!attempt.IsTaken)
                return;
            DeliveriesLeft--;
            (_state, _nextAttemptAt) = (WebhookState.Delivered, null);
        }
    }
}
