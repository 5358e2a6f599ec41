namespace TikTok.ContentPosting;

/// <summary>What TikTok itself says about an upload: the second source of how far it is, where an answer's header is missing or makes no sense.</summary>
internal sealed class UploadStatus(ContentPostingClient client, VideoUploadSession session, VideoUploadOptions options)
{
    /// <summary>Asks for the number of bytes that TikTok has.</summary>
    /// <returns>The number; null when TikTok does not say, or cannot be asked.</returns>
    /// <exception cref="VideoUploadException">TikTok has given the post up.</exception>
    public async Task<long?> AskAsync(CancellationToken cancellationToken)
    {
        PublishStatusData? data;
        try
        {
            var answer = await client.GetPublishStatusAsync(new PublishStatusRequest { PublishId = session.PublishId }, options.Request, cancellationToken).ConfigureAwait(false);
            data = answer.Data;
        }
        catch (ApiException)
        {
            // A token with other scopes, a limit, a server that fails: the upload may be fine all the same.
            return null;
        }
        if (data?.Status == PublishStatus.Failed)
        {
            throw new VideoUploadException(
                session, ChunkAnswer.None, $"TikTok has given the post up: {FailReasonText(data.FailReason)}. A new post is needed, and is the caller's decision.", RetryAdvice.Never)
            {
                IsPostOver = true,
            };
        }
        return data?.Status == PublishStatus.SendToUserInbox || data?.Status == PublishStatus.PublishComplete ? session.Plan.VideoSize
            : data?.UploadedBytes is { } bytes ? ReceivedRange.Interpret(bytes, session.Plan)
            : null;
    }

    private static string FailReasonText(FailReason? reason) =>
        reason?.Value is { Length: > 0 and < 100 } text && text.All(static letter => char.IsAsciiLetterLower(letter) || letter == '_') ? text : "it gave no reason";
}
