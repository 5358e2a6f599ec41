using TikTok.ContentPosting;
using TikTok.ContentPosting.AspNetCore;

namespace CreatorStudio;

/// <summary>What TikTok tells by itself. Waits for posts hear of it without a handler: they look at once.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder endpoints) => endpoints.MapTikTokWebhooks(StudioPaths.Webhooks, static async (webhook, context) =>
    {
        if (webhook is AuthorizationRemovedEvent removed)
        {
            await context.RequestServices.GetRequiredService<TikTokAccounts>().RemoveAsync(removed, context.RequestAborted);
        }
    });
}
