using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>
/// Uploads videos from files and streams: opens a post, hands its key and its upload out to be stored, sends the video chunk by chunk, and goes on elsewhere with an upload
/// that was interrupted. Safe to use from several threads.
/// </summary>
/// <remarks>Opening a post is never repeated: when its outcome is not known, the exception says so, and there is no second post.</remarks>
public sealed class VideoUploads : IDisposable
{
    /// <summary>The name of the <see cref="HttpClient"/> that <see cref="IHttpClientFactory"/> makes for uploads: add handlers and proxies to it by this name.</summary>
    public const string HttpClientName = "TikTok.ContentPosting.VideoUploads";

    private readonly ContentPostingClient _client;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly PublishNotifications? _notifications;

    /// <summary>Makes uploads that open their posts with a client.</summary>
    /// <param name="client">Opens posts and reads their status; its clock and address are those of the uploads. It is not disposed.</param>
    /// <param name="handler">
    /// Sends the chunks; null for one that follows no redirects and keeps no cookies. It must do the same, must not log addresses, and is disposed with the uploads.
    /// </param>
    public VideoUploads(ContentPostingClient client, HttpMessageHandler? handler = null)
        : this(client, new HttpClient(handler is null ? UploadHttp.CreateHandler() : new UploadGuard(handler)), ownsHttp: true)
    {
        UploadHttp.Configure(_http);
    }

    internal VideoUploads(ContentPostingClient client, HttpClient http, bool ownsHttp, PublishNotifications? notifications = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        (_client, _http, _ownsHttp, _notifications) = (client, http, ownsHttp, notifications);
    }

    /// <summary>The same uploads for another creator, whose client opens the posts.</summary>
    /// <param name="client">The creator's client.</param>
    /// <returns>Uploads that share the connections of these ones, and end with them.</returns>
    public VideoUploads For(ContentPostingClient client) => new(client, _http, ownsHttp: false, _notifications);

    /// <summary>Sends a video to the creator's inbox as a draft, and waits until it is there. Needs the scope <c>video.upload</c>.</summary>
    /// <param name="video">The video.</param>
    /// <param name="options">What is decided about the upload; null for the defaults. Store what its <see cref="VideoUploadOptions.Checkpoint"/> gets.</param>
    /// <param name="cancellationToken">Stops it; see <see cref="ResumeAsync"/>.</param>
    /// <returns>How it ended: <see cref="PostDelivered"/>, <see cref="PostFailed"/>, or <see cref="PostStillProcessing"/> when the time was up.</returns>
    /// <exception cref="VideoRefusedException">TikTok would not take the video; nothing was opened.</exception>
    /// <exception cref="VideoUploadException">The draft was opened, and the upload failed; it says whether it can be resumed.</exception>
    /// <exception cref="ApiException">TikTok refused, or it is not known whether the draft was opened (<see cref="ApiException.OutcomeUnknown"/>).</exception>
    public async Task<PostOutcome> SendDraftAsync(VideoFile video, VideoUploadOptions? options = null, CancellationToken cancellationToken = default) =>
        await ResumeAsync(await OpenDraftAsync(video, options, cancellationToken).ConfigureAwait(false), video, options, cancellationToken).ConfigureAwait(false);

    /// <summary>Posts a video to the creator's profile, and waits until it is there. Needs the scope <c>video.publish</c>.</summary>
    /// <param name="video">The video.</param>
    /// <param name="post">How it appears on the profile.</param>
    /// <param name="options">What is decided about the upload; null for the defaults. Store what its <see cref="VideoUploadOptions.Checkpoint"/> gets.</param>
    /// <param name="cancellationToken">Stops it; see <see cref="ResumeAsync"/>.</param>
    /// <returns>
    /// How it ended: <see cref="PostPublished"/>, <see cref="PostPublishedWithoutPublicId"/>, <see cref="PostFailed"/>, or <see cref="PostStillProcessing"/> when the time was up.
    /// </returns>
    /// <exception cref="VideoRefusedException">TikTok would not take the video; nothing was opened.</exception>
    /// <exception cref="VideoUploadException">The post was opened, and the upload failed; it says whether it can be resumed.</exception>
    /// <exception cref="ApiException">TikTok refused, or it is not known whether the post was opened (<see cref="ApiException.OutcomeUnknown"/>).</exception>
    public async Task<PostOutcome> PostAsync(VideoFile video, VideoPostInfo post, VideoUploadOptions? options = null, CancellationToken cancellationToken = default) =>
        await ResumeAsync(await OpenPostAsync(video, post, options, cancellationToken).ConfigureAwait(false), video, options, cancellationToken).ConfigureAwait(false);

    /// <summary>Goes on with a draft or a post that was interrupted, here or in another process: sends what TikTok does not have yet, and waits.</summary>
    /// <param name="session">The upload, as it was stored.</param>
    /// <param name="video">The video that it was opened for; of a stream that cannot seek, from its first byte.</param>
    /// <param name="options">What is decided about the upload; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it again.</param>
    /// <returns>How it ended, as the interrupted call would have said.</returns>
    /// <exception cref="VideoChangedException">It is another video, or cannot be read.</exception>
    /// <exception cref="VideoUploadException">The upload failed; it says whether it can be resumed.</exception>
    public async Task<PostOutcome> ResumeAsync(VideoUploadSession session, VideoFile video, VideoUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VideoUploadOptions();
        try
        {
            session = await SendAsync(session, video, options, cancellationToken).ConfigureAwait(false);
        }
        catch (VideoUploadException failure) when (failure.IsPostOver)
        {
            // How it ended is what was asked for.
        }
        var until = session.IsDraft ? PostMilestone.Delivered : PostMilestone.Published;
        return await _client.WaitAsync(session.PublishId, until, options.WaitWith(_notifications), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a draft in the creator's inbox, and sends nothing yet. Needs the scope <c>video.upload</c>.</summary>
    /// <param name="video">The video.</param>
    /// <param name="options">What is decided about the upload; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it; a post that is opened by then stays open.</param>
    /// <returns>The upload, which was given to <see cref="VideoUploadOptions.Checkpoint"/>, for <see cref="SendAsync"/>.</returns>
    /// <exception cref="VideoRefusedException">TikTok would not take the video; nothing was opened.</exception>
    /// <exception cref="ApiException">TikTok refused, or it is not known whether the draft was opened (<see cref="ApiException.OutcomeUnknown"/>).</exception>
    public Task<VideoUploadSession> OpenDraftAsync(VideoFile video, VideoUploadOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(video, isDraft: true, (source, request) => _client.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = source }, request, cancellationToken), options, cancellationToken);

    /// <summary>Opens a post on the creator's profile, and sends nothing yet. Needs the scope <c>video.publish</c>.</summary>
    /// <param name="video">The video.</param>
    /// <param name="post">How it appears on the profile.</param>
    /// <param name="options">What is decided about the upload; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it; a post that is opened by then stays open.</param>
    /// <returns>The upload, which was given to <see cref="VideoUploadOptions.Checkpoint"/>, for <see cref="SendAsync"/>.</returns>
    /// <exception cref="VideoRefusedException">TikTok would not take the video; nothing was opened.</exception>
    /// <exception cref="ApiException">TikTok refused, or it is not known whether the post was opened (<see cref="ApiException.OutcomeUnknown"/>).</exception>
    public Task<VideoUploadSession> OpenPostAsync(VideoFile video, VideoPostInfo post, VideoUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return OpenAsync(video, isDraft: false, (source, request) => _client.InitVideoPublishAsync(new VideoInitRequest { PostInfo = post, SourceInfo = source }, request, cancellationToken), options, cancellationToken);
    }

    /// <summary>Sends the video, or what TikTok does not have of it yet: for the first time, and whenever an upload was interrupted.</summary>
    /// <param name="session">The upload.</param>
    /// <param name="video">The video that it was opened for; of a stream that cannot seek, from its first byte.</param>
    /// <param name="options">What is decided about the upload; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it; the last session that <see cref="VideoUploadOptions.Checkpoint"/> got can go on later.</param>
    /// <returns>The session, complete: TikTok has the whole video and begins to process it.</returns>
    /// <exception cref="VideoChangedException">It is another video, or cannot be read.</exception>
    /// <exception cref="VideoUploadExpiredException">The hour of the upload URL is over.</exception>
    /// <exception cref="VideoUploadException">The upload failed; it says whether it can be resumed.</exception>
    public async Task<VideoUploadSession> SendAsync(VideoUploadSession session, VideoFile video, VideoUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(video);
        options ??= new VideoUploadOptions();
        using var activity = SdkTelemetry.Source.StartActivity("upload video", ActivityKind.Client);
        activity?.SetTag("tiktok.publish_id", session.PublishId);
        activity?.SetTag("tiktok.video.size", session.Plan.VideoSize);
        try
        {
            var bytes = await OpenAsync(video, cancellationToken).ConfigureAwait(false);
            try
            {
                await CheckSameAsync(session, bytes, cancellationToken).ConfigureAwait(false);
                return await new VideoSending(_client, _http, session, bytes, options).RunAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                bytes.Close();
            }
        }
        catch (Exception exception)
        {
            activity?.SetTag("error.type", exception.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    /// <summary>Closes the connections of the uploads' own.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private async Task<VideoUploadSession> OpenAsync(
        VideoFile video, bool isDraft, Func<VideoSource, RequestOptions?, Task<VideoInitResponse>> init, VideoUploadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        options ??= new VideoUploadOptions();
        var (mediaType, fingerprint) = await LookAtAsync(video, options, cancellationToken).ConfigureAwait(false);
        var plan = video.Plan(options.ChunkSize);
        // The hour begins at TikTok's, a little later: a chunk too few is better than one too many.
        var openedAt = _client.TimeProvider.GetUtcNow();
        var answer = await init(plan.ToSource(), options.Request).ConfigureAwait(false);
        if (answer.Data is not { PublishId: { Length: > 0 } publishId, UploadUrl: { } url })
        {
            throw new ApiException(
                $"TikTok's answer to the opening of the post lacks {(answer.Data?.PublishId is { Length: > 0 } ? "upload_url" : "publish_id")}, so nothing can be sent to it; the post may exist.")
            {
                OutcomeUnknown = true,
            };
        }
        var session = new VideoUploadSession(publishId, isDraft, new VideoUploadUrl(url.OriginalString), plan, mediaType, openedAt, fingerprint).AsNew();
        if (options.Checkpoint is { } checkpoint)
        {
            await checkpoint(session, cancellationToken).ConfigureAwait(false);
        }
        return session;
    }

    private static async Task<(string MediaType, VideoFingerprint Fingerprint)> LookAtAsync(VideoFile video, VideoUploadOptions options, CancellationToken cancellationToken)
    {
        var bytes = await OpenAsync(video, cancellationToken).ConfigureAwait(false);
        try
        {
            var details = await VideoProbe.ReadAsync(bytes, cancellationToken).ConfigureAwait(false);
            var problems = details.FindProblems(options.MaxDurationSeconds);
            var fatal = options.CheckVideo ? problems : [.. problems.Where(static problem => problem.Kind == VideoProblemKind.FileSize)];
            if (fatal.Count > 0)
            {
                throw new VideoRefusedException(fatal);
            }
            // What the caller says, then what the file is, then what it is called.
            var mediaType = (video.IsMediaTypeGiven ? video.MediaType : details.MediaType ?? video.MediaType) ?? throw new VideoRefusedException(
                [new VideoProblem(VideoProblemKind.Format, "What kind of video it is cannot be seen: give its media type.")]);
            return (mediaType, await VideoFile.FingerprintAsync(bytes, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            bytes.Close();
        }
    }

    private static async Task CheckSameAsync(VideoUploadSession session, VideoBytes bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length != session.Plan.VideoSize)
        {
            throw new VideoChangedException($"The video has {bytes.Length} bytes, and the upload was opened for one of {session.Plan.VideoSize}. Nothing of it was sent.");
        }
        if (!session.Fingerprint.Matches(await VideoFile.FingerprintAsync(bytes, cancellationToken).ConfigureAwait(false)))
        {
            throw new VideoChangedException("The video is as long as the one that the upload was opened for, but another one. Nothing of it was sent.");
        }
    }

    private static async ValueTask<VideoBytes> OpenAsync(VideoFile video, CancellationToken cancellationToken)
    {
        try
        {
            return await video.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new VideoChangedException("The video cannot be read: see the inner exception.", exception);
        }
    }
}
