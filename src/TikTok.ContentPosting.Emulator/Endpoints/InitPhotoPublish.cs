namespace TikTok.ContentPosting.Emulator;

internal sealed class InitPhotoPublish : InitEndpoint
{
    private const int MostPhotos = 35;
    private static readonly Version OldestApp = new(31, 8);

    public override EmulatorOperation Operation => EmulatorOperation.InitPhotoPublish;

    public override string Path => "/v2/post/publish/content/init/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.Publish, TokenScopes.Upload];

    protected override NewPost Check(Call call)
    {
        var body = call.Body;
        body.OneOf("media_type", "PHOTO");
        body.CheckBooleans("is_aigc");
        var isDraft = body.OneOf("post_mode", "DIRECT_POST", "MEDIA_UPLOAD") == "MEDIA_UPLOAD";
        CheckScope(call, isDraft ? TokenScopes.Upload : TokenScopes.Publish);

        var postInfo = body.Object("post_info");
        postInfo.CheckLength("title", 90);
        postInfo.CheckLength("description", 4000);
        postInfo.CheckBooleans("disable_comment", "auto_add_music", "brand_content_toggle", "brand_organic_toggle");
        var isPublic = isDraft || PostingRules.CheckPrivacy(call, postInfo) == PostingRules.PublicLevel;

        var urls = CheckPhotos(call, body.Object("source_info"));
        if (isDraft)
            CheckDraft(call);
        else
            PostingRules.CheckCreator(call);
        return new NewPost(call.Creator, Operation, "p_pub_url~v2.", isDraft, isPublic, new MediaToCome(urls));
    }

    private static void CheckScope(Call call, string scope)
    {
        if (!call.Scopes.Contains(scope))
            throw new RefusalException(ErrorCodes.ScopeNotAuthorized, $"The creator has not granted {scope}.");
    }

    private static IReadOnlyList<string> CheckPhotos(Call call, RequestBody sourceInfo)
    {
        sourceInfo.OneOf("source", "PULL_FROM_URL");
        var urls = sourceInfo.Texts("photo_images");
        if (urls.Count is 0 or > MostPhotos)
            throw RequestBody.Invalid($"photo_images must have 1 to {MostPhotos} URLs.");
        if (sourceInfo.Integer("photo_cover_index") is var index && (index < 0 || index >= urls.Count))
            throw RequestBody.Invalid("photo_cover_index must point at one of photo_images.");
        foreach (var url in urls)
            call.Platform.VerifiedUrls.Check(url, "photo_images");
        return urls;
    }

    private static void CheckDraft(Call call)
    {
        if (call.Creator.AppVersion < OldestApp)
            throw new RefusalException(ErrorCodes.AppVersionCheckFailed, $"The creator's TikTok app is older than {OldestApp}.");
        PostingRules.CheckDrafts(call);
    }
}
