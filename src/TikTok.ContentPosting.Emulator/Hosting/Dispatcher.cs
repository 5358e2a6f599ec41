using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Sends each request to its operation, to the fault that waits for it, or to the page.</summary>
internal sealed class Dispatcher(Platform platform, RequestLog log, FaultQueue faults)
{
    private readonly EmulatorPage _page = new(platform, log);

    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        if (EmulatorPage.Has(context.Request.Path))
        {
            await _page.AnswerAsync(context).ConfigureAwait(false);
            return;
        }
        var endpoint = EndpointTable.Find(context.Request.Method, context.Request.Path.Value ?? "");
        using var exchange = new Exchange(context, endpoint, platform, log, stopping);
        try
        {
            if (endpoint is not null && faults.Take(endpoint.Operation) is { } fault)
                await fault.ApplyAsync(exchange).ConfigureAwait(false);
            else
                await exchange.AnswerAsync(await exchange.ProcessAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client has gone, or the emulator stops.
            context.Abort();
        }
    }
}
