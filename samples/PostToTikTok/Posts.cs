using System.Globalization;
using Arazzo.Runtime;
using TikTok.ContentPosting;

namespace PostToTikTok;

/// <summary>The ways to post, a call each.</summary>
internal static class Posts
{
    public static async Task<Ending> SendDraftAsync(Target target, Uri video, IProgress<string> report, CancellationToken cancellationToken)
    {
        var inputs = new InboxDraftUploadInputs { AccessToken = target.AccessToken, VideoUrl = video };
        var run = await InboxDraftUploadWorkflow.RunAsync(target.Client, inputs, Options(report), cancellationToken);
        return Ending.Of(run.Outputs.PublishId, run.Outputs.FinalStatus, run.Outputs.FailReason);
    }

    public static async Task<Ending> PostVideoAsync(Target target, Uri video, VideoPostInfo post, IProgress<string> report, CancellationToken cancellationToken)
    {
        var inputs = new DirectPostVideoInputs { PostInfo = post, VideoUrl = video };
        var run = await DirectPostVideoWorkflow.RunAsync(target.Client, inputs, Options(report), cancellationToken);
        return Ending.Of(run.Outputs.PublishId, run.Outputs.FinalStatus, run.Outputs.FailReason);
    }

    public static async Task<Ending> PostPhotosAsync(Target target, Uri[] photos, PhotoPostInfo post, IProgress<string> report, CancellationToken cancellationToken)
    {
        var inputs = new DirectPostPhotosInputs { PostInfo = post, PhotoUrls = photos, CoverIndex = 0 };
        var run = await DirectPostPhotosWorkflow.RunAsync(target.Client, inputs, Options(report), cancellationToken);
        return Ending.Of(run.Outputs.PublishId, run.Outputs.FinalStatus, run.Outputs.FailReason);
    }

    public static async Task<Ending> SendPhotosAsync(Target target, Uri[] photos, string? title, IProgress<string> report, CancellationToken cancellationToken)
    {
        var inputs = new UploadPhotosToInboxInputs { PhotoUrls = photos, CoverIndex = 0, Title = title };
        var run = await UploadPhotosToInboxWorkflow.RunAsync(target.Client, inputs, Options(report), cancellationToken);
        return Ending.Of(run.Outputs.PublishId, run.Outputs.FinalStatus, run.Outputs.FailReason);
    }

    public static async Task<Ending> UploadDraftAsync(Target target, FileInfo file, IProgress<string> report, CancellationToken cancellationToken)
    {
        using var uploads = new VideoUploads(target.Client);
        return Ending.Of(await uploads.SendDraftAsync(VideoFile.FromPath(file.FullName), UploadOptions(report), cancellationToken));
    }

    public static async Task<Ending> UploadAsync(Target target, FileInfo file, VideoPostInfo post, IProgress<string> report, CancellationToken cancellationToken)
    {
        using var uploads = new VideoUploads(target.Client);
        return Ending.Of(await uploads.PostAsync(VideoFile.FromPath(file.FullName), post, UploadOptions(report), cancellationToken));
    }

    private static WorkflowOptions Options(IProgress<string> report) => new() { Progress = new Report<WorkflowProgress>(report, Describe) };

    /// <summary>What the documents say of their steps, and what came of each.</summary>
    private static string Describe(WorkflowProgress progress) => progress.Kind switch
    {
        WorkflowProgressKind.StepStarted => progress.Description ?? progress.Step,
        WorkflowProgressKind.StepEnded => $"  {progress.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}{string.Concat(progress.Outputs.Select(static output => $", {output.Key}: {output.Value}"))}",
        WorkflowProgressKind.Waiting => string.Create(CultureInfo.InvariantCulture, $"  again in {progress.Delay.TotalSeconds:0.#} s"),
        _ => "Done.",
    };

    private static VideoUploadOptions UploadOptions(IProgress<string> report) => new()
    {
        Progress = new Report<VideoUploadProgress>(report, static progress => progress.ToString()),
        Wait = new WaitOptions { Progress = new Report<PublishStatusData>(report, static status => $"{status.Status}") },
    };

    private sealed class Report<T>(IProgress<string> next, Func<T, string> describe) : IProgress<T>
    {
        void IProgress<T>.Report(T value) => next.Report(describe(value));
    }
}
