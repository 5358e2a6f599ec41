namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 19: apps fail the audit over their post page. The form has the guidelines in it; all of it is in <c>PostFormTests</c>.</summary>
public sealed class Demand19_PostPageTests
{
    private static readonly CreatorInfo Creator = new()
    {
        CreatorNickname = "Tea House",
        PrivacyLevelOptions = [PrivacyLevel.PublicToEveryone, PrivacyLevel.SelfOnly],
        CommentDisabled = true,
        MaxVideoPostDurationSec = 60,
    };

    public static TheoryData<string, Func<PostForm, bool>> Rules => new()
    {
        { "no privacy level is chosen for the creator", static form => form.PrivacyOptions.All(static option => !option.IsSelected) && !form.IsComplete },
        { "comments, duets and stitches are off", static form => !form.Comment.IsOn && !form.Duet!.IsOn && !form.Stitch!.IsOn },
        { "what the account switched off is grey", static form => !form.Comment.IsEnabled && form.Comment.Reason is not null && form.Duet!.IsEnabled },
        { "nothing is disclosed", static form => !form.Disclosure.IsOn && form.DisclosureLabel is null },
        { "the account is named", static form => form.Nickname == "Tea House" },
        { "the consent names the music", static form => form.Consent.English.Contains("Music Usage Confirmation", StringComparison.Ordinal) },
        { "branded content names its policy too", static form => Again(form, branded: true).Consent.English.Contains("Branded Content Policy", StringComparison.Ordinal) },
        { "branded content is not for the creator alone", static form => !Again(form, branded: true).PrivacyOptions[1].IsEnabled },
        { "both kinds of promotion are a partnership", static form => Again(form, branded: true).DisclosureLabel!.Key == "label.partnership.video" },
        { "a video that is too long cannot be sent", static _ => !PostForm.ForVideo(Creator, new PostChoices { PrivacyLevel = PrivacyLevel.SelfOnly }, TimeSpan.FromSeconds(61)).IsComplete },
        { "photos have comments only", static _ => PostForm.ForPhotos(Creator) is { Duet: null, Stitch: null } },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_form_keeps_the_guidelines(string rule, Func<PostForm, bool> holds) => Assert.True(holds(PostForm.ForVideo(Creator)), rule);

    private static PostForm Again(PostForm form, bool branded) =>
        PostForm.ForVideo(Creator, form.Choices with { DiscloseCommercialContent = true, OwnBrand = true, BrandedContent = branded });
}
