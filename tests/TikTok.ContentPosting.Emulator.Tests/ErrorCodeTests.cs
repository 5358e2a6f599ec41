namespace TikTok.ContentPosting.Emulator.Tests;

public class ErrorCodeTests
{
    public static TheoryData<EmulatorOperation> Operations => [.. Enum.GetValues<EmulatorOperation>().Where(operation => operation < EmulatorOperation.UploadChunk)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_missing_unknown_or_expired_token_is_401(EmulatorOperation operation)
    {
        await using var tiktok = await Harness.StartAsync();
        var expired = tiktok.Emulator.AddCreator(new TikTokCreator { TokenIsInvalid = true });

        foreach (var token in new[] { "", "act.unknown", expired.AccessToken })
            (await tiktok.PostAsync(Paths.Of(operation), Bodies.Of(operation), token)).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
    }

    [Theory]
    [InlineData(EmulatorOperation.QueryCreatorInfo, "video.upload", false)]
    [InlineData(EmulatorOperation.QueryCreatorInfo, "video.publish", true)]
    [InlineData(EmulatorOperation.InitInboxVideoUpload, "video.publish", false)]
    [InlineData(EmulatorOperation.InitInboxVideoUpload, "video.upload", true)]
    [InlineData(EmulatorOperation.InitVideoPublish, "video.upload", false)]
    [InlineData(EmulatorOperation.InitVideoPublish, "video.publish", true)]
    [InlineData(EmulatorOperation.InitPhotoPublish, "video.upload", false)]
    [InlineData(EmulatorOperation.InitPhotoPublish, "video.publish", true)]
    [InlineData(EmulatorOperation.GetPublishStatus, "user.info.basic", false)]
    [InlineData(EmulatorOperation.CancelPublish, "user.info.basic", false)]
    public async Task A_scope_that_was_not_granted_is_401(EmulatorOperation operation, string scope, bool isEnough)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.Scopes = [scope];

        var reply = await tiktok.PostAsync(Paths.Of(operation), Bodies.Of(operation));

        if (isEnough)
            reply.ShouldBe(200, "ok");
        else
            reply.ShouldBe(401, ErrorCodes.ScopeNotAuthorized);
    }

    [Theory]
    [InlineData("video.upload", 200, "ok")]
    [InlineData("video.publish", 401, "scope_not_authorized")]
    public async Task A_photo_draft_needs_the_upload_scope(string scope, int status, string code)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.Scopes = [scope];

        (await tiktok.PostAsync(Paths.PhotoInit, Bodies.Photos("MEDIA_UPLOAD", "{}"))).ShouldBe(status, code);
    }

    public static TheoryData<string, string?> InvalidBodies
    {
        get
        {
            var longCaption = new string('x', 2201);
            var manyPhotos = "[" + string.Join(',', Enumerable.Repeat("\"https://example.com/1.webp\"", 36)) + "]";
            return new()
            {
                { Paths.InboxInit, null },
                { Paths.InboxInit, "no JSON" },
                { Paths.InboxInit, "[]" },
                { Paths.InboxInit, "{}" },
                { Paths.InboxInit, """{"source_info":"PULL_FROM_URL"}""" },
                { Paths.InboxInit, """{"source_info":{}}""" },
                { Paths.InboxInit, """{"source_info":{"source":"CARRIER_PIGEON"}}""" },
                { Paths.InboxInit, """{"source_info":{"source":"PULL_FROM_URL"}}""" },
                { Paths.InboxInit, """{"source_info":{"source":"PULL_FROM_URL","video_url":7}}""" },
                { Paths.InboxInit, """{"source_info":{"source":"FILE_UPLOAD"}}""" },
                { Paths.InboxInit, """{"source_info":{"source":"FILE_UPLOAD","video_size":1.5,"chunk_size":1,"total_chunk_count":1}}""" },
                { Paths.InboxInit, Bodies.InboxPull("http://example.com/clip.mp4") },
                { Paths.InboxInit, Bodies.InboxPull("https://192.0.2.1/clip.mp4") },
                { Paths.InboxInit, Bodies.InboxPull("https://[2001:db8::1]/clip.mp4") },
                { Paths.InboxInit, Bodies.InboxPull("https://me:secret@example.com/clip.mp4") },
                { Paths.InboxInit, Bodies.InboxPull("clip.mp4") },
                { Paths.VideoInit, Bodies.InboxPull() },
                { Paths.VideoInit, Bodies.VideoPull("EVERYBODY") },
                { Paths.VideoInit, Bodies.VideoPull(more: $",\"title\":\"{longCaption}\"") },
                { Paths.VideoInit, Bodies.VideoPull(more: ",\"disable_duet\":\"yes\"") },
                { Paths.VideoInit, Bodies.VideoPull(more: ",\"video_cover_timestamp_ms\":0.5") },
                { Paths.PhotoInit, "{}" },
                { Paths.PhotoInit, Bodies.Photos("DIRECT POST") },
                { Paths.PhotoInit, Bodies.Photos(postInfo: "{}") },
                { Paths.PhotoInit, Bodies.Photos(source: "FILE_UPLOAD") },
                { Paths.PhotoInit, Bodies.Photos(urls: "[]") },
                { Paths.PhotoInit, Bodies.Photos(urls: "[7]") },
                { Paths.PhotoInit, Bodies.Photos(urls: manyPhotos) },
                { Paths.PhotoInit, Bodies.Photos(cover: 1) },
                { Paths.PhotoInit, Bodies.Photos(cover: -1) },
                { Paths.Status, "{}" },
                { Paths.Status, "{\"publish_id\":\"\\ud800\"}" },
                { Paths.Status, """{"publish_id":""}""" },
                { Paths.Cancel, """{"publish_id":7}""" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(InvalidBodies))]
    public async Task A_body_that_makes_no_sense_is_400_and_opens_nothing(string path, string? body)
    {
        await using var tiktok = await Harness.StartAsync();

        (await tiktok.PostAsync(path, body)).ShouldBe(400, ErrorCodes.InvalidParam);
        Assert.Empty(tiktok.Emulator.Posts);
    }

    [Theory]
    [InlineData(Paths.Status)]
    [InlineData(Paths.Cancel)]
    public async Task A_post_that_is_unknown_or_another_creators_is_400(string path)
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = await tiktok.OpenDraftAsync();
        var other = tiktok.Emulator.AddCreator(new TikTokCreator());

        (await tiktok.PostAsync(path, Bodies.PublishId("v_inbox_url~v2.1"))).ShouldBe(400, ErrorCodes.InvalidPublishId);
        (await tiktok.PostAsync(path, Bodies.PublishId(publishId), other.AccessToken)).ShouldBe(400, ErrorCodes.TokenNotAuthorizedForSpecifiedPublishId);
    }

    [Theory]
    [InlineData(PublishStatuses.ProcessingUpload)]
    [InlineData(PublishStatuses.SendToUserInbox)]
    [InlineData(PublishStatuses.PublishComplete)]
    [InlineData(PublishStatuses.Failed)]
    public async Task What_is_not_pulled_any_more_cannot_be_cancelled(string status)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().Then(status));

        (await tiktok.CancelAsync(await tiktok.OpenDraftAsync())).ShouldBe(400, ErrorCodes.PublishNotCancellable);
    }

    [Theory]
    [InlineData(ErrorCodes.SpamRiskTooManyPosts)]
    [InlineData(ErrorCodes.SpamRiskUserBannedFromPosting)]
    [InlineData(ErrorCodes.ReachedActiveUserCap)]
    public async Task A_creator_who_cannot_post_is_200_for_the_query_and_403_for_inits(string code)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.Refusal = code;

        var query = await tiktok.CreatorInfoAsync();

        query.ShouldBe(200, code);
        Assert.Equal("{}", query.Json["data"]!.ToJsonString());
        (await tiktok.InboxInitAsync()).ShouldBe(403, code);
        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull())).ShouldBe(403, code);
        (await tiktok.PostAsync(Paths.PhotoInit, Bodies.Photos())).ShouldBe(403, code);
    }

    [Theory]
    [InlineData(Paths.VideoInit)]
    [InlineData(Paths.PhotoInit)]
    public async Task A_privacy_level_that_is_no_option_is_403(string path)
    {
        await using var tiktok = await Harness.StartAsync();
        var body = path == Paths.VideoInit ? Bodies.VideoPull("FOLLOWER_OF_CREATOR") : Bodies.Photos(postInfo: """{"privacy_level":"FOLLOWER_OF_CREATOR"}""");

        (await tiktok.PostAsync(path, body)).ShouldBe(403, ErrorCodes.PrivacyLevelOptionMismatch);
        tiktok.Creator.IsPrivate = true;
        (await tiktok.PostAsync(path, body)).ShouldBe(200, "ok");
    }

    [Theory]
    [InlineData(false, "SELF_ONLY", 403)]
    [InlineData(true, "MUTUAL_FOLLOW_FRIENDS", 403)]
    [InlineData(true, "SELF_ONLY", 200)]
    public async Task An_unaudited_app_makes_only_private_posts_to_private_accounts(bool isPrivate, string level, int status)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, IsAudited = false });
        tiktok.Creator.IsPrivate = isPrivate;

        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull(level)))
            .ShouldBe(status, status == 200 ? "ok" : ErrorCodes.UnauditedClientCanOnlyPostToPrivateAccounts);
        (await tiktok.InboxInitAsync()).ShouldBe(200, "ok");
    }

    [Theory]
    [InlineData("31.7", "MEDIA_UPLOAD", 400)]
    [InlineData("31.8", "MEDIA_UPLOAD", 200)]
    [InlineData("31.7", "DIRECT_POST", 200)]
    public async Task An_old_app_is_400_for_photo_drafts(string version, string mode, int status)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.AppVersion = Version.Parse(version);

        (await tiktok.PostAsync(Paths.PhotoInit, Bodies.Photos(mode))).ShouldBe(status, status == 200 ? "ok" : ErrorCodes.AppVersionCheckFailed);
    }
}
