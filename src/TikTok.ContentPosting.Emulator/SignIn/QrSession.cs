namespace TikTok.ContentPosting.Emulator;

/// <summary>A sign-in by QR code.</summary>
internal sealed class QrSession(IReadOnlyList<string> scopes, string? state, DateTimeOffset expiresAt)
{
    public IReadOnlyList<string> Scopes { get; } = scopes;

    public string? State { get; } = state;

    public DateTimeOffset ExpiresAt { get; set; } = expiresAt;

    public string ClientTicket { get; set; } = "";

    public TikTokCreator? ScannedBy { get; set; }

    /// <summary>The code, once the creator has consented.</summary>
    public string? Code { get; set; }

    public bool IsUsed { get; set; }
}
