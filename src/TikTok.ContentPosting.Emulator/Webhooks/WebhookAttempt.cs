namespace TikTok.ContentPosting.Emulator;

/// <summary>One attempt to deliver a webhook.</summary>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="StatusCode">The status of the answer; null when none came.</param>
public sealed record WebhookAttempt(DateTimeOffset At, int? StatusCode)
{
    /// <summary>Whether the app has taken it: only 200 says so.</summary>
    public bool IsTaken => StatusCode == 200;
}
