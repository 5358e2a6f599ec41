namespace TikTok.ContentPosting;

/// <summary>
/// What the creator has chosen for a post so far. At first nothing is: TikTok forbids a default for the privacy level, and everything else starts switched off.
/// </summary>
public sealed record PostChoices
{
    /// <summary>Who can see the post; null while the creator has not chosen.</summary>
    public PrivacyLevel? PrivacyLevel { get; init; }

    /// <summary>Whether viewers may comment.</summary>
    public bool AllowComment { get; init; }

    /// <summary>Whether viewers may make duets with the video.</summary>
    public bool AllowDuet { get; init; }

    /// <summary>Whether viewers may stitch the video.</summary>
    public bool AllowStitch { get; init; }

    /// <summary>Whether the post promotes somebody or something. The two choices below count only when it does.</summary>
    public bool DiscloseCommercialContent { get; init; }

    /// <summary>"Your brand": the post promotes the creator's own business.</summary>
    public bool OwnBrand { get; init; }

    /// <summary>"Branded content": the post promotes somebody else's business, for a consideration.</summary>
    public bool BrandedContent { get; init; }

    /// <summary>Whether the media was made by artificial intelligence.</summary>
    public bool IsAiGenerated { get; init; }

    /// <summary>The video's caption, or the photos' title.</summary>
    public string? Caption { get; init; }

    /// <summary>The text below photos; a video has none.</summary>
    public string? Description { get; init; }

    /// <summary>Whether TikTok adds music to photos.</summary>
    public bool AddMusic { get; init; }

    /// <summary>The moment of the video that becomes its cover; null for the first frame.</summary>
    public TimeSpan? Cover { get; init; }
}
