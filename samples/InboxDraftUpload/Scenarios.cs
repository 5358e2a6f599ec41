using TikTok.ContentPosting.Emulator;

namespace InboxDraftUpload;

/// <summary>What each scenario is called, and what the emulator does in it.</summary>
internal static class Scenarios
{
    private static readonly (Scenario Scenario, string Name, string Description)[] All =
    [
        (Scenario.Delivered, "delivered", "the draft reaches the inbox"),
        (Scenario.Published, "published", "the creator posts the draft while it is being polled"),
        (Scenario.Failed, "failed", "TikTok cannot fetch the video"),
        (Scenario.Refused, "refused", "TikTok refuses the creator, with HTTP status 200"),
        (Scenario.RateLimited, "rate-limited", "too many status queries: the SDK waits and tries again"),
        (Scenario.ServerError, "server-error", "status queries fail with 500: the SDK tries again"),
        (Scenario.Dropped, "dropped", "the answer to the init is lost: the SDK does not open a second draft"),
        (Scenario.Slow, "slow", "the video is never processed"),
    ];

    public static IEnumerable<string> Names => All.Select(static entry => entry.Name);

    public static IEnumerable<string> Descriptions => All.Select(static entry => $"{entry.Name}: {entry.Description}");

    public static bool TryParse(string name, out Scenario scenario)
    {
        var index = Array.FindIndex(All, entry => entry.Name == name);
        scenario = index < 0 ? default : All[index].Scenario;
        return index >= 0;
    }

    public static void Play(Scenario scenario, TikTokEmulator emulator)
    {
        var processed = new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 3);
        emulator.NextPost(scenario switch
        {
            Scenario.Published => processed.Then(PublishStatuses.PublishComplete),
            Scenario.Failed => processed.ThenFail(FailReasons.VideoPullFailed),
            Scenario.Slow => new PostScript().Then(PublishStatuses.ProcessingDownload),
            _ => processed.Then(PublishStatuses.SendToUserInbox),
        });
        switch (scenario)
        {
            case Scenario.Refused:
                emulator.DefaultCreator.Refusal = ErrorCodes.SpamRiskTooManyPosts;
                break;
            case Scenario.RateLimited:
                emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.RateLimitExceeded, retryAfter: "1"));
                break;
            case Scenario.ServerError:
                emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.InternalError), times: 2);
                break;
            case Scenario.Dropped:
                emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.DropAfterProcessing);
                break;
        }
    }
}
