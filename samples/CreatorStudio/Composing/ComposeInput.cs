using TikTok.ContentPosting;

namespace CreatorStudio.Composing;

/// <summary>What the page of a new post sends. Nothing has a default that TikTok wants the creator to choose.</summary>
public sealed record ComposeInput
{
    /// <summary>Whether the creator finishes the post in the TikTok app.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the video comes from a file of the creator's.</summary>
    public bool IsFile { get; init; }

    public string? MediaUrls { get; init; }

    /// <summary>Which photo is the cover, from 1 on.</summary>
    public int Cover { get; init; } = 1;

    public string? FileName { get; init; }

    /// <summary>How long the video is, in seconds, as the browser sees it.</summary>
    public double? Duration { get; init; }

    public string? Caption { get; init; }

    public string? Description { get; init; }

    public string? PrivacyLevel { get; init; }

    public bool AllowComment { get; init; }

    public bool AllowDuet { get; init; }

    public bool AllowStitch { get; init; }

    public bool Disclose { get; init; }

    public bool OwnBrand { get; init; }

    public bool BrandedContent { get; init; }

    public bool IsAiGenerated { get; init; }

    public bool AddMusic { get; init; }

    public TimeSpan? VideoDuration => Duration is > 0 and < 86_400 ? TimeSpan.FromSeconds(Duration.Value) : null;

    public IReadOnlyList<Uri> Urls =>
        [.. (MediaUrls ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => new Uri(line, UriKind.RelativeOrAbsolute))];

    public PostChoices ToChoices() => new()
    {
        PrivacyLevel = string.IsNullOrEmpty(PrivacyLevel) ? null : new PrivacyLevel(PrivacyLevel),
        AllowComment = AllowComment,
        AllowDuet = AllowDuet,
        AllowStitch = AllowStitch,
        DiscloseCommercialContent = Disclose,
        OwnBrand = OwnBrand,
        BrandedContent = BrandedContent,
        IsAiGenerated = IsAiGenerated,
        AddMusic = AddMusic,
        Caption = Caption,
        Description = Description,
    };
}
