using System.Globalization;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Tells the app what happens to one post.</summary>
internal sealed class PostEvents(WebhookSender webhooks, string publishId, NewPost post)
{
    private readonly HashSet<long> _public = [];
    private string? _status;

    /// <summary>The post has entered a step of its script.</summary>
    /// <param name="step">The step.</param>
    /// <param name="postIds">The ids under which everybody can see it.</param>
    /// <param name="at">When.</param>
    public void Entered(PostStep step, IReadOnlyList<long> postIds, DateTimeOffset at)
    {
        if (step.Status != _status && NameOf(step.Status) is { } name)
            Send(name, at, content => AddReason(content, step.FailReason));
        _status = step.Status;

        foreach (var id in postIds.Where(_public.Add))
            Send("post.publish.publicly_available", at, content => AddPostId(content, id));
        foreach (var id in _public.Except(postIds).ToList())
        {
            _public.Remove(id);
            Send("post.publish.no_longer_publicaly_available", at, content => AddPostId(content, id));
        }
    }

    private static string? NameOf(string status) => status switch
    {
        PublishStatuses.SendToUserInbox => "post.publish.inbox_delivered",
        PublishStatuses.PublishComplete => "post.publish.complete",
        PublishStatuses.Failed => "post.publish.failed",
        _ => null,
    };

    private static void AddReason(JsonObject content, string? reason)
    {
        if (reason is not null)
            content["reason"] = reason;
    }

    // Text, as in the deliveries that were seen.
    private static void AddPostId(JsonObject content, long id) => content["post_id"] = id.ToString(CultureInfo.InvariantCulture);

    private void Send(string name, DateTimeOffset at, Action<JsonObject> add)
    {
        var content = new JsonObject { ["publish_id"] = publishId };
        add(content);
        content["publish_type"] = post.IsDraft ? "INBOX_SHARE" : "DIRECT_PUBLISH";
        webhooks.Send(name, post.Creator.OpenId, content, at);
    }
}
