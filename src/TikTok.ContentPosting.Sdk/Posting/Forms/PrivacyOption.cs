namespace TikTok.ContentPosting;

/// <summary>A privacy level that the creator can choose.</summary>
/// <param name="Level">The level.</param>
/// <param name="Label">What it says.</param>
/// <param name="IsSelected">Whether the creator has chosen it. At first none is.</param>
/// <param name="IsEnabled">Whether it can be chosen; a form shows it in grey when not.</param>
/// <param name="Reason">Why it cannot be chosen; null when it can.</param>
public sealed record PrivacyOption(PrivacyLevel Level, FormText Label, bool IsSelected, bool IsEnabled, FormText? Reason);
