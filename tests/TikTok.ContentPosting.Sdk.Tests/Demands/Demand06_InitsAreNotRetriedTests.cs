using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 6: an init that was sent again posted twice; TikTok recognises no repetition. What handlers do is in <c>NothingTwiceTests</c>.</summary>
public sealed class Demand06_InitsAreNotRetriedTests
{
    public static TheoryData<string, bool> Mishaps => new()
    {
        // what happened, whether the post may exist
        { "500", true },
        { "502 of a gateway", true },
        { "connection lost after it arrived", true },
        { "connection lost before it was read", true },
        { "answer cut off", true },
        { "429", false },
    };

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task An_init_is_sent_once_and_the_caller_knows_what_is_not_known(string mishap, bool isUnknown)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, mishap switch
        {
            "500" => Fault.Refuse(ErrorCodes.InternalError, afterProcessing: true),
            "502 of a gateway" => Fault.Reply(502, "<html>bad gateway</html>", "text/html", afterProcessing: true),
            "connection lost after it arrived" => Fault.DropAfterProcessing,
            "connection lost before it was read" => Fault.DropBeforeReading,
            "answer cut off" => Fault.DropInBody,
            _ => Fault.Refuse(ErrorCodes.RateLimitExceeded),
        });

        var failure = await Assert.ThrowsAnyAsync<WorkflowException>(() => stage.RunAsync());

        Assert.Equal(isUnknown, failure is WorkflowOutcomeUnknownException);
        Assert.Equal(isUnknown, failure.Checkpoint!.IsInFlight);
        Assert.Equal(1, stage.InitsReceived);
        Assert.InRange(stage.Emulator.Posts.Count, 0, 1);
    }

    [Fact]
    public async Task The_publish_id_can_be_stored_before_the_first_wait()
    {
        await using var stage = await Stage.SetAsync();
        var stored = "";

        await stage.RunAsync(progress =>
        {
            if (stored.Length == 0 && progress.Outputs.TryGetValue("publishId", out var publishId))
            {
                stored = $"{publishId} after {stage.Received(EmulatorOperation.GetPublishStatus)} looks";
            }
        });

        Assert.Equal($"{stage.Emulator.Posts.Single().PublishId} after 0 looks", stored);
    }
}
