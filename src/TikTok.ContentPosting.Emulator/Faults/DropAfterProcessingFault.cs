namespace TikTok.ContentPosting.Emulator;

internal sealed class DropAfterProcessingFault : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        await exchange.ProcessAsync().ConfigureAwait(false);
        exchange.Drop();
    }
}
