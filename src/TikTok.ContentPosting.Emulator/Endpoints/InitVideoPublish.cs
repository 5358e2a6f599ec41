namespace TikTok.ContentPosting.Emulator;

internal sealed class InitVideoPublish : InitEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.InitVideoPublish;

    public override string Path => "/v2/post/publish/video/init/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.Publish];

    protected override NewPost Check(Call call)
    {
        var body = call.Body;
        var postInfo = body.Object("post_info");
        postInfo.CheckLength("title", 2200);
        postInfo.CheckBooleans("disable_comment", "disable_duet", "disable_stitch", "brand_content_toggle", "brand_organic_toggle", "is_aigc");
        postInfo.CheckInteger("video_cover_timestamp_ms");
        var level = PostingRules.CheckPrivacy(call, postInfo);

        var media = VideoSource.Check(call, body.Object("source_info"));
        PostingRules.CheckCreator(call);
        var prefix = media.Chunks is null ? "v_pub_url~v2." : "v_pub_file~v2-1.";
        return new NewPost(call.Creator, Operation, prefix, IsDraft: false, level == PostingRules.PublicLevel, media) { Caption = postInfo.TextOrNull("title") };
    }
}
