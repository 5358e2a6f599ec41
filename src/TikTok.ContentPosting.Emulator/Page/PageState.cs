using System.Text.Json;

namespace TikTok.ContentPosting.Emulator;

/// <summary>What the page shows, as JSON, newest first.</summary>
internal sealed class PageState(Platform platform, RequestLog log)
{
    private const int Most = 100;

    public byte[] ToUtf8Json()
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteApp(json);
            WriteList(json, "creators", platform.Creators.ToList(), (creator, _) => WriteCreator(json, creator, platform.Tokens.HasConsent(creator)));
            var posts = platform.Posts.ToList();
            json.WriteNumber("postCount"u8, posts.Count);
            WriteList(json, "posts", posts.Reverse().Take(Most), (post, _) => WritePost(json, post));
            WriteNewest(json, "webhooks", platform.Webhooks.ToList(), (webhook, number) => WriteWebhook(json, webhook, number));
            var requests = log.ToList();
            json.WriteNumber("requestCount"u8, requests.Count);
            WriteNewest(json, "requests", requests, (request, number) => WriteRequest(json, request, number));
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private void WriteApp(Utf8JsonWriter json)
    {
        json.WriteString("baseAddress"u8, platform.BaseAddress.AbsoluteUri);
        json.WriteString("authorizePage"u8, new Uri(platform.BaseAddress, Authorize.PagePath).AbsoluteUri);
        json.WriteString("clientKey"u8, platform.Options.ClientKey);
        json.WriteString("clientSecret"u8, platform.Options.ClientSecret);
        json.WriteBoolean("isAudited"u8, platform.Options.IsAudited);
        json.WriteString("webhookUrl"u8, platform.Webhooks.Url?.AbsoluteUri);
        WriteList(json, "verifiedUrls", platform.VerifiedUrls.ToList(), (url, _) => json.WriteStringValue(url));
    }

    private static void WriteCreator(Utf8JsonWriter json, TikTokCreator creator, bool hasConsent)
    {
        json.WriteStartObject();
        json.WriteString("username"u8, creator.Username);
        json.WriteString("openId"u8, creator.OpenId);
        json.WriteString("accessToken"u8, creator.TokenIsInvalid ? null : creator.AccessToken);
        json.WriteBoolean("isConnected"u8, hasConsent || !creator.TokenIsInvalid);
        json.WriteBoolean("isPrivate"u8, creator.IsPrivate);
        json.WriteEndObject();
    }

    private static void WritePost(Utf8JsonWriter json, EmulatedPost post)
    {
        json.WriteStartObject();
        json.WriteString("publishId"u8, post.PublishId);
        json.WriteString("operation"u8, post.Operation.ToString());
        json.WriteBoolean("isDraft"u8, post.IsDraft);
        json.WriteString("creator"u8, post.Creator.Username);
        json.WriteString("status"u8, post.Status);
        json.WriteString("failReason"u8, post.FailReason);
        json.WriteString("openedAt"u8, post.OpenedAt);
        WriteList(json, "mediaUrls", post.MediaUrls, (url, _) => json.WriteStringValue(url));
        // Text, because scripts round numbers of 19 digits.
        WriteList(json, "postIds", post.PostIds, (id, _) => json.WriteStringValue(id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (post.Upload is { } upload)
        {
            json.WriteStartObject("upload"u8);
            json.WriteNumber("received"u8, upload.Received);
            json.WriteNumber("total"u8, upload.VideoSize);
            json.WriteString("sha256"u8, upload.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteWebhook(Utf8JsonWriter json, EmulatedWebhook webhook, int number)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, number);
        json.WriteString("event"u8, webhook.Event);
        json.WriteString("state"u8, webhook.State.ToString());
        json.WriteString("createdAt"u8, webhook.CreatedAt);
        if (webhook.NextAttemptAt is { } next)
            json.WriteString("nextAttemptAt"u8, next);
        WriteList(json, "attempts", webhook.Attempts, (attempt, _) => WriteNumber(json, attempt.StatusCode));
        json.WriteString("body"u8, webhook.BodyText);
        json.WriteEndObject();
    }

    /// <summary>A request; of its body only JSON, because forms and URLs have secrets.</summary>
    private static void WriteRequest(Utf8JsonWriter json, ReceivedRequest request, int number)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, number);
        json.WriteString("method"u8, request.Method);
        json.WriteString("path"u8, request.Path.Split('?')[0]);
        json.WriteString("receivedAt"u8, request.ReceivedAt);
        json.WritePropertyName("status"u8);
        WriteNumber(json, request.StatusCode);
        json.WriteString("code"u8, request.AnswerCode);
        if (request.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
            json.WriteString("body"u8, request.BodyText);
        else if (request.Headers.GetValueOrDefault("Content-Range") is { } range)
            json.WriteString("note"u8, range);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, int? number)
    {
        if (number is { } value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    private static void WriteNewest<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T, int> write) =>
        WriteList(json, name, items.Select(static (item, index) => (item, index)).Reverse().Take(Most), (pair, _) => write(pair.item, pair.index));

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T, int> write)
    {
        json.WriteStartArray(name);
        var index = 0;
        foreach (var item in items)
            write(item, index++);
        json.WriteEndArray();
    }
}
