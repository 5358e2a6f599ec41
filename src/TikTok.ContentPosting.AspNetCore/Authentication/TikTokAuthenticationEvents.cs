using Microsoft.AspNetCore.Authentication;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>What the app wants to have a say in while a creator signs in.</summary>
public class TikTokAuthenticationEvents : RemoteAuthenticationEvents
{
    /// <summary>Sends the browser to TikTok's page; by default a redirect.</summary>
    public Func<RedirectContext<TikTokAuthenticationOptions>, Task> OnRedirectToTikTok { get; set; } = static context =>
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    };

    /// <summary>Called when the creator's tokens are stored and the claims are known; add claims of your own here.</summary>
    public Func<TikTokCreatingTicketContext, Task> OnCreatingTicket { get; set; } = static _ => Task.CompletedTask;
}
