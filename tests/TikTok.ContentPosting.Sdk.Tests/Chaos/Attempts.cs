using System.Buffers.Binary;
using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>The ways to post, each tried as an app would: what the SDK hands out is kept, whatever happens then.</summary>
internal sealed class Attempts(ChaosStage stage, CancellationToken cancellationToken)
{
    private static readonly VideoPostInfo Video = new() { PrivacyLevel = PrivacyLevel.PublicToEveryone };

    public static IReadOnlyList<(EmulatorOperation[] Calls, bool IsDraft, Func<Attempts, int, Task<Ending>> Run)> All { get; } =
    [
        ([EmulatorOperation.QueryCreatorInfo, EmulatorOperation.InitInboxVideoUpload, EmulatorOperation.GetPublishStatus], true, static (attempts, number) => attempts.SendDraftFromUrlAsync(number)),
        ([EmulatorOperation.QueryCreatorInfo, EmulatorOperation.InitVideoPublish, EmulatorOperation.GetPublishStatus], false, static (attempts, number) => attempts.PostVideoFromUrlAsync(number)),
        ([EmulatorOperation.QueryCreatorInfo, EmulatorOperation.InitPhotoPublish, EmulatorOperation.GetPublishStatus], false, static (attempts, number) => attempts.PostPhotosAsync(number)),
        ([EmulatorOperation.InitPhotoPublish, EmulatorOperation.GetPublishStatus], true, static (attempts, number) => attempts.SendPhotosAsync(number)),
        ([EmulatorOperation.InitInboxVideoUpload, EmulatorOperation.UploadChunk, EmulatorOperation.GetPublishStatus], true, static (attempts, number) => attempts.UploadAsync(number, isDraft: true)),
        ([EmulatorOperation.InitVideoPublish, EmulatorOperation.UploadChunk, EmulatorOperation.GetPublishStatus], false, static (attempts, number) => attempts.UploadAsync(number, isDraft: false)),
        ([EmulatorOperation.InitInboxVideoUpload, EmulatorOperation.GetPublishStatus], true, static (attempts, number) => attempts.SendDraftAndWaitForWebhookAsync(number)),
    ];

    private Task<Ending> SendDraftFromUrlAsync(int number) => RunAsync(options => stage.Get<InboxDraftUploadWorkflow>().RunAsync(
        new InboxDraftUploadInputs { AccessToken = stage.Emulator.AccessToken, VideoUrl = Url(number, "mp4") }, options, cancellationToken), static outputs => (outputs.PublishId, outputs.FinalStatus));

    private Task<Ending> PostVideoFromUrlAsync(int number) => RunAsync(options => stage.Get<DirectPostVideoWorkflow>().RunAsync(
        new DirectPostVideoInputs { PostInfo = Video, VideoUrl = Url(number, "mp4") }, options, cancellationToken), static outputs => (outputs.PublishId, outputs.FinalStatus));

    private Task<Ending> PostPhotosAsync(int number) => RunAsync(options => stage.Get<DirectPostPhotosWorkflow>().RunAsync(
        new DirectPostPhotosInputs { PostInfo = new PhotoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly }, PhotoUrls = [Url(number, "jpg")], CoverIndex = 0 }, options, cancellationToken),
        static outputs => (outputs.PublishId, outputs.FinalStatus));

    private Task<Ending> SendPhotosAsync(int number) => RunAsync(options => stage.Get<UploadPhotosToInboxWorkflow>().RunAsync(
        new UploadPhotosToInboxInputs { PhotoUrls = [Url(number, "jpg")], CoverIndex = 0 }, options, cancellationToken), static outputs => (outputs.PublishId, outputs.FinalStatus));

    private Task<Ending> RunAsync<T>(Func<WorkflowOptions, Task<WorkflowResult<T>>> run, Func<T, (string? PublishId, PublishStatus? Status)> read) => TryAsync(async keep =>
    {
        var options = stage.WorkflowOptions;
        options.Progress = new PublishIdOf(options.Progress!, keep);
        return read((await run(options)).Outputs);
    });

    private Task<Ending> UploadAsync(int number, bool isDraft) => TryAsync(async keep =>
    {
        // One in fifty has several chunks.
        var bytes = Movie.Mp4(media: number % 50 < 6 ? 11_000_000 : 3000);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(^4), number);
        var video = VideoFile.FromStream(new MemoryStream(bytes));
        var options = stage.UploadOptions(session => keep(session.PublishId));
        options.ChunkSize = bytes.Length > 10_000_000 ? 5_300_000 : null;
        var uploads = stage.Get<VideoUploads>();
        var outcome = isDraft ? await uploads.SendDraftAsync(video, options, cancellationToken) : await uploads.PostAsync(video, Video, options, cancellationToken);
        return (outcome.PublishId, outcome.LastStatus?.Status);
    });

    private Task<Ending> SendDraftAndWaitForWebhookAsync(int number) => TryAsync(async keep =>
    {
        var opened = await stage.Get<ContentPostingClient>().InitInboxVideoUploadAsync(
            new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Url(number, "mp4") } }, cancellationToken: cancellationToken);
        var publishId = opened.Data!.PublishId!;
        keep(publishId);
        var outcome = await stage.WaitForWebhookAsync(publishId, cancellationToken);
        return (publishId, outcome.LastStatus?.Status);
    });

    private async Task<Ending> TryAsync(Func<Action<string>, Task<(string? PublishId, PublishStatus? Status)>> attempt)
    {
        string? kept = null;
        try
        {
            var (publishId, status) = await attempt(id => kept = id);
            return new Ending(publishId, status, null);
        }
        catch (Exception exception)
        {
            stage.Say(exception.ToString());
            return new Ending(kept, null, exception);
        }
    }

    private static Uri Url(int number, string extension) => new($"https://media.example.com/{number}.{extension}");

    /// <summary>What an app stores as soon as it hears of it.</summary>
    private sealed class PublishIdOf(IProgress<WorkflowProgress> next, Action<string> keep) : IProgress<WorkflowProgress>
    {
        public void Report(WorkflowProgress value)
        {
            if (value.Outputs.FirstOrDefault(static output => output.Key == "publishId").Value?.ToString() is { Length: > 0 } id)
            {
                keep(id);
            }
            next.Report(value);
        }
    }
}
