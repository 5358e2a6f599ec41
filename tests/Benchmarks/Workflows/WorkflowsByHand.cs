using Benchmarks.Generated;
using Benchmarks.TikTok;

namespace Benchmarks.Workflows;

/// <summary>The same workflows as one writes them in C#, on the same clients.</summary>
/// <remarks>They have no progress, checkpoints, traces or metrics, cannot be resumed, and a failure does not say at which step.</remarks>
internal static class WorkflowsByHand
{
    public static async Task<InboxDraftUploadOutputs> UploadDraftAsync(TikTokClient client, string accessToken, Uri videoUrl, TimeSpan delay, TimeProvider time, CancellationToken cancellationToken)
    {
        var options = new RequestOptions { AccessToken = accessToken };
        try
        {
            await client.QueryCreatorInfoAsync(options, cancellationToken);
        }
        catch (ApiException<ErrorResponse> refusal) when (refusal.Error.Error.Code == ErrorCode.ScopeNotAuthorized)
        {
            // A token that may only send drafts may not read the settings.
        }
        var draft = await client.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = videoUrl } }, options, cancellationToken);
        var publishId = draft.Data?.PublishId ?? throw new InvalidOperationException("The answer has no publish id.");
        var started = time.GetTimestamp();
        while (true)
        {
            var answer = await client.GetPublishStatusAsync(new PublishStatusRequest { PublishId = publishId }, options, cancellationToken);
            var status = answer.Data?.Status;
            if (status != PublishStatus.ProcessingUpload && status != PublishStatus.ProcessingDownload && status != PublishStatus.SendingToUserInbox)
            {
                return new InboxDraftUploadOutputs { PublishId = publishId, FinalStatus = status, FailReason = answer.Data?.FailReason };
            }
            if (time.GetElapsedTime(started) > TimeSpan.FromMinutes(30))
            {
                throw new TimeoutException();
            }
            await Task.Delay(delay * (0.8 + (0.4 * Random.Shared.NextDouble())), time, cancellationToken);
            delay = TimeSpan.FromSeconds(Math.Min(delay.TotalSeconds * 1.5, 30));
        }
    }

    public static async Task<RelayOutputs> RelayAsync(PayloadsClient client, string publishId, CancellationToken cancellationToken)
    {
        var first = await client.GetStatusAsync(new StatusRequest { PublishId = publishId }, null, cancellationToken);
        var second = await client.GetStatusAsync(new StatusRequest { PublishId = first.Error.LogId }, null, cancellationToken);
        var third = await client.GetStatusAsync(new StatusRequest { PublishId = second.Error.LogId }, null, cancellationToken);
        var fourth = await client.GetStatusAsync(new StatusRequest { PublishId = third.Error.LogId }, null, cancellationToken);
        var fifth = await client.GetStatusAsync(new StatusRequest { PublishId = fourth.Error.LogId }, null, cancellationToken);
        var sixth = await client.GetStatusAsync(new StatusRequest { PublishId = fifth.Error.LogId }, null, cancellationToken);
        var seventh = await client.GetStatusAsync(new StatusRequest { PublishId = sixth.Error.LogId }, null, cancellationToken);
        var eighth = await client.GetStatusAsync(new StatusRequest { PublishId = seventh.Error.LogId }, null, cancellationToken);
        var ninth = await client.GetStatusAsync(new StatusRequest { PublishId = eighth.Error.LogId }, null, cancellationToken);
        var tenth = await client.GetStatusAsync(new StatusRequest { PublishId = ninth.Error.LogId }, null, cancellationToken);
        return new RelayOutputs { Status = tenth.Data?.Status, LogId = tenth.Error.LogId };
    }
}
