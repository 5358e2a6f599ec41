namespace TikTok.ContentPosting.Emulator;

internal sealed class CutOffFault : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        var answer = await exchange.ProcessAsync().ConfigureAwait(false);
        await exchange.AnswerAsync(answer with { Body = answer.Body[..(answer.Body.Length / 2)] }).ConfigureAwait(false);
    }
}
