using System.Text;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace TikTok.ContentPosting;

/// <summary>Finds the class of an event, and reads the JSON inside its content.</summary>
internal static class EventReader
{
    public static TikTokEvent Read(WebhookNotification notification) => notification.Event.Value switch
    {
        "post.publish.failed" => Read<PostEventContent>(notification, static (outer, content) => new PostFailedEvent(outer, content)),
        "post.publish.complete" => Read<PostEventContent>(notification, static (outer, content) => new PostCompletedEvent(outer, content)),
        "post.publish.inbox_delivered" => Read<PostEventContent>(notification, static (outer, content) => new DraftDeliveredEvent(outer, content)),
        "post.publish.publicly_available" => Read<PostEventContent>(notification, static (outer, content) => new PostPubliclyAvailableEvent(outer, content)),
        // Lest the event be lost on the day that TikTok corrects its spelling.
        "post.publish.no_longer_publicaly_available" or "post.publish.no_longer_publicly_available" =>
            Read<PostEventContent>(notification, static (outer, content) => new PostNoLongerPubliclyAvailableEvent(outer, content)),
        // That the creator has gone matters more than why.
        "authorization.removed" => new AuthorizationRemovedEvent(notification, Content<AuthorizationRemovedContent>(notification)),
        "video.upload.failed" or "video.publish.completed" => Read<LegacyVideoContent>(notification, static (outer, content) => new LegacyVideoEvent(outer, content)),
        "portability.download.ready" => Read<PortabilityDownloadContent>(notification, static (outer, content) => new PortabilityDownloadReadyEvent(outer, content)),
        _ => new UnknownEvent(notification),
    };

    /// <summary>Reads the whole of a text as one JSON value.</summary>
    /// <exception cref="JsonException">It is another value, or more than one.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json)
        where T : IJsonCodec<T>
    {
        var json = new Utf8JsonReader(utf8Json);
        json.Read();
        var value = T.ReadJson(ref json);
        json.Read();
        return value;
    }

    private static TikTokEvent Read<T>(WebhookNotification notification, Func<WebhookNotification, T, TikTokEvent> make)
        where T : class, IJsonCodec<T>
        => Content<T>(notification) is { } content ? make(notification, content) : new UnknownEvent(notification);

    private static T? Content<T>(WebhookNotification notification)
        where T : class, IJsonCodec<T>
    {
        try
        {
            return notification.Content is { Length: > 0 } content ? Parse<T>(Encoding.UTF8.GetBytes(content)) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
