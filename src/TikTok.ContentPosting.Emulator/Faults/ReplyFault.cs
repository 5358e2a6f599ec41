namespace TikTok.ContentPosting.Emulator;

internal sealed class ReplyFault(int statusCode, ReadOnlyMemory<byte> body, string contentType, bool afterProcessing) : Fault
{
    internal override async Task ApplyAsync(Exchange exchange)
    {
        var logId = await exchange.TakeAsync(afterProcessing).ConfigureAwait(false);
        await exchange.AnswerAsync(new Answer(statusCode, contentType, body, logId)).ConfigureAwait(false);
    }
}
