using System.Text.Json;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 23: duets on photos, a privacy level on drafts, is_aigc in the wrong object, captions counted in bytes: what cannot be is not there to be set.</summary>
public sealed class Demand23_ImpossibleFieldsTests
{
    [Theory]
    [InlineData(typeof(InboxVideoInitRequest), "SourceInfo")]
    [InlineData(typeof(PullFromUrl), "Source VideoUrl")]
    [InlineData(typeof(FileUpload), "Source VideoSize ChunkSize TotalChunkCount")]
    [InlineData(typeof(PhotoDraftInfo), "Title Description")]
    [InlineData(typeof(PhotoPostInfo), "PrivacyLevel Title Description DisableComment AutoAddMusic BrandContentToggle BrandOrganicToggle")]
    [InlineData(typeof(VideoPostInfo), "PrivacyLevel Title DisableComment DisableDuet DisableStitch VideoCoverTimestampMs BrandContentToggle BrandOrganicToggle IsAigc")]
    public void A_request_has_the_fields_of_its_flow_and_no_others(Type type, string properties) =>
        Assert.Equal(properties, string.Join(' ', type.GetProperties().Select(static property => property.Name).Where(static name => name != "AdditionalProperties")));

    [Fact]
    public void Is_aigc_stands_in_the_post_of_videos_and_beside_it_for_photos()
    {
        PhotoInitRequest photos = new PhotoPostRequest
        {
            IsAigc = true,
            PostInfo = new PhotoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly },
            SourceInfo = new PhotoSource { PhotoImages = [new Uri("https://example.com/1.jpg")], PhotoCoverIndex = 0 },
        };

        Assert.Equal(
            """{"media_type":"PHOTO","post_mode":"DIRECT_POST","is_aigc":true,"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"PULL_FROM_URL","photo_images":["https://example.com/1.jpg"],"photo_cover_index":0}}""",
            JsonSerializer.Serialize(photos));
        Assert.Contains("is_aigc", JsonSerializer.Serialize(new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly, IsAigc = true }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2200, 0, true)]
    [InlineData(2198, 1, true)]
    [InlineData(2199, 1, false)]
    [InlineData(2201, 0, false)]
    public void Captions_are_counted_in_UTF_16_code_units(int letters, int emoji, bool fits)
    {
        var caption = new string('é', letters) + string.Concat(Enumerable.Repeat("🍵", emoji));

        Assert.Equal(fits, PostRules.Check(new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly, Title = caption }).Count == 0);
    }
}
