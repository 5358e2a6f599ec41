namespace TikTok.ContentPosting.Emulator;

internal sealed class HugeFault(long bytes) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        var answer = await exchange.ProcessAsync().ConfigureAwait(false);
        exchange.Begin(answer, contentLength: null);

        // The true answer, with one more member that does not end.
        if (!answer.Body.IsEmpty)
            await exchange.WriteAsync(answer.Body[..^1]).ConfigureAwait(false);
        var member = answer.Body.IsEmpty ? "{\"padding\":\""u8 : ",\"padding\":\""u8;
        await exchange.WriteAsync(member.ToArray()).ConfigureAwait(false);
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)'x');
        for (var left = bytes; left > 0; left -= block.Length)
            await exchange.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length))).ConfigureAwait(false);
        await exchange.WriteAsync("\"}"u8.ToArray()).ConfigureAwait(false);
    }
}
