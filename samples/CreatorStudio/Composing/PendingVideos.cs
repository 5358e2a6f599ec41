using System.Collections.Concurrent;

namespace CreatorStudio.Composing;

/// <summary>Posts that are complete but for the video, which the browser sends next.</summary>
public sealed class PendingVideos
{
    private readonly ConcurrentDictionary<(string OpenId, string Id), ComposedPost> _posts = new();

    public void Add(string openId, string id, ComposedPost post) => _posts[(openId, id)] = post;

    public ComposedPost? Take(string openId, string id) => _posts.TryRemove((openId, id), out var post) ? post : null;
}
