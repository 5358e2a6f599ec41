namespace TikTok.ContentPosting.Emulator;

internal sealed class DelayFault(TimeSpan latency, Fault? then) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        await exchange.DelayAsync(latency).ConfigureAwait(false);
        if (then is not null)
            await then.ApplyAsync(exchange).ConfigureAwait(false);
        else
            await exchange.AnswerAsync(await exchange.ProcessAsync().ConfigureAwait(false)).ConfigureAwait(false);
    }
}
