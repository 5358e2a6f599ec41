using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 15: creators untick scopes, and apps learnt of it from a 401 in the middle of a post.</summary>
public sealed class Demand15_MissingScopesTests
{
    [Theory]
    [InlineData("drafts alone", TikTokScopes.VideoUpload, "queryCreatorInfo", TikTokScopes.VideoPublish)]
    [InlineData("direct posts alone", TikTokScopes.VideoPublish, "initInboxVideoUpload", TikTokScopes.VideoUpload)]
    public async Task What_was_not_granted_is_named_before_anything_is_sent(string granted, string scope, string operation, string missing)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic, scope]);
        var requests = stage.Emulator.Requests.Count;

        var failure = await Assert.ThrowsAsync<TikTokScopeException>(() => operation == "queryCreatorInfo"
            ? account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation)
            : account.ContentPosting.InitInboxVideoUploadAsync(new() { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: SignInStage.Cancellation));

        Assert.True(failure.Message.Contains($"{operation} needs the scope {missing}", StringComparison.Ordinal), granted);
        Assert.Equal(requests, stage.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Drafts_work_with_their_own_scope_alone()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.VideoUpload]);

        var opened = await account.ContentPosting.InitInboxVideoUploadAsync(new() { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: SignInStage.Cancellation);

        Assert.NotNull(opened.Data?.PublishId);
    }

    [Fact]
    public async Task Of_the_creator_only_what_was_granted_is_asked_for()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic]);

        var user = await account.GetUserAsync(SignInStage.Cancellation);

        Assert.NotNull(user.DisplayName);
        Assert.Null(user.FollowerCount);
    }
}
