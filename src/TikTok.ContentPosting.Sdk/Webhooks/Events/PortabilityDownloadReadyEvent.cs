using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary><c>portability.download.ready</c>: an archive of a user's data that was asked for is ready.</summary>
public sealed class PortabilityDownloadReadyEvent : TikTokEvent
{
    internal PortabilityDownloadReadyEvent(WebhookNotification notification, PortabilityDownloadContent content)
        : base(notification)
        => RequestId = content.RequestId.Match(
            static text => text,
            static number => number.ToString(CultureInfo.InvariantCulture),
            static json => json.GetRawText());

    /// <summary>The request for the archive.</summary>
    public string RequestId { get; }

    private protected override string Subject => RequestId;
}
