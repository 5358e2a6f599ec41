using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 28: TikTok's messages all say the same, so a report without code and log id goes nowhere. Traces are in <c>FailureTests</c>.</summary>
public sealed class Demand28_LogIdsTests
{
    [Theory]
    [InlineData("""{"error":{"code":"invalid_param","message":"Please review our guidelines","log_id":"L1"}}""", "L1")]
    [InlineData("""{"error":{"code":"invalid_params","message":"Please review our guidelines","logid":"L2"}}""", "L2")]
    [InlineData("""{"error":{"code":"a_code_of_tomorrow","message":"Please review our guidelines"}}""", null)]
    public async Task Code_and_log_id_are_in_every_failure(string body, string? logId)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Reply(400, body));

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        var refusal = Assert.IsType<TikTokApiException>(failure.InnerException);
        Assert.Equal(logId ?? refusal.ResponseHeaders["x-tt-logid"], refusal.LogId);
        Assert.Contains(refusal.Code.Value, failure.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.LogId!, failure.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.Advice, failure.Message, StringComparison.Ordinal);
    }
}
