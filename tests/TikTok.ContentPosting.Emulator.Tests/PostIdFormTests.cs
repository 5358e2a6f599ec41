namespace TikTok.ContentPosting.Emulator.Tests;

public class PostIdFormTests
{
    [Theory]
    [InlineData(PostIdForm.Numbers, "\"publicaly_available_post_id\":[7602997517160123457]")]
    [InlineData(PostIdForm.Texts, "\"publicaly_available_post_id\":[\"7602997517160123457\"]")]
    [InlineData(PostIdForm.BareNumber, "\"publicaly_available_post_id\":7602997517160123457")]
    [InlineData(PostIdForm.BareText, "\"publicaly_available_post_id\":\"7602997517160123457\"")]
    public async Task Ids_come_in_every_form_that_was_seen(PostIdForm form, string json)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, PostIdForm = form });
        tiktok.Emulator.NextPost(new PostScript().Then(PublishStatuses.PublishComplete));
        var publishId = await tiktok.OpenDraftAsync();

        Assert.Contains(json, (await tiktok.StatusAsync(publishId)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_is_a_PNG_file_is_found_out_after_the_init()
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = (await tiktok.PostAsync(Paths.PhotoInit, Bodies.Photos(urls: "[\"https://example.com/1.png\"]"))).Data("publish_id");
        tiktok.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((PublishStatuses.Failed, FailReasons.FileFormatCheckFailed), (tiktok.Emulator.Posts.Single().Status, tiktok.Emulator.Posts.Single().FailReason));
        Assert.NotEmpty(publishId);
    }
}
