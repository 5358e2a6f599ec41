using System.Globalization;

namespace TikTok.ContentPosting.Emulator;

/// <summary>All posts, and the scripts of those to come.</summary>
internal sealed class PostBook(TikTokEmulatorOptions options, WebhookSender webhooks)
{
    // Numbers of TikTok's size: 19 digits, which a double cannot hold.
    private const long FirstPublishNumber = 7_481_029_384_756_102_931;
    private const long FirstPostId = 7_602_997_517_160_123_457;

    private readonly Lock _lock = new();
    private readonly List<EmulatedPost> _posts = [];
    private readonly Dictionary<string, EmulatedPost> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<TikTokCreator, List<EmulatedPost>> _byCreator = [];
    private readonly Queue<PostScript> _scripts = [];

    public IReadOnlyList<EmulatedPost> ToList()
    {
        lock (_lock)
            return [.. _posts];
    }

    public void Script(PostScript script)
    {
        if (script.Steps.Count == 0)
            throw new ArgumentException("A script needs at least one step.", nameof(script));
        lock (_lock)
            _scripts.Enqueue(script);
    }

    public EmulatedPost Open(NewPost post)
    {
        lock (_lock)
            return Add(string.Create(CultureInfo.InvariantCulture, $"{post.IdPrefix}{FirstPublishNumber + _posts.Count}"), post);
    }

    /// <exception cref="ArgumentException">There is a post of this publish id.</exception>
    public EmulatedPost Restore(string publishId, NewPost post)
    {
        lock (_lock)
        {
            return _byId.ContainsKey(publishId)
                ? throw new ArgumentException("There is a post of this publish id.", nameof(publishId))
                : Add(publishId, post);
        }
    }

    /// <exception cref="RefusalException">There is no such post, or it is another creator's.</exception>
    public EmulatedPost Find(string publishId, TikTokCreator creator)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(publishId, out var post))
                throw new RefusalException(ErrorCodes.InvalidPublishId, "There is no such publish_id.");
            return post.Creator == creator
                ? post
                : throw new RefusalException(ErrorCodes.TokenNotAuthorizedForSpecifiedPublishId, "The publish_id belongs to another creator.");
        }
    }

    /// <summary>The post that an upload URL is for, or null.</summary>
    public EmulatedPost? FindUpload(string uploadId, string token)
    {
        lock (_lock)
            return _byId.TryGetValue(uploadId, out var post) && post.Upload?.Token == token ? post : null;
    }

    /// <summary>How many of a creator's posts of the last 24 hours match.</summary>
    public int CountOfDay(TikTokCreator creator, DateTimeOffset now, Func<EmulatedPost, bool> matches)
    {
        lock (_lock)
        {
            return _byCreator.TryGetValue(creator, out var posts)
                ? posts.Count(post => now - post.OpenedAt < TimeSpan.FromDays(1) && matches(post))
                : 0;
        }
    }

    /// <summary>How many creators have made direct posts within the last 24 hours, if this one has not; else as many as leave room for it.</summary>
    public int OtherCreatorsOfDay(TikTokCreator creator, DateTimeOffset now)
    {
        lock (_lock)
        {
            var active = _byCreator.Where(entry => entry.Value.Exists(post => !post.IsDraft && now - post.OpenedAt < TimeSpan.FromDays(1))).Select(static entry => entry.Key).ToList();
            return active.Contains(creator) ? 0 : active.Count;
        }
    }

    private EmulatedPost Add(string publishId, NewPost post)
    {
        var script = _scripts.TryDequeue(out var scripted) ? scripted : null;
        var opened = new EmulatedPost(publishId, post, script, FirstPostId + _posts.Count, options, webhooks);
        _posts.Add(opened);
        _byId.Add(publishId, opened);
        if (!_byCreator.TryGetValue(post.Creator, out var ofCreator))
            _byCreator.Add(post.Creator, ofCreator = []);
        ofCreator.Add(opened);
        return opened;
    }
}
