using CreatorStudio.Posts;
using TikTok.ContentPosting;

namespace CreatorStudio.Composing;

/// <summary>A post that is complete: how it is opened. One of these for each way that TikTok has.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Form">What the creator has chosen; null for a creator who has allowed drafts only.</param>
/// <param name="Input">What the page sent.</param>
public sealed record ComposedPost(PostKind Kind, PostForm? Form, ComposeInput Input)
{

    private static PostProblem NotAllowed => new("privacyLevel", "not_allowed", "You have not allowed the studio to post to your profile. Send a draft, or sign in again and allow it.");

    /// <summary>All that keeps it from being sent. A draft gets its privacy and the rest in the TikTok app.</summary>
    public IReadOnlyList<PostProblem> Problems()
    {
        var media = Input.IsFile ? []
            : Kind == PostKind.Photos ? PostRules.CheckPhotos(Input.Urls, Input.Cover - 1)
            : MediaUrls.Check(Input.Urls is [var url] ? url : null, Kind);
        var text = Form is { CanPost: false } || !Input.IsDraft ? Form?.Problems ?? [NotAllowed]
            : Kind == PostKind.Photos ? PostRules.Check(DraftInfo())
            : [];
        return [.. media, .. text];
    }

    public PostCard ToCard(string id, DateTimeOffset now) => new(id, Title(), Input.IsDraft, Kind == PostKind.Photos, Form?.Username, now);

    /// <summary>Opens it, for TikTok to fetch the media from its URLs.</summary>
    public async Task<string> OpenAsync(ContentPostingClient client, CancellationToken cancellationToken)
    {
        var publishId = (Kind, Input.IsDraft) switch
        {
            (PostKind.Video, true) => (await client.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = Video() }, cancellationToken: cancellationToken)).Data?.PublishId,
            (PostKind.Video, false) => (await client.InitVideoPublishAsync(
                new VideoInitRequest { PostInfo = Form!.ToVideoPostInfo(), SourceInfo = Video() }, cancellationToken: cancellationToken)).Data?.PublishId,
            (_, true) => (await client.InitPhotoPublishAsync(
                new PhotoDraftRequest { PostInfo = DraftInfo(), SourceInfo = Photos() }, cancellationToken: cancellationToken)).Data?.PublishId,
            (_, false) => (await client.InitPhotoPublishAsync(
                new PhotoPostRequest { PostInfo = Form!.ToPhotoPostInfo(), SourceInfo = Photos(), IsAigc = Input.IsAiGenerated }, cancellationToken: cancellationToken)).Data?.PublishId,
        };
        return publishId ?? throw new InvalidOperationException("TikTok has opened the post and not said its publish id.");
    }

    /// <summary>Opens it and sends the video chunk by chunk, as it comes.</summary>
    public async Task<string> SendAsync(VideoUploads uploads, VideoFile video, VideoUploadOptions options, CancellationToken cancellationToken)
    {
        var session = Input.IsDraft
            ? await uploads.OpenDraftAsync(video, options, cancellationToken)
            : await uploads.OpenPostAsync(video, Form!.ToVideoPostInfo(), options, cancellationToken);
        return (await uploads.SendAsync(session, video, options, cancellationToken)).PublishId;
    }

    private string Title() =>
        !string.IsNullOrWhiteSpace(Input.Caption) ? Input.Caption
        : Input is { IsFile: true, FileName: { Length: > 0 } name } ? name
        : Kind == PostKind.Photos ? "Photos" : "Video";

    private PullFromUrl Video() => new() { VideoUrl = Input.Urls[0] };

    private PhotoSource Photos() => new() { PhotoImages = Input.Urls, PhotoCoverIndex = Input.Cover - 1 };

    private PhotoDraftInfo DraftInfo() => new() { Title = Input.Caption, Description = Input.Description };
}
