using System.Text.Json;

namespace TikTok.ContentPosting.Tests.Webhooks;

public class EventTests
{
    private const string Draft = """{"publish_id":"v_inbox_url~v2.1","publish_type":"INBOX_SHARE"}""";

    public static TheoryData<string, string, Type, string> Events => new()
    {
        { "post.publish.failed", """{"publish_id":"p","reason":"video_pull_failed","publish_type":"INBOX_SHARE"}""", typeof(PostFailedEvent), "post.publish.failed:o:p" },
        { "post.publish.complete", Draft, typeof(PostCompletedEvent), "post.publish.complete:o:v_inbox_url~v2.1" },
        { "post.publish.inbox_delivered", Draft, typeof(DraftDeliveredEvent), "post.publish.inbox_delivered:o:v_inbox_url~v2.1" },
        { "post.publish.publicly_available", """{"publish_id":"p","post_id":"7602997517160123666"}""", typeof(PostPubliclyAvailableEvent), "post.publish.publicly_available:o:p:7602997517160123666" },
        { "post.publish.no_longer_publicaly_available", """{"publish_id":"p","post_id":1}""", typeof(PostNoLongerPubliclyAvailableEvent), "post.publish.no_longer_publicaly_available:o:p:1" },
        { "post.publish.no_longer_publicly_available", """{"publish_id":"p","post_id":1}""", typeof(PostNoLongerPubliclyAvailableEvent), "post.publish.no_longer_publicly_available:o:p:1" },
        { "authorization.removed", """{"reason":1}""", typeof(AuthorizationRemovedEvent), "authorization.removed:o:1770210873" },
        { "video.upload.failed", """{"share_id":"video.6974245311675353080.VDCxrcMJ"}""", typeof(LegacyVideoEvent), "video.upload.failed:o:video.6974245311675353080.VDCxrcMJ" },
        { "video.publish.completed", """{"share_id":"s"}""", typeof(LegacyVideoEvent), "video.publish.completed:o:s" },
        { "portability.download.ready", """{"request_id":7340208128387845894}""", typeof(PortabilityDownloadReadyEvent), "portability.download.ready:o:7340208128387845894" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_event_has_a_class_and_a_key(string name, string content, Type type, string key)
    {
        var read = Bodies.Event(name, content);

        Assert.IsType(type, read);
        Assert.Equal(key, read.IdempotencyKey);
        Assert.Equal(("k", "o", Bodies.Time, content), (read.ClientKey, read.OpenId, read.CreatedAt, read.Notification.Content));
        Assert.StartsWith(name, read.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("post.published.in.space", "{}")]
    [InlineData("", "")]
    [InlineData("post.publish.complete", "")]
    [InlineData("post.publish.complete", "not JSON")]
    [InlineData("post.publish.complete", "[]")]
    [InlineData("post.publish.complete", "{}")]
    [InlineData("post.publish.complete", """{"publish_id":7}""")]
    [InlineData("post.publish.complete", """{"publish_id":"p"} and more""")]
    [InlineData("video.upload.failed", """{"publish_id":"p"}""")]
    public void What_is_not_known_is_kept_as_it_came(string name, string content)
    {
        var unknown = Assert.IsType<UnknownEvent>(Bodies.Event(name, content));

        Assert.Equal((name, content), (unknown.Name.Value, unknown.Notification.Content));
        Assert.Equal(Bodies.Event(name, content).IdempotencyKey, unknown.IdempotencyKey);
        Assert.NotEqual(Bodies.Event(name, content + " ").IdempotencyKey, unknown.IdempotencyKey);
    }

    [Theory]
    [InlineData("\"7602997517160123666\"", 7602997517160123666)]
    [InlineData("7602997517160123666", 7602997517160123666)]
    [InlineData("\"\"", null)]
    [InlineData("\"abc\"", null)]
    [InlineData("\"-1\"", null)]
    [InlineData("\"99999999999999999999\"", null)]
    [InlineData("null", null)]
    public void A_post_id_is_text_or_a_number_and_never_rounded(string json, long? expected)
    {
        var read = Assert.IsType<PostPubliclyAvailableEvent>(Bodies.Event("post.publish.publicly_available", $$"""{"publish_id":"p","post_id":{{json}}}"""));

        Assert.Equal(expected, read.PostId);
    }

    [Theory]
    [InlineData("INBOX_SHARE", true)]
    [InlineData("DIRECT_PUBLISH", true)]
    [InlineData("DIRECT_POST", false)]
    public void The_publish_type_is_open(string type, bool isKnown)
    {
        var read = (PostEvent)Bodies.Event("post.publish.complete", $$"""{"publish_id":"p","publish_type":"{{type}}","new":[1]}""");

        Assert.Equal((type, isKnown), (read.PublishType?.Value, read.PublishType?.IsKnown));
    }

    [Theory]
    [InlineData("""{"reason":5}""", 5, true)]
    [InlineData("""{"reason":77}""", 77, false)]
    [InlineData("{}", 0, true)]
    [InlineData("", 0, true)]
    [InlineData("""{"reason":"user"}""", 0, true)]
    public void An_authorization_that_was_removed_is_told_whatever_the_reason(string content, long reason, bool isKnown)
    {
        var read = Assert.IsType<AuthorizationRemovedEvent>(Bodies.Event("authorization.removed", content));

        Assert.Equal((reason, isKnown), (read.Reason.Value, read.Reason.IsKnown));
    }

    [Fact]
    public void A_failure_has_its_reason()
    {
        var read = (PostFailedEvent)Bodies.Event("post.publish.failed", """{"publish_id":"p","reason":"picture_size_check_failed"}""");

        Assert.Equal(FailReason.PictureSizeCheckFailed, read.Reason);
    }

    [Fact]
    public void An_event_goes_through_a_queue()
    {
        var read = Bodies.Event("post.publish.complete", Draft, openId: null);

        var stored = JsonSerializer.Serialize(read.Notification);
        var again = TikTokEvent.From(JsonSerializer.Deserialize<WebhookNotification>(stored)!);

        Assert.Null(again.OpenId);
        Assert.Equal((read.GetType(), read.IdempotencyKey), (again.GetType(), again.IdempotencyKey));
    }
}
