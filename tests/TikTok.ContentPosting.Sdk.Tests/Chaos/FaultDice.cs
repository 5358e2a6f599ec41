namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>What can go wrong, by chance that a seed decides.</summary>
internal sealed class FaultDice(Random random)
{
    private static readonly string[] Refusals =
    [
        ErrorCodes.RateLimitExceeded, ErrorCodes.AccessTokenInvalid, ErrorCodes.SpamRiskTooManyPosts, ErrorCodes.InvalidParam, ErrorCodes.ReachedActiveUserCap, "a_code_of_tomorrow",
    ];

    private static readonly string[] Reasons = [FailReasons.FileFormatCheckFailed, FailReasons.VideoPullFailed, FailReasons.Internal, "a_reason_of_tomorrow"];

    /// <summary>Spoils some of the answers that an attempt is about to get.</summary>
    public void Throw(TikTokEmulator emulator, IEnumerable<EmulatorOperation> calls)
    {
        foreach (var call in calls)
        {
            if (random.Next(4) == 0)
            {
                var isInit = call is not (EmulatorOperation.QueryCreatorInfo or EmulatorOperation.GetPublishStatus or EmulatorOperation.UploadChunk);
                emulator.NextAnswer(call, call == EmulatorOperation.UploadChunk ? Chunk() : Answer(), times: isInit ? 1 : random.Next(1, 4));
            }
        }
    }

    /// <summary>Spoils every other webhook that an attempt leads to, or what the app does with it.</summary>
    public void Throw(TikTokEmulator emulator, ChaosEvents events)
    {
        if (random.Next(2) == 0)
        {
            return;
        }
        if (random.Next(6) == 0)
        {
            events.FailNext();
        }
        else
        {
            emulator.NextWebhook(Webhook());
        }
    }

    /// <summary>How a post fares: mostly well, sometimes not, sometimes it stays where it is.</summary>
    public PostScript Script(bool isDraft)
    {
        var script = new PostScript().Then(PublishStatuses.ProcessingDownload, polls: random.Next(1, 4));
        return random.Next(20) switch
        {
            0 => script.Then("A_STATUS_OF_TOMORROW"),
            1 => script.Then("SENDING_TO_USER_INBOX", polls: 2).Then(PublishStatuses.SendToUserInbox),
            2 or 3 or 4 => script.ThenFail(Reasons[random.Next(Reasons.Length)]),
            _ => script.Then(isDraft ? PublishStatuses.SendToUserInbox : PublishStatuses.PublishComplete),
        };
    }

    private WebhookFault Webhook() => random.Next(5) switch
    {
        0 => WebhookFault.Lose,
        1 => WebhookFault.AfterNext,
        2 => WebhookFault.WrongSignature,
        3 => WebhookFault.Duplicate(random.Next(1, 4)),
        _ => WebhookFault.Delay(TimeSpan.FromSeconds(random.Next(1, 60))),
    };

    private Fault Answer() => random.Next(10) switch
    {
        0 => Fault.DropBeforeReading,
        1 => Fault.DropAfterProcessing,
        2 => Fault.DropInBody,
        3 => Fault.CutOff,
        4 => Fault.Reply(502, "<html>Bad gateway</html>", "text/html", afterProcessing: random.Next(2) == 0),
        5 => Fault.Reply(200, "<html>Sign in to the hotel's network</html>", "text/html", afterProcessing: random.Next(2) == 0),
        6 => Fault.Delay(TimeSpan.FromSeconds(random.Next(1, 20)), random.Next(2) == 0 ? Fault.DropAfterProcessing : null),
        // Only a server that fails does what it says it has not done.
        7 => Fault.Refuse(ErrorCodes.InternalError, afterProcessing: random.Next(2) == 0),
        _ => Fault.Refuse(Refusals[random.Next(Refusals.Length)], retryAfter: random.Next(3) == 0 ? "2" : null),
    };

    private Fault Chunk() => random.Next(9) switch
    {
        0 => Fault.DropBeforeReading,
        1 => Fault.DropAfterProcessing,
        2 => Fault.DropInRequestBody(random.Next(1, 2000)),
        3 => Fault.ReplyInRequestBody(503, random.Next(1, 2000)),
        4 => Fault.TakePart(random.Next(1, 2000)),
        5 => Fault.Reply(random.Next(500, 505)),
        6 => Fault.Reply(416),
        7 => Fault.Reply(random.Next(2) == 0 ? 403 : 404),
        _ => Fault.Delay(TimeSpan.FromSeconds(random.Next(1, 20))),
    };
}
