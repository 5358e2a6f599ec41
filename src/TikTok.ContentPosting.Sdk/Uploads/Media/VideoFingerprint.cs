namespace TikTok.ContentPosting;

/// <summary>What tells one video from another of the same length.</summary>
/// <param name="Head">The SHA-256 of its first 64 KiB in lowercase hexadecimal.</param>
/// <param name="Tail">That of its last; null when the end cannot be read first.</param>
internal sealed record VideoFingerprint(string Head, string? Tail)
{
    public bool Matches(VideoFingerprint other) => Head == other.Head && (Tail is null || other.Tail is null || Tail == other.Tail);
}
