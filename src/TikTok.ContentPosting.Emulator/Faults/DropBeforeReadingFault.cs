namespace TikTok.ContentPosting.Emulator;

internal sealed class DropBeforeReadingFault : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        await exchange.ReadUpToAsync(0).ConfigureAwait(false);
        exchange.Drop();
    }
}
