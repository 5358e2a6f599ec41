using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The page that shows what arrived, at the emulator's address, and what its buttons do. Its own requests are not recorded.</summary>
internal sealed class EmulatorPage(Platform platform, RequestLog log)
{
    // Pages of other sites cannot send it.
    private const string ButtonHeader = "X-Emulator";

    private static readonly byte[] Html = ReadHtml();

    private readonly PageState _state = new(platform, log);

    /// <summary>Whether a path belongs to the page.</summary>
    public static bool Has(PathString path) => path == "/" || path.StartsWithSegments("/emulator", StringComparison.Ordinal);

    public Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value);
        context.Response.Headers.CacheControl = "no-store";
        return (method, path) switch
        {
            ("GET", "/") => SendPageAsync(context),
            ("GET", "/emulator/state") => SendAsync(context, "application/json; charset=utf-8", _state.ToUtf8Json()),
            ("POST", _) when context.Request.Headers[ButtonHeader].Count == 1 => EndAsync(context, Press(context.Request)),
            ("POST", _) => EndAsync(context, StatusCodes.Status403Forbidden),
            _ => EndAsync(context, StatusCodes.Status404NotFound),
        };
    }

    private static Task SendPageAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'; img-src data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return SendAsync(context, "text/html; charset=utf-8", Html);
    }

    private static Task SendAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Task EndAsync(HttpContext context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }

    /// <summary>Does what a button does.</summary>
    /// <returns>The HTTP status.</returns>
    private int Press(HttpRequest request)
    {
        var isDone = request.Path.Value!.Split('/')[2..] switch
        {
            ["posts", var publishId, "deliver"] => Move(publishId, new PostScript().Then(PublishStatuses.SendToUserInbox)),
            ["posts", var publishId, "publish"] => Move(publishId, new PostScript().Then(PublishStatuses.PublishComplete)),
            ["posts", var publishId, "fail"] => Move(publishId, new PostScript().ThenFail(request.Query["reason"].ToString() is { Length: > 0 } reason ? reason : FailReasons.Internal)),
            ["creators", var openId, "disconnect"] => Disconnect(openId),
            ["webhooks"] => SendWebhooksTo(request.Query["url"].ToString()),
            _ => false,
        };
        return isDone ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
    }

    private bool Move(string publishId, PostScript script)
    {
        var post = platform.Posts.ToList().FirstOrDefault(post => post.PublishId == publishId);
        post?.Continue(script);
        return post is not null;
    }

    private bool Disconnect(string openId)
    {
        var creator = platform.Creators.FindByOpenId(openId);
        if (creator is not null)
            platform.RemoveAuthorization(creator, reason: 1);
        return creator is not null;
    }

    private bool SendWebhooksTo(string url)
    {
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            return false;
        platform.SendWebhooksTo(url.Length == 0 ? null : new Uri(url), handler: null);
        return true;
    }

    private static byte[] ReadHtml()
    {
        using var stream = typeof(EmulatorPage).Assembly.GetManifestResourceStream("page.html")!;
        var buffer = new byte[stream.Length];
        stream.ReadExactly(buffer);
        return buffer;
    }
}
