namespace TikTok.ContentPosting.Emulator;

/// <summary>A code that waits to be exchanged. It works once.</summary>
/// <param name="Grant">The consent.</param>
/// <param name="RedirectUri">Where the browser was sent back to.</param>
/// <param name="Challenge">The PKCE challenge; null without one.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record AuthorizationCode(Grant Grant, string RedirectUri, string? Challenge, DateTimeOffset ExpiresAt);
