using Microsoft.Extensions.Logging;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>What the endpoint logs: never a body, a signature or a secret.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1, LogLevel.Warning, "A webhook was rejected: {Rejection}.")]
    public static partial void Rejected(ILogger logger, WebhookRejection rejection);

    [LoggerMessage(2, LogLevel.Warning, "A webhook was rejected: its body has more than {Limit} bytes.")]
    public static partial void TooLarge(ILogger logger, int limit);

    [LoggerMessage(3, LogLevel.Debug, "TikTok's event {Event} was handled.")]
    public static partial void Handled(ILogger logger, TikTokEvent @event);

    [LoggerMessage(4, LogLevel.Debug, "TikTok's event {Event} came again and was dropped: {Claim}.")]
    public static partial void Duplicate(ILogger logger, TikTokEvent @event, WebhookClaim claim);

    [LoggerMessage(5, LogLevel.Error, "TikTok's event {Event} was not handled; TikTok will send it again.")]
    public static partial void Failed(ILogger logger, Exception exception, TikTokEvent @event);
}
