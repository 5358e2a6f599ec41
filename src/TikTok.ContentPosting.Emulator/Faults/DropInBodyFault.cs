namespace TikTok.ContentPosting.Emulator;

internal sealed class DropInBodyFault : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        var answer = await exchange.ProcessAsync().ConfigureAwait(false);
        exchange.Begin(answer, answer.Body.Length);
        await exchange.WriteAsync(answer.Body[..(answer.Body.Length / 2)]).ConfigureAwait(false);
        exchange.Drop();
    }
}
