using Arazzo.Runtime;
using TikTok.ContentPosting;

namespace InboxDraftUpload;

/// <summary>The main job: starts the workflow, or goes on with a stopped one, and keeps its latest checkpoint.</summary>
internal sealed class Upload(UploadSettings settings, UploadTarget target)
{
    private WorkflowCheckpoint? _checkpoint = settings.Resume?.Checkpoint;
    private string? _publishId = settings.Resume?.PublishId;

    /// <summary>Where the run stands; null before its first step has ended.</summary>
    public StoppedRun? Stopped => _checkpoint is null ? null : new StoppedRun(_checkpoint, _publishId);

    public async Task<WorkflowResult<InboxDraftUploadOutputs>> RunAsync(IProgress<WorkflowProgress> progress, CancellationToken cancellationToken)
    {
        var options = new WorkflowOptions
        {
            Polling = settings.Polling,
            Progress = new Relay(this, progress),
            Checkpoint = (checkpoint, _) =>
            {
                _checkpoint = checkpoint;
                return ValueTask.CompletedTask;
            },
        };
        return settings.Resume is { } stopped
            ? await InboxDraftUploadWorkflow.ResumeAsync(
                target.Client, stopped.Checkpoint, new InboxDraftUploadCredentials { AccessToken = target.AccessToken }, options, cancellationToken)
            : await InboxDraftUploadWorkflow.RunAsync(
                target.Client, new InboxDraftUploadInputs { AccessToken = target.AccessToken, VideoUrl = settings.VideoUrl }, options, cancellationToken);
    }

    /// <summary>Picks the publish id out of the progress, so that the emulator of the next process can bring the draft back.</summary>
    private sealed class Relay(Upload upload, IProgress<WorkflowProgress> next) : IProgress<WorkflowProgress>
    {
        public void Report(WorkflowProgress value)
        {
            upload._publishId = value.Outputs.GetValueOrDefault("publishId") ?? upload._publishId;
            next.Report(value);
        }
    }
}
