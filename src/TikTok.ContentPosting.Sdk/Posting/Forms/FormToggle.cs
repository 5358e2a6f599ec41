namespace TikTok.ContentPosting;

/// <summary>A switch of a post form.</summary>
/// <param name="Label">What it says.</param>
/// <param name="IsOn">Whether it is on; never when it cannot be switched.</param>
/// <param name="IsEnabled">Whether the creator can switch it; a form shows it in grey when not.</param>
/// <param name="Reason">Why it cannot be switched; null when it can.</param>
public sealed record FormToggle(FormText Label, bool IsOn, bool IsEnabled, FormText? Reason);
