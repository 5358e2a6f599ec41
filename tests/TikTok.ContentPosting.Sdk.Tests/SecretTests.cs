using System.Diagnostics;
using System.Text;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>The access token is seen by TikTok and by nobody else.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task The_token_is_in_no_progress_checkpoint_activity_or_text_of_a_run()
    {
        await using var stage = await Stage.SetAsync();
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Arazzo.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var run = await stage.RunAsync();

        var texts = new List<string> { run.ToString()!, stage.Inputs.ToString()!, stage.Credentials.ToString()!, stage.Client.ToString()! };
        texts.AddRange(stage.Progress.Select(static progress => $"{progress} {string.Join(' ', progress.Outputs)}"));
        texts.AddRange(stage.Checkpoints.Select(static stored => Encoding.UTF8.GetString(stored) + WorkflowCheckpoint.Parse(stored)));
        lock (activities)
        {
            Assert.NotEmpty(activities);
            texts.AddRange(activities.Select(static activity =>
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))} {string.Join(' ', activity.Baggage)}"));
        }
        Assert.All(texts, text => Assert.DoesNotContain(stage.Emulator.AccessToken, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Steps.All), MemberType = typeof(Steps))]
    public async Task The_token_is_in_no_exception_even_when_the_server_echoes_it(string step)
    {
        await using var stage = await Stage.SetAsync();
        var token = stage.Emulator.AccessToken;
        Fault[] faults =
        [
            Fault.Reply(401, $$$"""{"error":{"code":"access_token_invalid","message":"Bearer {{{token}}}","log_id":"1"}}"""),
            Fault.Reply(200, $"<html>{token}</html>", "text/html"),
            Fault.Reply(200, $$$"""{"data":"{{{token}}}","error":{"code":"ok"}}"""),
            Fault.Reply(418, token, "text/plain"),
            Fault.DropInBody,
        ];
        foreach (var fault in faults)
        {
            stage.Emulator.NextAnswer(Steps.Operation(step), fault, times: fault == Fault.DropInBody ? 4 : 1);

            var failure = await Assert.ThrowsAnyAsync<WorkflowException>(() => stage.RunAsync());

            Assert.Equal(step, failure.Step);
            Assert.DoesNotContain(token, failure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(token, Encoding.UTF8.GetString(failure.Checkpoint!.ToUtf8Json()), StringComparison.Ordinal);
            stage.Time.Advance(TimeSpan.FromDays(1));
        }
    }
}
