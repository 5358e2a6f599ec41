namespace TikTok.ContentPosting.Emulator;

internal sealed class ReplyInRequestBodyFault(int statusCode, long afterBytes) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        await exchange.ReadUpToAsync(afterBytes).ConfigureAwait(false);
        exchange.SetHeader("Connection", "close");
        await exchange.AnswerAsync(Answer.Empty(statusCode, exchange.NewLogId())).ConfigureAwait(false);
    }
}
