namespace TikTok.ContentPosting.Emulator;

internal sealed class RefuseFault(string code, int statusCode, string? retryAfter, bool afterProcessing) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        var logId = await exchange.TakeAsync(afterProcessing).ConfigureAwait(false);
        if (retryAfter is not null)
            exchange.SetHeader("Retry-After", retryAfter);
        await exchange.RefuseAsync(code, statusCode, logId).ConfigureAwait(false);
    }
}
