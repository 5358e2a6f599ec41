using System.Globalization;

namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>
/// Thousands of posts, one after the other, while everything goes wrong that can. <c>TIKTOK_CHAOS_POSTS</c> and <c>TIKTOK_CHAOS_SEED</c> make it longer or different.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Everything_goes_wrong__nothing_is_posted_twice_nothing_is_lost_and_no_secret_is_told()
    {
        var seed = Setting("TIKTOK_CHAOS_SEED", 1);
        var count = Setting("TIKTOK_CHAOS_POSTS", 2000);
        var random = new Random(seed);
        var dice = new FaultDice(random);
        var cancellation = TestContext.Current.CancellationToken;
        await using var stage = await ChaosStage.SetAsync(cancellation);
        var attempts = new Attempts(stage, cancellation);
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var known = 0;

        for (var number = 0; number < count; number++)
        {
            var (calls, isDraft, run) = Attempts.All[random.Next(Attempts.All.Count)];
            dice.Throw(stage.Emulator, calls);
            dice.Throw(stage.Emulator, stage.Events);
            stage.Emulator.NextPost(dice.Script(isDraft));
            var ending = await run(attempts, number);

            var posts = stage.Emulator.Posts;
            var opened = posts.Count - known;
            known = posts.Count;
            var where = $"seed {seed}, post {number}, {calls[^2]}: {ending}";
            Assert.True(ending.IsTyped, where);
            Assert.True(opened <= 1, $"Posted twice: {where}");
            Assert.True(opened == 0 || ending.IsUnknown || ending.PublishId == posts[^1].PublishId, $"Lost: {where}");
            Assert.True(opened == 1 || ending.PublishId is null, $"Made up: {where}");
            // A wait whose time is up says what it heard last, and the answer after that may be lost.
            Assert.True(ending.Status is not { } status || !IsFinal(status) || status.Value == posts[^1].Status, $"Not so: {where}, but {posts[^1]}");
            Assert.False(stage.HasToldASecret(), $"Told a secret: {where}");
            var kind = ending.Failure?.GetType().Name ?? ending.Status?.Value ?? "nothing heard";
            tally[kind] = tally.GetValueOrDefault(kind) + 1;

            if (ending is { Failure: not null, PublishId: { } publishId })
            {
                await ShouldBeFoundAgainAsync(stage, publishId, isDraft, cancellation);
            }
        }

        await stage.Emulator.WebhooksSettledAsync(cancellation);
        CheckWebhooks(stage, tally);
        foreach (var (kind, times) in tally)
        {
            output.WriteLine($"{times,6} {kind}");
        }
        // The dice have thrown what they should: every kind of ending is among these.
        Assert.Superset(
            new HashSet<string>
            {
                "SEND_TO_USER_INBOX", "PUBLISH_COMPLETE", "FAILED", nameof(WorkflowOutcomeUnknownException), nameof(WorkflowStepFailedException), nameof(WorkflowTimeoutException),
                nameof(VideoUploadExpiredException), "webhook delivered", "webhook delivered again", "webhook forged", "webhook lost", "webhook overtaken", "webhook late",
                "webhook after a failure of the app", "wait ended by webhook",
            },
            tally.Keys.ToHashSet());
    }

    private static bool IsFinal(PublishStatus status) => status == PublishStatus.Failed || status == PublishStatus.PublishComplete || status == PublishStatus.SendToUserInbox;

    /// <summary>Each event that is TikTok's and arrived was handled once and is true; nothing else was.</summary>
    private static void CheckWebhooks(ChaosStage stage, SortedDictionary<string, int> tally)
    {
        Assert.Empty(stage.Events.HandledTwice);
        var posts = stage.Emulator.Posts.ToDictionary(static post => post.PublishId);
        foreach (var webhook in stage.Events.Handled.OfType<PostEvent>())
        {
            Assert.Equal(posts[webhook.PublishId].Status, webhook switch
            {
                DraftDeliveredEvent => PublishStatuses.SendToUserInbox,
                PostFailedEvent => PublishStatuses.Failed,
                _ => PublishStatuses.PublishComplete,
            });
        }
        var sent = stage.Emulator.Webhooks;
        var delivered = sent.Where(static webhook => webhook.State == WebhookState.Delivered).ToList();
        Assert.Equal(delivered.Count, stage.Events.Handled.Count);
        var forged = sent.Where(static webhook => webhook.Attempts.Any(static attempt => attempt.StatusCode == 401)).ToList();
        Assert.Empty(forged.Intersect(delivered));
        Count("webhook delivered", delivered.Count);
        Count("webhook delivered again", delivered.Count(static webhook => webhook.Attempts.Count(static attempt => attempt.IsTaken) > 1));
        Count("webhook forged", forged.Count);
        Count("webhook lost", sent.Count(static webhook => webhook.State == WebhookState.Lost));
        Count("webhook late", delivered.Count(static webhook => webhook.Attempts[0].At > webhook.CreatedAt));
        Count("webhook overtaken", delivered.Zip(delivered.Skip(1)).Count(static pair => pair.First.Attempts[0].At > pair.Second.Attempts[0].At));
        Count("webhook after a failure of the app", delivered.Count(static webhook => webhook.Attempts[0].StatusCode == 500));
        Count("wait ended by webhook", stage.WaitsEndedByWebhooks);

        void Count(string kind, int times)
        {
            if (times > 0)
            {
                tally[kind] = times;
            }
        }
    }

    /// <summary>The publish id that the caller has kept is enough to learn what became of the post.</summary>
    private static async Task ShouldBeFoundAgainAsync(ChaosStage stage, string publishId, bool isDraft, CancellationToken cancellation)
    {
        for (var round = 0; ; round++)
        {
            try
            {
                var outcome = await stage.Get<ContentPostingClient>().WaitAsync(publishId, isDraft ? PostMilestone.Delivered : PostMilestone.Published, ChaosStage.WaitOptions, cancellation);
                Assert.Equal(publishId, outcome.PublishId);
                return;
            }
            catch (ApiException) when (round < 200)
            {
                // A fault that was left over.
            }
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
