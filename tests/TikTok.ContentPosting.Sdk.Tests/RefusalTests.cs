using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>What TikTok refuses, and what the caller learns of it.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(ErrorCodes.SpamRiskTooManyPosts, RetryAdvice.NextDay)]
    [InlineData(ErrorCodes.SpamRiskUserBannedFromPosting, RetryAdvice.Never)]
    [InlineData(ErrorCodes.ReachedActiveUserCap, RetryAdvice.NextDay)]
    public async Task A_creator_who_cannot_post_fails_the_first_step_in_spite_of_status_200(string code, RetryAdvice advice)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = code;

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        Assert.Equal(Steps.GetCreatorInfo, failure.Step);
        var refusal = Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false);
        Assert.Equal(200, refusal.StatusCode);
        Assert.Equal(code, refusal.Code.Value);
        Assert.Equal(code, refusal.ErrorCode);
        Assert.Equal(advice, refusal.RetryAdvice);
        Assert.NotNull(refusal.LogId);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.LogId, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.Advice, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(code, failure.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.LogId, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, stage.InitsReceived);
    }

    [Fact]
    public async Task A_direct_call_throws_the_refusal_of_status_200_too()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = ErrorCodes.ReachedActiveUserCap;
        var options = new RequestOptions { AccessToken = stage.Emulator.AccessToken };

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => stage.Client.QueryCreatorInfoAsync(options, Stage.Cancellation));
        var response = await stage.Client.QueryCreatorInfoWithResponseAsync(options, Stage.Cancellation);

        Assert.Equal(ErrorCode.ReachedActiveUserCap, refusal.Code);
        Assert.False(response.IsSuccess);
        Assert.Equal(200, response.StatusCode);
        Assert.True(response.TryGetError<ErrorResponse>(out var error));
        Assert.Equal(ErrorCode.ReachedActiveUserCap, error.Error.Code);
    }

    [Theory]
    [InlineData(ErrorCodes.InvalidParam, RetryAdvice.Never)]
    [InlineData(ErrorCodes.InvalidParams, RetryAdvice.Never)]
    [InlineData(ErrorCodes.InvalidPublishId, RetryAdvice.Never)]
    [InlineData(ErrorCodes.TokenNotAuthorizedForSpecifiedPublishId, RetryAdvice.Never)]
    [InlineData(ErrorCodes.PublishNotCancellable, RetryAdvice.Never)]
    [InlineData(ErrorCodes.AppVersionCheckFailed, RetryAdvice.AfterCreatorAction)]
    [InlineData(ErrorCodes.AccessTokenInvalid, RetryAdvice.AfterTokenRefresh)]
    [InlineData(ErrorCodes.ScopeNotAuthorized, RetryAdvice.AfterConsent)]
    [InlineData(ErrorCodes.UrlOwnershipUnverified, RetryAdvice.AfterAppSetup)]
    [InlineData(ErrorCodes.PrivacyLevelOptionMismatch, RetryAdvice.Never)]
    [InlineData(ErrorCodes.UnauditedClientCanOnlyPostToPrivateAccounts, RetryAdvice.AfterCreatorAction)]
    [InlineData(ErrorCodes.SpamRiskTooManyPosts, RetryAdvice.NextDay)]
    [InlineData(ErrorCodes.SpamRiskTooManyPendingShare, RetryAdvice.AfterCreatorAction)]
    [InlineData(ErrorCodes.SpamRiskUserBannedFromPosting, RetryAdvice.Never)]
    [InlineData(ErrorCodes.ReachedActiveUserCap, RetryAdvice.NextDay)]
    [InlineData(ErrorCodes.RateLimitExceeded, RetryAdvice.BackOff)]
    [InlineData(ErrorCodes.InternalError, RetryAdvice.AfterOutcomeCheck)]
    [InlineData("a_code_of_tomorrow", RetryAdvice.Never)]
    public async Task Each_code_says_what_to_do_and_is_transient_only_when_waiting_helps(string code, RetryAdvice advice)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(code, code == "a_code_of_tomorrow" ? 400 : null));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => InitAsync(stage));

        Assert.Equal(code, refusal.Code.Value);
        Assert.Equal(advice, refusal.RetryAdvice);
        Assert.Equal(advice == RetryAdvice.BackOff, refusal.IsTransient);
        Assert.Equal(advice == RetryAdvice.AfterOutcomeCheck, refusal.OutcomeUnknown);
        Assert.NotEmpty(refusal.Advice);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.LogId!, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_codes_that_people_misread_are_explained()
    {
        await using var stage = await Stage.SetAsync();

        Assert.Contains("account itself", await AdviceAsync(ErrorCodes.UnauditedClientCanOnlyPostToPrivateAccounts), StringComparison.Ordinal);
        Assert.Contains("developer portal", await AdviceAsync(ErrorCodes.UrlOwnershipUnverified), StringComparison.Ordinal);
        Assert.Contains("video.publish", await AdviceAsync(ErrorCodes.ScopeNotAuthorized), StringComparison.Ordinal);
        Assert.Contains("The limit is the app's", await AdviceAsync(ErrorCodes.ReachedActiveUserCap), StringComparison.Ordinal);

        async Task<string> AdviceAsync(string code)
        {
            stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(code));
            return (await Assert.ThrowsAnyAsync<TikTokApiException>(() => InitAsync(stage))).Advice;
        }
    }

    [Fact]
    public async Task A_status_that_the_description_does_not_have_keeps_TikToks_word()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(ErrorCodes.InvalidParam, statusCode: 418));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => InitAsync(stage));

        Assert.Equal(418, refusal.StatusCode);
        Assert.Equal(ErrorCode.InvalidParam, refusal.Code);
    }

    [Fact]
    public async Task The_log_id_is_found_under_its_other_name()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(
            EmulatorOperation.InitInboxVideoUpload, Fault.Reply(400, """{"data":{},"error":{"code":"invalid_param","message":"no","logid":"20261122ABC"}}"""));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => InitAsync(stage));

        Assert.Equal("20261122ABC", refusal.LogId);
    }

    [Fact]
    public async Task What_is_no_identifier_does_not_get_into_the_message()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(
            EmulatorOperation.InitInboxVideoUpload, Fault.Reply(400, """{"error":{"code":"<script>\n","message":"no","log_id":"a b\u0007"}}"""));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => InitAsync(stage));

        Assert.Equal("<script>\n", refusal.Code.Value);
        Assert.DoesNotContain("a b", refusal.LogId, StringComparison.Ordinal);
        Assert.DoesNotContain("a b", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_classifier_of_the_caller_has_the_last_word()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = ErrorCodes.SpamRiskTooManyPosts;
        var lenient = new Lenient();
        using var client = stage.CreateClient(options => options.Classifier = lenient);

        var answer = await client.QueryCreatorInfoAsync(new RequestOptions { AccessToken = stage.Emulator.AccessToken }, Stage.Cancellation);

        Assert.Equal(ErrorCode.SpamRiskTooManyPosts, answer.Error?.Code);
        Assert.IsType<TikTokApiException>(lenient.Seen, exactMatch: false);
    }

    private static Task<VideoInitResponse> InitAsync(Stage stage) => stage.Client.InitInboxVideoUploadAsync(
        new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } },
        new RequestOptions { AccessToken = stage.Emulator.AccessToken },
        Stage.Cancellation);

    private sealed class Lenient : ResponseClassifier
    {
        public ApiException? Seen { get; private set; }

        public override ApiException? Classify(ApiResponse response, object? body, ApiException? failure)
        {
            Seen = failure;
            return null;
        }
    }
}
