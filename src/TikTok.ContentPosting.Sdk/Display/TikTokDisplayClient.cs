using System.Runtime.CompilerServices;

namespace TikTok.ContentPosting;

public sealed partial class TikTokDisplayClient
{
    private const int LargestPage = 20;

    /// <summary>All fields of a video.</summary>
    public static IReadOnlyList<VideoField> AllVideoFields { get; } =
    [
        VideoField.Id, VideoField.CreateTime, VideoField.CoverImageUrl, VideoField.ShareUrl, VideoField.VideoDescription, VideoField.Title, VideoField.Duration, VideoField.Height,
        VideoField.Width, VideoField.EmbedHtml, VideoField.EmbedLink, VideoField.LikeCount, VideoField.CommentCount, VideoField.ShareCount, VideoField.ViewCount,
    ];

    /// <summary>Lists all public videos of the creator, newest first, page by page as they are read.</summary>
    /// <param name="fields">The fields to read; null for <see cref="AllVideoFields"/>.</param>
    /// <param name="before">Only videos older than this; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The videos.</returns>
    /// <exception cref="ApiException">TikTok refused or could not be asked.</exception>
    public async IAsyncEnumerable<TikTokVideo> ListAllVideosAsync(
        IReadOnlyList<VideoField>? fields = null, DateTimeOffset? before = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var cursor = before?.ToUnixTimeMilliseconds();
        while (true)
        {
            var request = new VideoListRequest { Cursor = cursor, MaxCount = LargestPage };
            var page = (await ListVideosAsync(fields ?? AllVideoFields, request, null, cancellationToken).ConfigureAwait(false)).Data;
            foreach (var video in page?.Videos ?? [])
            {
                yield return video;
            }
            // A page that leads to itself would never end.
            if (page is not { HasMore: true, Cursor: { } next } || next == cursor)
            {
                yield break;
            }
            cursor = next;
        }
    }

    /// <summary>Reads public videos by their ids, however many: twenty with each request.</summary>
    /// <param name="postIds">The ids, as a post's status or a webhook gives them.</param>
    /// <param name="fields">The fields to read; null for <see cref="AllVideoFields"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The videos that are public and the creator's own.</returns>
    /// <exception cref="ApiException">TikTok refused or could not be asked.</exception>
    public async Task<IReadOnlyList<TikTokVideo>> GetVideosAsync(
        IEnumerable<long> postIds, IReadOnlyList<VideoField>? fields = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(postIds);
        var videos = new List<TikTokVideo>();
        foreach (var ids in postIds.Distinct().Select(static id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)).Chunk(LargestPage))
        {
            var request = new VideoQueryRequest { Filters = new VideoFilters { VideoIds = ids } };
            var answer = await QueryVideosAsync(fields ?? AllVideoFields, request, null, cancellationToken).ConfigureAwait(false);
            videos.AddRange(answer.Data?.Videos ?? []);
        }
        return videos;
    }

    // Whatever the caller decides about failures comes after TikTok's own word on them.
    static partial void Configure(ApiClientOptions options)
    {
        options.Classifier = new EnvelopeClassifier(options.Classifier);
        options.Limiter ??= new TikTokQuotas(timeProvider: options.TimeProvider);
    }
}
