namespace TikTok.ContentPosting.Emulator;

internal sealed class DropInRequestBodyFault(long afterBytes) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        await exchange.ReadUpToAsync(afterBytes).ConfigureAwait(false);
        exchange.Drop();
    }
}
