namespace TikTok.ContentPosting.Emulator;

/// <summary>Something that goes wrong with a webhook. Immutable, so that one fault can spoil many.</summary>
public sealed class WebhookFault
{
    private WebhookFault()
    {
    }

    /// <summary>It is never sent.</summary>
    public static WebhookFault Lose { get; } = new() { IsLost = true };

    /// <summary>It is sent after the one that follows it.</summary>
    public static WebhookFault AfterNext { get; } = new() { IsHeld = true };

    /// <summary>It is signed with another secret, each time.</summary>
    public static WebhookFault WrongSignature { get; } = new() { IsForged = true };

    internal bool IsLost { get; private init; }

    internal bool IsHeld { get; private init; }

    internal bool IsForged { get; private init; }

    internal int Copies { get; private init; }

    internal TimeSpan Latency { get; private init; }

    /// <summary>It is sent again although the app has taken it.</summary>
    /// <param name="copies">How often.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="copies"/> is less than 1.</exception>
    public static WebhookFault Duplicate(int copies = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        return new WebhookFault { Copies = copies };
    }

    /// <summary>It is sent late.</summary>
    /// <param name="latency">How late, by the emulator's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="latency"/> is negative.</exception>
    public static WebhookFault Delay(TimeSpan latency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        return new WebhookFault { Latency = latency };
    }
}
