namespace TikTok.ContentPosting.Emulator;

internal sealed class TakePartFault(long bytes, int? statusCode) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        var answer = await exchange.ProcessAsync(new ChunkReading(bytes, TimeSpan.Zero)).ConfigureAwait(false);
        if (statusCode is { } status)
            await exchange.AnswerAsync(answer with { StatusCode = status }).ConfigureAwait(false);
        else
            exchange.Drop();
    }
}
