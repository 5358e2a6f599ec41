using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A post that an init operation has opened.</summary>
public sealed class EmulatedPost
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _mediaBytes;
    private readonly long _newPostId;
    private PostProgress _progress;
    private long _downloadedBytes;

    internal EmulatedPost(string publishId, NewPost post, PostScript script, long newPostId, TikTokEmulatorOptions options)
    {
        _time = options.TimeProvider;
        _mediaBytes = options.MediaBytes;
        _newPostId = newPostId;
        OpenedAt = _time.GetUtcNow();
        PublishId = publishId;
        Creator = post.Creator;
        Operation = post.Operation;
        IsDraft = post.IsDraft;
        IsPublic = post.IsPublic;
        MediaUrls = post.MediaUrls;
        _progress = new PostProgress(script, OpenedAt);
    }

    /// <summary>The key to the post's status.</summary>
    public string PublishId { get; }

    /// <summary>Whose post it is.</summary>
    public TikTokCreator Creator { get; }

    /// <summary>The operation that opened it.</summary>
    public EmulatorOperation Operation { get; }

    /// <summary>Whether it goes to the creator's inbox.</summary>
    public bool IsDraft { get; }

    /// <summary>When it was opened, by the emulator's clock.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>Where its media is pulled from; empty for an upload.</summary>
    public IReadOnlyList<string> MediaUrls { get; }

    /// <summary>Its status at this moment. Reading it is not a poll.</summary>
    public string Status => Now().Status;

    /// <summary>The reason given with the status at this moment, if any.</summary>
    public string? FailReason => Now().FailReason;

    internal bool IsPublic { get; }

    internal bool IsPending => IsDraft && Status is not (PublishStatuses.PublishComplete or PublishStatuses.Failed);

    /// <summary>Goes on with another script from now on: a creator who finishes a draft, an authorization that is withdrawn.</summary>
    /// <exception cref="ArgumentException">The script is empty.</exception>
    public void Continue(PostScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        lock (_lock)
            _progress = new PostProgress(script, _time.GetUtcNow());
    }

    /// <summary>The publish id and the status.</summary>
    public override string ToString() => $"{PublishId}: {Status}";

    /// <summary>The <c>data</c> of a status query.</summary>
    internal JsonObject Poll()
    {
        lock (_lock)
        {
            var step = _progress.Poll(_time.GetUtcNow());
            var data = new JsonObject { ["status"] = step.Status };
            if (step.FailReason is not null)
                data["fail_reason"] = step.FailReason;
            if (step.Status == PublishStatuses.PublishComplete || step.PostIds is not null)
                data["publicaly_available_post_id"] = PostIds(step);
            if (MediaUrls.Count == 0)
                data["uploaded_bytes"] = 0L;
            else
                data["downloaded_bytes"] = DownloadedBytes(step);
            return data;
        }
    }

    private PostStep Now()
    {
        lock (_lock)
            return _progress.Now(_time.GetUtcNow());
    }

    private JsonArray PostIds(PostStep step)
    {
        var ids = new JsonArray();
        foreach (var id in step.PostIds ?? (IsPublic ? [_newPostId] : []))
            ids.Add((JsonNode)id);
        return ids;
    }

    /// <summary>Half of what is missing with each poll, all of it once the download is over, no more after a failure.</summary>
    private long DownloadedBytes(PostStep step) => _downloadedBytes = step.Status switch
    {
        PublishStatuses.ProcessingDownload => _downloadedBytes + ((_mediaBytes - _downloadedBytes) / 2),
        PublishStatuses.Failed => _downloadedBytes,
        _ => _mediaBytes,
    };
}
