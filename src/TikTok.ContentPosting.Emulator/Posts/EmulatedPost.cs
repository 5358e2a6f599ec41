using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A post that an init operation has opened.</summary>
public sealed class EmulatedPost
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TikTokEmulatorOptions _options;
    private readonly NewPost _post;
    private readonly long _newPostId;
    private readonly WebhookSender _webhooks;
    private readonly PostEvents _events;
    private PostProgress _progress;
    private ITimer? _timer;
    private bool _isScripted;
    private long _downloadedBytes;

    internal EmulatedPost(string publishId, NewPost post, PostScript? script, long newPostId, TikTokEmulatorOptions options, WebhookSender webhooks)
    {
        _time = options.TimeProvider;
        _options = options;
        _post = post;
        _newPostId = newPostId;
        _webhooks = webhooks;
        _events = new PostEvents(webhooks, publishId, post);
        OpenedAt = _time.GetUtcNow();
        PublishId = publishId;
        Upload = post.Media.Chunks is { } chunks ? new Upload(chunks, OpenedAt) : null;
        _isScripted = script is not null;
        script ??= Upload is null ? post.UsualEnd(options.ProcessingTime) : new PostScript().Then(post.Processing);
        _progress = new PostProgress(script, OpenedAt, Entered);
        Watch();
    }

    /// <summary>The key to the post's status.</summary>
    public string PublishId { get; }

    /// <summary>Whose post it is.</summary>
    public TikTokCreator Creator => _post.Creator;

    /// <summary>The operation that opened it.</summary>
    public EmulatorOperation Operation => _post.Operation;

    /// <summary>Whether it goes to the creator's inbox.</summary>
    public bool IsDraft => _post.IsDraft;

    /// <summary>When it was opened, by the emulator's clock.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>Where its media is pulled from; empty for an upload.</summary>
    public IReadOnlyList<string> MediaUrls => _post.Media.Urls;

    /// <summary>The SHA-256 of the uploaded video in lowercase hexadecimal; null until it is there, and when media is pulled.</summary>
    public string? UploadedSha256 => Upload?.Sha256;

    /// <summary>Its status at this moment. Reading it is not a poll.</summary>
    public string Status => Now().Status;

    /// <summary>The reason given with the status at this moment, if any.</summary>
    public string? FailReason => Now().FailReason;

    /// <summary>The ids of the public posts that came of it so far.</summary>
    public IReadOnlyList<long> PostIds => IdsOf(Now());

    internal Upload? Upload { get; }

    internal bool IsProcessing => Status is not (PublishStatuses.SendToUserInbox or PublishStatuses.PublishComplete or PublishStatuses.Failed);

    internal bool IsPending => IsDraft && Status is not (PublishStatuses.PublishComplete or PublishStatuses.Failed);

    /// <summary>Goes on with another script from now on: a creator who finishes a draft, an authorization that is withdrawn.</summary>
    /// <exception cref="ArgumentException">The script is empty.</exception>
    public void Continue(PostScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        lock (_lock)
        {
            Now();
            _progress = new PostProgress(script, _time.GetUtcNow(), Entered);
            _isScripted = true;
            Watch();
        }
    }

    /// <summary>The publish id and the status.</summary>
    public override string ToString() => $"{PublishId}: {Status}";

    /// <summary>The video is there: a post that nobody has scripted goes on.</summary>
    internal void UploadEnded()
    {
        lock (_lock)
        {
            if (_isScripted)
                return;
            _progress = new PostProgress(_post.UsualEnd(_options.ProcessingTime), _time.GetUtcNow(), Entered);
            Watch();
        }
    }

    /// <summary>While somebody wants webhooks, the post moves on by itself, and not only when it is looked at.</summary>
    internal void Watch()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = _webhooks.Url is not null && _progress.NextAt is { } next ? _time.CreateTimer(_ => MoveOn(), state: null, Later(next), Timeout.InfiniteTimeSpan) : null;
        }
    }

    /// <summary>The <c>data</c> of a status query.</summary>
    internal JsonObject Poll()
    {
        lock (_lock)
        {
            var step = _progress.Poll(_time.GetUtcNow());
            Watch();
            var data = new JsonObject { ["status"] = step.Status };
            if (step.FailReason is not null)
                data["fail_reason"] = step.FailReason;
            if (step.Status == PublishStatuses.PublishComplete || step.PostIds is not null)
                data["publicaly_available_post_id"] = _options.PostIdForm.Write(IdsOf(step));
            if (Upload is not null)
                data["uploaded_bytes"] = Upload.Received;
            else
                data["downloaded_bytes"] = DownloadedBytes(step);
            return data;
        }
    }

    /// <summary>What of it everybody can see.</summary>
    internal IReadOnlyList<EmulatedVideo> PublicVideos()
    {
        lock (_lock)
        {
            var step = _progress.Now(_time.GetUtcNow());
            return step.Status == PublishStatuses.PublishComplete
                ? [.. IdsOf(step).Select(id => new EmulatedVideo { Id = id, CreatedAt = OpenedAt, Description = _post.Caption ?? "", Title = _post.Caption ?? "" })]
                : [];
        }
    }

    private PostStep Now()
    {
        lock (_lock)
            return _progress.Now(_time.GetUtcNow());
    }

    private TimeSpan Later(DateTimeOffset next) => next - _time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private void MoveOn()
    {
        Now();
        Watch();
    }

    private void Entered(PostStep step, DateTimeOffset at) => _events.Entered(step, IdsOf(step), at);

    private IReadOnlyList<long> IdsOf(PostStep step) => step.PostIds ?? (_post.IsPublic && step.Status == PublishStatuses.PublishComplete ? [_newPostId] : []);

    /// <summary>Half of what is missing with each poll, all of it once the download is over, no more after a failure.</summary>
    private long DownloadedBytes(PostStep step) => _downloadedBytes = step.Status switch
    {
        PublishStatuses.ProcessingDownload => _downloadedBytes + ((_options.MediaBytes - _downloadedBytes) / 2),
        PublishStatuses.Failed => _downloadedBytes,
        _ => _options.MediaBytes,
    };
}
