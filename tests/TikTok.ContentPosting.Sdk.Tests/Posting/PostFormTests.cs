using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>The form that TikTok's guidelines demand, from settings and choices.</summary>
public sealed class PostFormTests
{
    private static readonly PostChoices Chosen = new() { PrivacyLevel = PrivacyLevel.PublicToEveryone };

    public static TheoryData<string, PostChoices, string> VideoProblems => new()
    {
        { "nothing chosen", new(), "privacyLevel:required" },
        { "a level", Chosen, "" },
        { "a level of somebody else", new() { PrivacyLevel = PrivacyLevel.FollowerOfCreator }, "privacyLevel:not_offered" },
        { "everything allowed", Chosen with { AllowComment = true, AllowDuet = true, AllowStitch = true }, "allowDuet:switched_off" },
        { "disclosure without a kind", Chosen with { DiscloseCommercialContent = true }, "discloseCommercialContent:incomplete" },
        { "own brand", Chosen with { DiscloseCommercialContent = true, OwnBrand = true }, "" },
        { "branded and private", new() { PrivacyLevel = PrivacyLevel.SelfOnly, DiscloseCommercialContent = true, BrandedContent = true }, "privacyLevel:branded_content_is_private" },
        { "own brand and private", new() { PrivacyLevel = PrivacyLevel.SelfOnly, DiscloseCommercialContent = true, OwnBrand = true }, "" },
        { "branded, not disclosed, private", new() { PrivacyLevel = PrivacyLevel.SelfOnly, BrandedContent = true }, "" },
        { "2200 units", Chosen with { Caption = new string('x', 2198) + "🍵" }, "" },
        { "2201 units", Chosen with { Caption = new string('x', 2199) + "🍵" }, "caption:too_long" },
        { "a description", Chosen with { Description = "x" }, "description:not_for_videos" },
        { "music", Chosen with { AddMusic = true }, "addMusic:not_for_videos" },
        { "a cover in the video", Chosen with { Cover = TimeSpan.FromSeconds(30) }, "" },
        { "a cover after the video", Chosen with { Cover = TimeSpan.FromSeconds(31) }, "cover:out_of_range" },
        { "several", new() { Caption = new string('x', 2201), AllowDuet = true, DiscloseCommercialContent = true }, "privacyLevel:required discloseCommercialContent:incomplete allowDuet:switched_off caption:too_long" },
    };

    public static TheoryData<string, PostChoices, string> PhotoProblems => new()
    {
        { "nothing chosen", new(), "privacyLevel:required" },
        { "90 and 4000 units", Chosen with { Caption = new string('x', 90), Description = new string('x', 4000), AddMusic = true, AllowComment = true }, "" },
        { "91 and 4001 units", Chosen with { Caption = new string('x', 91), Description = new string('x', 4001) }, "caption:too_long description:too_long" },
        { "duets", Chosen with { AllowDuet = true }, "allowDuet:not_for_photos" },
        { "a moment as the cover", Chosen with { Cover = TimeSpan.Zero }, "cover:not_for_photos" },
    };

    private static CreatorInfo Creator => new()
    {
        CreatorNickname = "Tea House",
        CreatorUsername = "tea.house",
        PrivacyLevelOptions = [PrivacyLevel.PublicToEveryone, PrivacyLevel.MutualFollowFriends, PrivacyLevel.SelfOnly],
        CommentDisabled = false,
        DuetDisabled = true,
        StitchDisabled = false,
        MaxVideoPostDurationSec = 60,
    };

    [Fact]
    public void At_first_nothing_is_chosen_and_everything_is_off()
    {
        var form = PostForm.ForVideo(Creator);

        Assert.True(form.CanPost);
        Assert.Equal(("Tea House", "tea.house", TimeSpan.FromMinutes(1)), (form.Nickname, form.Username, form.MaxDuration));
        Assert.Equal([PrivacyLevel.PublicToEveryone, PrivacyLevel.MutualFollowFriends, PrivacyLevel.SelfOnly], form.PrivacyOptions.Select(static option => option.Level));
        Assert.All(form.PrivacyOptions, static option => Assert.True(option is { IsSelected: false, IsEnabled: true }));
        FormToggle[] toggles = [form.Comment, form.Duet!, form.Stitch!, form.Disclosure, form.OwnBrand, form.BrandedContent];
        Assert.All(toggles, static toggle => Assert.False(toggle.IsOn));
        Assert.Equal([true, false, true, true, false, false], toggles.Select(static toggle => toggle.IsEnabled));
        Assert.All(toggles, static toggle => Assert.Equal(toggle.IsEnabled, toggle.Reason is null));
        Assert.Null(form.DisclosureLabel);
        Assert.Equal("consent.music", form.Consent.Key);
        Assert.False(form.IsComplete);
    }

    [Theory]
    [MemberData(nameof(VideoProblems))]
    public void A_form_of_a_video_has_all_its_problems(string what, PostChoices choices, string problems)
    {
        var form = PostForm.ForVideo(Creator, choices, TimeSpan.FromSeconds(30));

        Assert.Equal(problems, string.Join(' ', form.Problems.Select(static problem => $"{problem.Field}:{problem.Code}")));
        Assert.Equal(problems.Length == 0, form.IsComplete);
        Assert.NotEmpty(what);
        if (!form.IsComplete)
        {
            Assert.Equal(form.Problems, Assert.Throws<InvalidInputException>(form.ToVideoPostInfo).Problems);
        }
    }

    [Theory]
    [MemberData(nameof(PhotoProblems))]
    public void A_form_of_photos_has_all_its_problems(string what, PostChoices choices, string problems)
    {
        var form = PostForm.ForPhotos(Creator, choices);

        Assert.Equal(problems, string.Join(' ', form.Problems.Select(static problem => $"{problem.Field}:{problem.Code}")));
        Assert.NotEmpty(what);
        Assert.Null(form.Duet);
        Assert.Null(form.Stitch);
        Assert.Null(form.MaxDuration);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(60.5, false)]
    public void A_video_may_be_as_long_as_the_creator_is_allowed(double seconds, bool isComplete) =>
        Assert.Equal(isComplete, PostForm.ForVideo(Creator, Chosen, TimeSpan.FromSeconds(seconds)).IsComplete);

    [Theory]
    [InlineData(false, false, false, null, "consent.music")]
    [InlineData(true, false, false, null, "consent.music")]
    [InlineData(true, true, false, "label.promotional.video", "consent.music")]
    [InlineData(true, false, true, "label.partnership.video", "consent.branded")]
    [InlineData(true, true, true, "label.partnership.video", "consent.branded")]
    [InlineData(false, true, true, null, "consent.music")]
    public void The_label_and_the_consent_say_what_is_promoted(bool disclosed, bool own, bool branded, string? label, string consent)
    {
        var form = PostForm.ForVideo(Creator, Chosen with { DiscloseCommercialContent = disclosed, OwnBrand = own, BrandedContent = branded });

        Assert.Equal(label, form.DisclosureLabel?.Key);
        Assert.Equal(consent, form.Consent.Key);
        Assert.All(form.Consent.Links, link => Assert.Contains(link.Text, form.Consent.English, StringComparison.Ordinal));
        Assert.Equal(label is null ? null : label.Replace("video", "photos", StringComparison.Ordinal), PostForm.ForPhotos(Creator, form.Choices).DisclosureLabel?.Key);
    }

    [Fact]
    public void Branded_content_and_the_creator_alone_exclude_each_other()
    {
        var branded = PostForm.ForVideo(Creator, new PostChoices { DiscloseCommercialContent = true, BrandedContent = true });
        var alone = PostForm.ForVideo(Creator, new PostChoices { DiscloseCommercialContent = true, PrivacyLevel = PrivacyLevel.SelfOnly });

        Assert.Equal([true, true, false], branded.PrivacyOptions.Select(static option => option.IsEnabled));
        Assert.NotNull(branded.PrivacyOptions[2].Reason);
        Assert.False(alone.BrandedContent.IsEnabled);
        Assert.True(alone.OwnBrand.IsEnabled);
    }

    [Fact]
    public async Task What_the_creator_chose_is_what_is_sent()
    {
        await using var stage = await Stage.SetAsync();
        var choices = new PostChoices
        {
            PrivacyLevel = PrivacyLevel.MutualFollowFriends,
            AllowComment = true,
            AllowStitch = true,
            DiscloseCommercialContent = true,
            OwnBrand = true,
            IsAiGenerated = true,
            Caption = "Tea",
            Cover = TimeSpan.FromSeconds(1.5),
        };
        var form = await stage.Account.GetVideoFormAsync(choices, cancellationToken: Stage.Cancellation);

        await stage.Account.InitVideoPublishAsync(
            new VideoInitRequest { PostInfo = form.ToVideoPostInfo(), SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: Stage.Cancellation);

        Assert.Equal(
            """{"post_info":{"privacy_level":"MUTUAL_FOLLOW_FRIENDS","title":"Tea","disable_comment":false,"disable_duet":true,"disable_stitch":false,"video_cover_timestamp_ms":1500,"brand_content_toggle":false,"brand_organic_toggle":true,"is_aigc":true},"source_info":{"source":"PULL_FROM_URL","video_url":"https://media.example.com/clip.mp4"}}""",
            stage.Emulator.Requests[^1].BodyText);
        Assert.Throws<InvalidOperationException>(form.ToPhotoPostInfo);
    }

    [Theory]
    [InlineData(ErrorCodes.SpamRiskTooManyPosts, "blocked.too_many_posts")]
    [InlineData(ErrorCodes.SpamRiskUserBannedFromPosting, "blocked.banned")]
    [InlineData(ErrorCodes.ReachedActiveUserCap, "blocked.app_cap")]
    [InlineData("a_code_of_tomorrow", "blocked.other")]
    public async Task A_creator_who_cannot_post_gets_a_form_that_says_so(string code, string text)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = code;

        var form = await stage.Account.GetPhotoFormAsync(Chosen, cancellationToken: Stage.Cancellation);

        Assert.False(form.CanPost);
        Assert.Equal(text, form.Blocked?.Key);
        Assert.Empty(form.PrivacyOptions);
        Assert.False(form.IsComplete);
        Assert.Same(Chosen, form.Choices);
        Assert.Throws<InvalidInputException>(form.ToPhotoPostInfo);
    }

    [Fact]
    public async Task A_query_that_is_refused_is_an_error()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Scopes = ["video.upload"];

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => stage.Account.GetVideoFormAsync(cancellationToken: Stage.Cancellation));

        Assert.Equal(ErrorCode.ScopeNotAuthorized, refusal.Code);
    }
}
