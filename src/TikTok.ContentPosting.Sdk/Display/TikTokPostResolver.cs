namespace TikTok.ContentPosting;

/// <summary>
/// Finds the public post of something that was published. TikTok's status tells the post's id late, and for some posts never; then the creator's newest
/// videos are searched. Needs the scope <c>video.list</c>.
/// </summary>
/// <param name="display">Reads the creator's videos.</param>
public sealed class TikTokPostResolver(TikTokDisplayClient display)
{
    // Clocks differ, and TikTok rounds to seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>Finds the posts that a status or a webhook has named.</summary>
    /// <param name="postIds">The public ids.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Those that are public.</returns>
    /// <exception cref="ApiException">TikTok refused or could not be asked.</exception>
    public Task<IReadOnlyList<TikTokVideo>> FindAsync(IEnumerable<long> postIds, CancellationToken cancellationToken = default) =>
        display.GetVideosAsync(postIds, null, cancellationToken);

    /// <summary>Finds a post without an id, by the time when it was opened and its caption.</summary>
    /// <param name="openedAt">When the post was opened. Older videos are not looked at.</param>
    /// <param name="caption">The caption that it was given; null when the creator wrote it, as with drafts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The only video that it can be; null when there is none, or more than one.</returns>
    /// <exception cref="ApiException">TikTok refused or could not be asked.</exception>
    public async Task<TikTokVideo?> FindAsync(DateTimeOffset openedAt, string? caption, CancellationToken cancellationToken = default)
    {
        var from = (openedAt - Tolerance).ToUnixTimeSeconds();
        TikTokVideo? found = null;
        await foreach (var video in display.ListAllVideosAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // Newest first: what comes after this one is older still.
            if (video.CreateTime < from)
            {
                break;
            }
            if (caption is not null && !IsCaption(video, caption))
            {
                continue;
            }
            if (found is not null)
            {
                return null;
            }
            found = video;
        }
        return found;
    }

    private static bool IsCaption(TikTokVideo video, string caption) =>
        Equals(video.VideoDescription, caption) || Equals(video.Title, caption);

    private static bool Equals(string? text, string caption) => text is not null && string.Equals(text.Trim(), caption.Trim(), StringComparison.Ordinal);
}
