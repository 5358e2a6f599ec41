using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Takes webhooks in: verifies, drops what is known, wakes the waits, and calls the app's handler.</summary>
internal sealed class WebhookReceiver
{
    // How far a signature may be ahead of the clock: it is good for so much longer.
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(5);

    private readonly TikTokWebhookOptions _options;
    private readonly WebhookVerifier _verifier;
    private readonly IWebhookIdempotencyStore _store;
    private readonly PublishNotifications _notifications;
    private readonly ILogger _logger;

    public WebhookReceiver(
        IOptions<TikTokWebhookOptions> options, IWebhookIdempotencyStore store, PublishNotifications notifications, ILogger<WebhookReceiver> logger)
    {
        _options = options.Value;
        _verifier = new WebhookVerifier(_options);
        _store = store;
        _notifications = notifications;
        _logger = logger;
    }

    public async Task ReceiveAsync(HttpContext context, Func<TikTokEvent, HttpContext, Task> handler)
    {
        var body = await WebhookBody.ReadAsync(context.Request, _options.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            WebhookLog.TooLarge(_logger, _options.MaxBodyBytes);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        else if (_verifier.TryVerify(body, context.Request.Headers[WebhookSignature.HeaderName], out var webhook, out var rejection))
        {
            context.Response.StatusCode = await HandleAsync(webhook, context, handler).ConfigureAwait(false);
        }
        else
        {
            WebhookLog.Rejected(_logger, rejection);
            context.Response.StatusCode = rejection == WebhookRejection.Unreadable ? StatusCodes.Status400BadRequest : StatusCodes.Status401Unauthorized;
        }
    }

    private async Task<int> HandleAsync(TikTokEvent webhook, HttpContext context, Func<TikTokEvent, HttpContext, Task> handler)
    {
        try
        {
            var claim = await _store.TryClaimAsync(webhook.IdempotencyKey, _options.HandlingTime, context.RequestAborted).ConfigureAwait(false);
            if (claim != WebhookClaim.Granted)
            {
                WebhookLog.Duplicate(_logger, webhook, claim);
                return claim == WebhookClaim.Handled ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            }
            if (webhook is PostEvent postEvent)
            {
                _notifications.Notify(postEvent);
            }
            await CallAsync(webhook, context, handler).ConfigureAwait(false);
            // What was handled is remembered, even when TikTok has hung up in the meantime.
            await _store.CompleteAsync(webhook.IdempotencyKey, _options.Tolerance + Lead, CancellationToken.None).ConfigureAwait(false);
            WebhookLog.Handled(_logger, webhook);
            return StatusCodes.Status200OK;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            WebhookLog.Failed(_logger, exception, webhook);
            return StatusCodes.Status500InternalServerError;
        }
    }

    private async Task CallAsync(TikTokEvent webhook, HttpContext context, Func<TikTokEvent, HttpContext, Task> handler)
    {
        try
        {
            await handler(webhook, context).ConfigureAwait(false);
        }
        catch
        {
            await _store.ReleaseAsync(webhook.IdempotencyKey, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
