namespace TikTok.ContentPosting;

/// <summary>What keeps a form from being sent.</summary>
internal static class FormProblems
{
    public static IReadOnlyList<PostProblem> OfVideo(CreatorInfo creator, PostChoices choices, TimeSpan? duration)
    {
        var problems = OfAny(creator, choices);
        Interaction(problems, "allowDuet", "duets", choices.AllowDuet, creator.DuetDisabled);
        Interaction(problems, "allowStitch", "stitches", choices.AllowStitch, creator.StitchDisabled);
        PostRules.CheckLength(problems, "caption", choices.Caption, PostRules.LongestCaption, "the caption");
        if (choices.Description is not null)
        {
            problems.Add(new("description", "not_for_videos", "a video has a caption and no description."));
        }
        if (choices.AddMusic)
        {
            problems.Add(new("addMusic", "not_for_videos", "TikTok adds music to photos only."));
        }
        if (duration is { } length && creator.MaxVideoPostDurationSec is { } longest && length > TimeSpan.FromSeconds(longest))
        {
            problems.Add(new("duration", "too_long", FormattableString.Invariant($"the video takes {length.TotalSeconds:0.#} s, and this creator may post videos of {longest} s at most.")));
        }
        if (choices.Cover is { } cover && (cover < TimeSpan.Zero || cover > duration))
        {
            problems.Add(new("cover", "out_of_range", "the cover lies outside the video."));
        }
        return problems;
    }

    public static IReadOnlyList<PostProblem> OfPhotos(CreatorInfo creator, PostChoices choices)
    {
        var problems = OfAny(creator, choices);
        PostRules.CheckPhotoTexts(problems, choices.Caption, choices.Description, titleField: "caption");
        if (choices.AllowDuet || choices.AllowStitch)
        {
            problems.Add(new(choices.AllowDuet ? "allowDuet" : "allowStitch", "not_for_photos", "photos have no duets and no stitches."));
        }
        if (choices.Cover is not null)
        {
            problems.Add(new("cover", "not_for_photos", "the cover of photos is one of them: give its index with their addresses."));
        }
        return problems;
    }

    private static List<PostProblem> OfAny(CreatorInfo creator, PostChoices choices)
    {
        var problems = new List<PostProblem>();
        if (choices.PrivacyLevel is not { } level)
        {
            problems.Add(new("privacyLevel", "required", "who can see the post has to be chosen."));
        }
        else if (creator.PrivacyLevelOptions?.Contains(level) != true)
        {
            problems.Add(new("privacyLevel", "not_offered", "the account does not have this privacy level (any more): choose one of those that it has now."));
        }
        Interaction(problems, "allowComment", "comments", choices.AllowComment, creator.CommentDisabled);
        if (choices is { DiscloseCommercialContent: true, OwnBrand: false, BrandedContent: false })
        {
            problems.Add(new("discloseCommercialContent", "incomplete", "it has to be said whether the post promotes the creator's own brand, somebody else's, or both."));
        }
        if (choices is { DiscloseCommercialContent: true, BrandedContent: true } && choices.PrivacyLevel == PrivacyLevel.SelfOnly)
        {
            problems.Add(new("privacyLevel", "branded_content_is_private", "branded content cannot be visible to the creator alone."));
        }
        return problems;
    }

    private static void Interaction(List<PostProblem> problems, string field, string what, bool isWanted, bool? isDisabled)
    {
        if (isWanted && isDisabled == true)
        {
            problems.Add(new(field, "switched_off", $"{what} are switched off in the account's settings."));
        }
    }
}
