using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary><c>authorization.removed</c>: the creator and the app are no longer connected. The creator's tokens are worth nothing any more; delete them.</summary>
/// <remarks>It can come after the creator has connected again: <see cref="TikTokAccounts.RemoveAsync(AuthorizationRemovedEvent, CancellationToken)"/> leaves newer tokens alone.</remarks>
public sealed class AuthorizationRemovedEvent : TikTokEvent
{
    internal AuthorizationRemovedEvent(WebhookNotification notification, AuthorizationRemovedContent? content)
        : base(notification)
        => Reason = content?.Reason ?? AuthorizationRemovalReason.Unknown;

    /// <summary>Why; <see cref="AuthorizationRemovalReason.Unknown"/> when TikTok does not say.</summary>
    public AuthorizationRemovalReason Reason { get; }

    // A creator can disconnect again and again.
    private protected override string Subject => Notification.CreateTime.ToString(CultureInfo.InvariantCulture);
}
