namespace TikTok.ContentPosting;

/// <summary>
/// TikTok's rules for what a post says, checked before anything is sent; all problems at once. Texts are counted as TikTok counts them, in UTF-16 code units, which is
/// <see cref="string.Length"/>.
/// </summary>
public static class PostRules
{
    /// <summary>The longest caption of a video, in UTF-16 code units.</summary>
    public const int LongestCaption = 2200;

    /// <summary>The longest title of photos, in UTF-16 code units.</summary>
    public const int LongestPhotoTitle = 90;

    /// <summary>The longest description of photos, in UTF-16 code units.</summary>
    public const int LongestPhotoDescription = 4000;

    /// <summary>The most photos of a post.</summary>
    public const int MostPhotos = 35;

    /// <summary>Checks a direct post of a video.</summary>
    /// <param name="post">The post.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<PostProblem> Check(VideoPostInfo? post)
    {
        if (post is null)
        {
            return [MissingPost];
        }
        var problems = new List<PostProblem>();
        CheckPrivacy(problems, post.PrivacyLevel, post.BrandContentToggle);
        CheckLength(problems, "title", post.Title, LongestCaption, "the caption");
        if (post.VideoCoverTimestampMs < 0)
        {
            problems.Add(new("videoCoverTimestampMs", "out_of_range", "the cover lies before the video's beginning. Give milliseconds from the start, or none for the first frame."));
        }
        return problems;
    }

    /// <summary>Checks a direct post of photos.</summary>
    /// <param name="post">The post.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<PostProblem> Check(PhotoPostInfo? post)
    {
        if (post is null)
        {
            return [MissingPost];
        }
        var problems = new List<PostProblem>();
        CheckPrivacy(problems, post.PrivacyLevel, post.BrandContentToggle);
        CheckPhotoTexts(problems, post.Title, post.Description);
        return problems;
    }

    /// <summary>Checks a draft of photos.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<PostProblem> Check(PhotoDraftInfo draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var problems = new List<PostProblem>();
        CheckPhotoTexts(problems, draft.Title, draft.Description);
        return problems;
    }

    /// <summary>Checks the photos of a post.</summary>
    /// <param name="urls">Their addresses in the post's order.</param>
    /// <param name="coverIndex">Which of them is the cover, counted from 0.</param>
    /// <param name="verified">What is verified for the app; null when that is not known here.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<PostProblem> CheckPhotos(IReadOnlyList<Uri>? urls, int coverIndex, VerifiedUrls? verified = null)
    {
        const string Field = "photoUrls";
        if (urls is null || urls.Count == 0)
        {
            return [new(Field, "required", "there are no photos. Give the https addresses of 1 to 35.")];
        }
        var problems = new List<PostProblem>();
        if (urls.Count > MostPhotos)
        {
            problems.Add(new(Field, "too_many", $"there are {urls.Count} photos. TikTok takes {MostPhotos} at most."));
        }
        if (coverIndex < 0 || coverIndex >= urls.Count)
        {
            problems.Add(new("coverIndex", "out_of_range", $"the cover is photo {coverIndex}, counted from 0, of {urls.Count}. Give one that is there."));
        }
        for (var index = 0; index < urls.Count; index++)
        {
            problems.AddRange(MediaUrls.Check(urls[index], PostKind.Photos, verified, $"{Field}/{index}"));
        }
        return problems;
    }

    internal static void CheckLength(List<PostProblem> problems, string field, string? text, int longest, string what)
    {
        if (text?.Length > longest)
        {
            problems.Add(new(field, "too_long", $"{what} has {text.Length} UTF-16 code units (an emoji has two or more). TikTok takes {longest} at most."));
        }
    }

    internal static void CheckPhotoTexts(List<PostProblem> problems, string? title, string? description, string titleField = "title")
    {
        CheckLength(problems, titleField, title, LongestPhotoTitle, "the title");
        CheckLength(problems, "description", description, LongestPhotoDescription, "the description");
    }

    private static PostProblem MissingPost => new("postInfo", "required", "there is no post. Give at least the privacy level that the creator has chosen.");

    private static void CheckPrivacy(List<PostProblem> problems, PrivacyLevel level, bool? isBranded)
    {
        if (string.IsNullOrEmpty(level.Value))
        {
            problems.Add(new("privacyLevel", "required", "there is no privacy level. Let the creator choose one of those that the creator's settings list; TikTok forbids a default."));
        }
        else if (level == PrivacyLevel.SelfOnly && isBranded == true)
        {
            problems.Add(new("privacyLevel", "branded_content_is_private", "branded content cannot be visible to the creator alone. Choose another privacy level."));
        }
    }
}
