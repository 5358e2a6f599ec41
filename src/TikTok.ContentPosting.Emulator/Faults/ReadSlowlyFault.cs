namespace TikTok.ContentPosting.Emulator;

internal sealed class ReadSlowlyFault(TimeSpan pause) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange) =>
        await exchange.AnswerAsync(await exchange.ProcessAsync(new ChunkReading(TakenBytes: null, pause)).ConfigureAwait(false)).ConfigureAwait(false);
}
