using System.Diagnostics;
using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>
/// An upload that was opened, as a value: what another process needs to go on with it, together with the same video. It comes in two parts that are stored apart:
/// <see cref="ToUtf8Json"/>, which has no secret, and <see cref="UploadUrl"/>, which is one.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VideoUploadSession
{
    /// <summary>How long an upload URL is good for, from the init on: the media transfer guide of TikTok's Content Posting API.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    internal VideoUploadSession(string publishId, bool isDraft, VideoUploadUrl uploadUrl, ChunkPlan plan, string mediaType, DateTimeOffset openedAt, VideoFingerprint fingerprint)
    {
        PublishId = publishId;
        IsDraft = isDraft;
        UploadUrl = uploadUrl;
        Plan = plan;
        MediaType = mediaType;
        OpenedAt = openedAt;
        Fingerprint = fingerprint;
    }

    /// <summary>The key to the post's status.</summary>
    public string PublishId { get; }

    /// <summary>Whether the video goes to the creator's inbox, and not to the profile.</summary>
    public bool IsDraft { get; }

    /// <summary>Where the bytes go: a secret.</summary>
    public VideoUploadUrl UploadUrl { get; }

    /// <summary>How the video is cut, as TikTok was told.</summary>
    public ChunkPlan Plan { get; }

    /// <summary>What the video is sent as.</summary>
    public string MediaType { get; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>When the upload URL stops to work: an hour after the opening. No chunk is begun then.</summary>
    public DateTimeOffset ExpiresAt => OpenedAt + Lifetime;

    /// <summary>How many bytes TikTok is known to have. It may have more: its own word is asked for when an upload goes on.</summary>
    public long UploadedBytes { get; private init; }

    /// <summary>Whether TikTok has the whole video.</summary>
    public bool IsComplete => UploadedBytes == Plan.VideoSize;

    internal VideoFingerprint Fingerprint { get; }

    /// <summary>Whether nobody has sent anything yet.</summary>
    internal bool IsNew { get; private init; }

    /// <summary>Writes the session without its secret.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public byte[] ToUtf8Json() => VideoUploadSessionJson.Write(this);

    /// <summary>Reads what <see cref="ToUtf8Json"/> wrote.</summary>
    /// <param name="utf8Json">JSON in UTF-8.</param>
    /// <param name="uploadUrl">The secret that belongs to it, from <see cref="VideoUploadUrl.Reveal"/>.</param>
    /// <returns>The session.</returns>
    /// <exception cref="FormatException">It is no session.</exception>
    public static VideoUploadSession Parse(ReadOnlyMemory<byte> utf8Json, string uploadUrl)
    {
        ArgumentException.ThrowIfNullOrEmpty(uploadUrl);
        return VideoUploadSessionJson.Read(utf8Json, new VideoUploadUrl(uploadUrl));
    }

    /// <summary>The publish id and how far the upload is; never the URL.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PublishId}: {UploadedBytes} of {Plan.VideoSize} bytes");

    internal VideoUploadSession AsNew() => Copy(0, isNew: true);

    internal VideoUploadSession At(long uploadedBytes) => Copy(uploadedBytes, isNew: false);

    private VideoUploadSession Copy(long uploadedBytes, bool isNew) =>
        new(PublishId, IsDraft, UploadUrl, Plan, MediaType, OpenedAt, Fingerprint) { UploadedBytes = uploadedBytes, IsNew = isNew };
}
