namespace TikTok.ContentPosting;

/// <summary>
/// What a page that composes a post has to show, and whether what the creator has chosen can be sent: TikTok's guidelines as a function of the creator's settings and choices.
/// Compute it anew from fresh settings when the page is shown, from the choices whenever one changes, and from fresh settings again before the post is sent.
/// </summary>
/// <remarks>Source: https://developers.tiktok.com/doc/content-sharing-guidelines. Immutable.</remarks>
public sealed class PostForm
{
    private readonly CreatorInfo _creator;

    private PostForm(PostKind kind, CreatorInfo creator, PostChoices choices, FormText? blocked, IReadOnlyList<PostProblem> problems)
    {
        _creator = creator;
        Kind = kind;
        Choices = choices;
        Blocked = blocked;
        Problems = problems;
        Nickname = creator.CreatorNickname ?? "";
        Username = creator.CreatorUsername ?? "";
        Avatar = creator.CreatorAvatarUrl;
        MaxDuration = kind == PostKind.Video && creator.MaxVideoPostDurationSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var isBranded = choices is { DiscloseCommercialContent: true, BrandedContent: true };
        var isPrivate = choices.PrivacyLevel == PrivacyLevel.SelfOnly;
        PrivacyOptions = [.. (creator.PrivacyLevelOptions ?? []).Select(level => Option(level, choices.PrivacyLevel, isBranded && level == PrivacyLevel.SelfOnly))];
        Comment = Interaction(FormTexts.Comment, choices.AllowComment, creator.CommentDisabled);
        Duet = kind == PostKind.Video ? Interaction(FormTexts.Duet, choices.AllowDuet, creator.DuetDisabled) : null;
        Stitch = kind == PostKind.Video ? Interaction(FormTexts.Stitch, choices.AllowStitch, creator.StitchDisabled) : null;
        var isDisclosed = choices.DiscloseCommercialContent;
        Disclosure = new(FormTexts.Disclosure, isDisclosed, IsEnabled: true, Reason: null);
        OwnBrand = new(FormTexts.OwnBrand, isDisclosed && choices.OwnBrand, isDisclosed, isDisclosed ? null : FormTexts.NotDisclosed);
        // What is on already can be switched off, whatever the privacy level.
        BrandedContent = new(
            FormTexts.BrandedContent,
            isBranded,
            isDisclosed && (!isPrivate || isBranded),
            !isDisclosed ? FormTexts.NotDisclosed : isPrivate && !isBranded ? FormTexts.BrandedIsNotPrivate : null);
        DisclosureLabel = isBranded ? FormTexts.Partnership(kind) : OwnBrand.IsOn ? FormTexts.Promotional(kind) : null;
        Consent = isBranded ? FormTexts.ConsentBranded : FormTexts.ConsentMusic;
    }

    /// <summary>What the post is made of.</summary>
    public PostKind Kind { get; }

    /// <summary>What the creator has chosen so far.</summary>
    public PostChoices Choices { get; }

    /// <summary>Whether the creator can post now. When not, show <see cref="Blocked"/> in place of the form.</summary>
    public bool CanPost => Blocked is null;

    /// <summary>Why the creator cannot post now; null when the creator can.</summary>
    public FormText? Blocked { get; }

    /// <summary>The name of the account that is posted to, which the page has to show.</summary>
    public string Nickname { get; }

    /// <summary>The account's unique name, the one after the <c>@</c>.</summary>
    public string Username { get; }

    /// <summary>The account's picture; its address works for two hours.</summary>
    public Uri? Avatar { get; }

    /// <summary>The longest video that the creator may post; null for photos, and when TikTok does not say.</summary>
    public TimeSpan? MaxDuration { get; }

    /// <summary>The privacy levels to choose from, in TikTok's order. At first none is selected.</summary>
    public IReadOnlyList<PrivacyOption> PrivacyOptions { get; }

    /// <summary>Whether viewers may comment.</summary>
    public FormToggle Comment { get; }

    /// <summary>Whether viewers may make duets; null for photos, which have no such switch.</summary>
    public FormToggle? Duet { get; }

    /// <summary>Whether viewers may stitch; null for photos, which have no such switch.</summary>
    public FormToggle? Stitch { get; }

    /// <summary>Whether the post promotes somebody or something.</summary>
    public FormToggle Disclosure { get; }

    /// <summary>Whether it promotes the creator's own business.</summary>
    public FormToggle OwnBrand { get; }

    /// <summary>Whether it promotes somebody else's business.</summary>
    public FormToggle BrandedContent { get; }

    /// <summary>How TikTok will label the post; null when it will not. With both kinds of promotion it is that of a paid partnership.</summary>
    public FormText? DisclosureLabel { get; }

    /// <summary>What the creator agrees to by posting: to show beside the button that posts.</summary>
    public FormText Consent { get; }

    /// <summary>That it takes a while until the post can be seen: to show when it is sent.</summary>
    public FormText ProcessingNotice { get; } = FormTexts.Processing;

    /// <summary>All that keeps the post from being sent.</summary>
    public IReadOnlyList<PostProblem> Problems { get; }

    /// <summary>Whether the post can be sent.</summary>
    public bool IsComplete => Problems.Count == 0;

    /// <summary>Computes the form of a video.</summary>
    /// <param name="creator">The creator's settings, fresh.</param>
    /// <param name="choices">What the creator has chosen so far; null for nothing.</param>
    /// <param name="duration">How long the video is; null when that is not known.</param>
    /// <returns>The form.</returns>
    public static PostForm ForVideo(CreatorInfo creator, PostChoices? choices = null, TimeSpan? duration = null)
    {
        ArgumentNullException.ThrowIfNull(creator);
        choices ??= new PostChoices();
        return new PostForm(PostKind.Video, creator, choices, blocked: null, FormProblems.OfVideo(creator, choices, duration));
    }

    /// <summary>Computes the form of photos.</summary>
    /// <param name="creator">The creator's settings, fresh.</param>
    /// <param name="choices">What the creator has chosen so far; null for nothing.</param>
    /// <returns>The form.</returns>
    public static PostForm ForPhotos(CreatorInfo creator, PostChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(creator);
        choices ??= new PostChoices();
        return new PostForm(PostKind.Photos, creator, choices, blocked: null, FormProblems.OfPhotos(creator, choices));
    }

    /// <summary>The form of a creator who cannot post now: there is nothing to choose, and <see cref="Blocked"/> says why.</summary>
    /// <param name="kind">What was to be posted.</param>
    /// <param name="refusal">What TikTok said to the query of the creator's settings.</param>
    /// <param name="choices">What the creator had chosen, to keep it.</param>
    /// <returns>The form.</returns>
    public static PostForm ForBlocked(PostKind kind, TikTokApiException refusal, PostChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new PostForm(
            kind, new CreatorInfo(), choices ?? new PostChoices(), FormTexts.Blocked(refusal.Code), [new("creator", refusal.Code.Value, refusal.Advice)]);
    }

    /// <summary>Computes the form for other choices, from the same settings: for each change on a page that shows it.</summary>
    /// <param name="choices">What the creator has chosen now.</param>
    /// <param name="duration">How long the video is; null when that is not known, and for photos.</param>
    /// <returns>The form.</returns>
    public PostForm With(PostChoices choices, TimeSpan? duration = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var problems = Blocked is not null ? Problems
            : Kind == PostKind.Video ? FormProblems.OfVideo(_creator, choices, duration)
            : FormProblems.OfPhotos(_creator, choices);
        return new PostForm(Kind, _creator, choices, Blocked, problems);
    }

    /// <summary>The post that the creator has chosen.</summary>
    /// <returns>The post, to send with a video.</returns>
    /// <exception cref="InvalidInputException">Something keeps it from being sent; it has all the problems.</exception>
    /// <exception cref="InvalidOperationException">The form is one of photos.</exception>
    public VideoPostInfo ToVideoPostInfo()
    {
        Require(PostKind.Video);
        return new VideoPostInfo
        {
            PrivacyLevel = Choices.PrivacyLevel!.Value,
            Title = Choices.Caption,
            DisableComment = !Choices.AllowComment,
            DisableDuet = !Choices.AllowDuet,
            DisableStitch = !Choices.AllowStitch,
            VideoCoverTimestampMs = Choices.Cover is { } cover ? (int)cover.TotalMilliseconds : null,
            BrandContentToggle = BrandedContent.IsOn,
            BrandOrganicToggle = OwnBrand.IsOn,
            IsAigc = Choices.IsAiGenerated,
        };
    }

    /// <summary>The post that the creator has chosen. Whether it is made by artificial intelligence stands beside it in the request.</summary>
    /// <returns>The post, to send with photos.</returns>
    /// <exception cref="InvalidInputException">Something keeps it from being sent; it has all the problems.</exception>
    /// <exception cref="InvalidOperationException">The form is one of a video.</exception>
    public PhotoPostInfo ToPhotoPostInfo()
    {
        Require(PostKind.Photos);
        return new PhotoPostInfo
        {
            PrivacyLevel = Choices.PrivacyLevel!.Value,
            Title = Choices.Caption,
            Description = Choices.Description,
            DisableComment = !Choices.AllowComment,
            AutoAddMusic = Choices.AddMusic,
            BrandContentToggle = BrandedContent.IsOn,
            BrandOrganicToggle = OwnBrand.IsOn,
        };
    }

    private void Require(PostKind kind)
    {
        if (Kind != kind)
        {
            throw new InvalidOperationException($"The form is one of {(Kind == PostKind.Video ? "a video" : "photos")}.");
        }
        InvalidInputException.ThrowIfAny(Problems);
    }

    private static PrivacyOption Option(PrivacyLevel level, PrivacyLevel? chosen, bool isExcluded) =>
        new(level, FormTexts.Privacy(level), IsSelected: level == chosen, IsEnabled: !isExcluded, isExcluded ? FormTexts.BrandedIsNotPrivate : null);

    private static FormToggle Interaction(FormText label, bool isOn, bool? isDisabled) =>
        new(label, isOn && isDisabled != true, isDisabled != true, isDisabled == true ? FormTexts.SwitchedOff : null);
}
