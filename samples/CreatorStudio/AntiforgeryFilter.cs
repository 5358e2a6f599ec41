using Microsoft.AspNetCore.Antiforgery;

namespace CreatorStudio;

internal static class AntiforgeryFilter
{
    /// <summary>Refuses what another site's page sends with the creator's cookies.</summary>
    public static RouteHandlerBuilder RequireAntiforgery(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(static async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.BadRequest());
}
