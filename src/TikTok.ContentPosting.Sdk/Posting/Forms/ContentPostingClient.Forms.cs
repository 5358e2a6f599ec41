namespace TikTok.ContentPosting;

/// <content>Post forms from fresh settings of the creator.</content>
public sealed partial class ContentPostingClient
{
    /// <summary>Queries the creator's settings and computes the form of a video. Call it whenever the page is shown, and before the post is sent.</summary>
    /// <param name="choices">What the creator has chosen so far; null for nothing.</param>
    /// <param name="duration">How long the video is; null when that is not known.</param>
    /// <param name="options">What is different for the query; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The form; one with <see cref="PostForm.Blocked"/> when TikTok says that the creator cannot post now.</returns>
    /// <exception cref="ApiException">The settings cannot be read.</exception>
    public async Task<PostForm> GetVideoFormAsync(
        PostChoices? choices = null, TimeSpan? duration = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (creator, refusal) = await ReadCreatorAsync(options, cancellationToken).ConfigureAwait(false);
        return refusal is null ? PostForm.ForVideo(creator, choices, duration) : PostForm.ForBlocked(PostKind.Video, refusal, choices);
    }

    /// <summary>Queries the creator's settings and computes the form of photos. Call it whenever the page is shown, and before the post is sent.</summary>
    /// <param name="choices">What the creator has chosen so far; null for nothing.</param>
    /// <param name="options">What is different for the query; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The form; one with <see cref="PostForm.Blocked"/> when TikTok says that the creator cannot post now.</returns>
    /// <exception cref="ApiException">The settings cannot be read.</exception>
    public async Task<PostForm> GetPhotoFormAsync(PostChoices? choices = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (creator, refusal) = await ReadCreatorAsync(options, cancellationToken).ConfigureAwait(false);
        return refusal is null ? PostForm.ForPhotos(creator, choices) : PostForm.ForBlocked(PostKind.Photos, refusal, choices);
    }

    private async Task<(CreatorInfo Creator, TikTokApiException? Refusal)> ReadCreatorAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        var response = await QueryCreatorInfoWithResponseAsync(options, cancellationToken).ConfigureAwait(false);
        if (response is { StatusCode: 200, Failure: TikTokApiException refusal })
        {
            // TikTok's word that the query went well and the creator cannot post.
            return (new CreatorInfo(), refusal);
        }
        response.EnsureSuccess();
        return (response.Body?.Data ?? new CreatorInfo(), null);
    }
}
