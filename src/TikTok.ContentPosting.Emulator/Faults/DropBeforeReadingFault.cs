namespace TikTok.ContentPosting.Emulator;

internal sealed class DropBeforeReadingFault : Fault
{
    internal override Task ApplyAsync(Exchange exchange)
    {
        exchange.RecordUnread();
        exchange.Drop();
        return Task.CompletedTask;
    }
}
