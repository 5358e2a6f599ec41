using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Tests.Webhooks;

/// <summary>Webhooks as TikTok sends them.</summary>
internal static class Bodies
{
    public const string Secret = "test_client_secret";
    public const string ClientKey = "k";
    public const long SentAt = 1770210873;

    /// <summary>The pinned vector: this body, <see cref="Secret"/> and <see cref="SentAt"/> give <see cref="Signature"/>.</summary>
    public const string PubliclyAvailable =
        """{"client_key":"k","event":"post.publish.publicly_available","create_time":1770210873,"user_openid":"o","content":"{\"publish_id\":\"v_pub_file~v2-1.1\",\"publish_type\":\"DIRECT_PUBLISH\",\"post_id\":\"7602997517160123666\"}"}""";

    public const string Signature = "t=1770210873,s=7f90b1642f32472604db2cfa5cb2cb36c85a785b90b5491d229fa9979d8d67d0";

    public static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(SentAt);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Body(string name, string content, string? openId = "o") =>
        new JsonObject { ["client_key"] = ClientKey, ["event"] = name, ["create_time"] = SentAt, ["user_openid"] = openId, ["content"] = content }.ToJsonString();

    /// <summary>Reads an event that nobody has signed.</summary>
    public static TikTokEvent Event(string name, string content, string? openId = "o") =>
        TikTokEvent.From(JsonSerializer.Deserialize<WebhookNotification>(Body(name, content, openId))!);
}
