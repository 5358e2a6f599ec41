using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>
/// An event that the SDK does not know, or one whose content is not what its name says. Answer it with status 200 like any other: <see cref="TikTokEvent.Notification"/> has what came.
/// </summary>
public sealed class UnknownEvent : TikTokEvent
{
    internal UnknownEvent(WebhookNotification notification)
        : base(notification)
    {
    }

    private protected override string Subject => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Notification.CreateTime}:{Notification.Content}")).AsSpan(0, 16));
}
