using Arazzo.Runtime;
using TikTok.ContentPosting;

namespace InboxDraftUpload;

/// <summary>Runs the upload from the first line on the console to the last.</summary>
internal sealed class UploadProgram(UploadSettings settings, IDisplay display)
{
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        await using var target = await UploadTarget.OpenAsync(settings, cancellationToken);
        await Console.Out.WriteLineAsync(target.Description);
        var upload = new Upload(settings, target);
        try
        {
            var result = await display.ShowAsync(progress => upload.RunAsync(progress, cancellationToken));
            return Report(result);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            await Console.Error.WriteLineAsync(failure.Line);
            await KeepAsync(upload, failure);
            return failure.ExitCode;
        }
    }

    private static ExitCode Report(WorkflowResult<InboxDraftUploadOutputs> result)
    {
        var outputs = result.Outputs;
        Console.WriteLine($"publishId:   {outputs.PublishId}");
        Console.WriteLine($"finalStatus: {outputs.FinalStatus}");
        if (outputs.FinalStatus == PublishStatus.Failed)
        {
            Console.Error.WriteLine($"TikTok took the video and then failed the post. The reason: {outputs.FailReason?.ToString() ?? "none given"}.");
            return ExitCode.PostFailed;
        }
        if (outputs.FinalStatus == PublishStatus.SendToUserInbox || outputs.FinalStatus == PublishStatus.PublishComplete)
        {
            return ExitCode.Success;
        }
        Console.Error.WriteLine($"The run ended with a status that it does not know: {outputs.FinalStatus}.");
        return ExitCode.UnreadableAnswer;
    }

    private async Task KeepAsync(Upload upload, Failure failure)
    {
        if (!failure.CanBeResumed || upload.Stopped is not { } stopped)
        {
            return;
        }
        await stopped.WriteAsync(settings.CheckpointFile);
        var token = settings.IsEmulated ? "" : " and the access token";
        await Console.Error.WriteLineAsync($"To go on with it, run this again with --resume {settings.CheckpointFile}{token}.");
    }
}
