using System.Diagnostics;
using Benchmarks.Generated;
using Benchmarks.Harness;
using Benchmarks.Json;
using Benchmarks.TikTok;

namespace Benchmarks.Workflows;

/// <summary>Workflows against the same by hand, with answers from memory and waits that are over at once; and many that wait.</summary>
internal static class WorkflowBenchmark
{
    private const int WaitingRuns = 100_000;
    private static readonly Uri VideoUrl = new("https://media.example.com/clip.mp4");

    public static void Run()
    {
        var table = new Table("Workflows: generated against the same by hand", "", "by hand", "generated", "generated / by hand", "more for a step", "budget");
        AddUpload(table);
        AddRelay(table);
        table.Print();
        RunWaiting();
    }

    private static void AddUpload(Table table)
    {
        using var http = new HttpClient(Server("PROCESSING_DOWNLOAD", "PROCESSING_DOWNLOAD", "SEND_TO_USER_INBOX")) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new TikTokClient(http);
        var options = new WorkflowOptions { TimeProvider = new ImmediateTimeProvider() };
        var inputs = new InboxDraftUploadInputs { AccessToken = "act.example", VideoUrl = VideoUrl };
        Add(table, "inbox draft upload, 5 calls, 2 waits", 5, Measurement.Run(
            () => WorkflowsByHand.UploadDraftAsync(client, "act.example", VideoUrl, TimeSpan.FromSeconds(2), options.TimeProvider, default).GetAwaiter().GetResult(),
            () => InboxDraftUploadWorkflow.RunAsync(client, inputs, options).GetAwaiter().GetResult()));
    }

    private static void AddRelay(Table table)
    {
        using var http = new HttpClient(new CannedHandler(("/v2/status", [Payloads.Status]))) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new PayloadsClient(http);
        var inputs = new RelayInputs { PublishId = "v_inbox_url~v2.123" };
        Add(table, "relay, 10 calls", 10, Measurement.Run(
            () => WorkflowsByHand.RelayAsync(client, "v_inbox_url~v2.123", default).GetAwaiter().GetResult(),
            () => RelayWorkflow.RunAsync(client, inputs).GetAwaiter().GetResult()));
    }

    private static void Add(Table table, string name, int steps, Measurement[] results)
    {
        var (byHand, generated) = (results[0], results[1]);
        table.Add(name + ", time", Table.Time(byHand.Nanoseconds), Table.Time(generated.Nanoseconds), Table.Number(generated.Ratio, "N3"), Table.Time((generated.Nanoseconds - byHand.Nanoseconds) / steps), "1.10");
        table.Add(name + ", allocated B", Table.Number(byHand.Bytes), Table.Number(generated.Bytes), Table.Number(generated.Bytes / byHand.Bytes, "N3"), Table.Number((generated.Bytes - byHand.Bytes) / steps), "1.10");
    }

    /// <summary>Runs that wait for their second look, on the real clock, each with its own inputs.</summary>
    private static void RunWaiting()
    {
        var table = new Table(FormattableString.Invariant($"{WaitingRuns:N0} runs that poll at once"), "", "by hand", "generated", "budget");
        var byHand = Wait((client, inputs, cancellationToken) => WorkflowsByHand.UploadDraftAsync(client, inputs.AccessToken, inputs.VideoUrl, TimeSpan.FromHours(1), TimeProvider.System, cancellationToken));
        var options = new WorkflowOptions { Polling = new PollingOptions { FirstDelay = TimeSpan.FromHours(1), MaximumDelay = TimeSpan.FromHours(1), TotalTimeout = TimeSpan.FromHours(2) } };
        var generated = Wait((client, inputs, cancellationToken) => InboxDraftUploadWorkflow.RunAsync(client, inputs, options, cancellationToken));
        table.Add("B of each while it waits", Table.Number(byHand.Bytes), Table.Number(generated.Bytes), "2,048");
        table.Add("time to start one", Table.Time(byHand.Nanoseconds), Table.Time(generated.Nanoseconds), "");
        table.Print();
    }

    private static (double Bytes, double Nanoseconds) Wait(Func<TikTokClient, InboxDraftUploadInputs, CancellationToken, Task> start)
    {
        using var http = new HttpClient(Server("PROCESSING_DOWNLOAD")) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new TikTokClient(http);
        using var stop = new CancellationTokenSource();
        var runs = new Task[WaitingRuns];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < runs.Length; run++)
        {
            runs[run] = start(client, new InboxDraftUploadInputs { AccessToken = "act.example", VideoUrl = VideoUrl }, stop.Token);
        }
        var elapsed = watch.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        if (runs.Any(static run => run.IsCompleted))
        {
            throw new InvalidOperationException("A run does not wait.");
        }
        stop.Cancel();
        Task.WhenAll(runs).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        return ((double)bytes / WaitingRuns, elapsed.TotalNanoseconds / WaitingRuns);
    }

    private static CannedHandler Server(params string[] statuses) => new(
        ("/v2/post/publish/creator_info/query/", [[.. """{"data":{"creator_username":"clips","creator_nickname":"Clips","creator_avatar_url":"https://p.example.com/a","privacy_level_options":["PUBLIC_TO_EVERYONE","SELF_ONLY"],"comment_disabled":false,"duet_disabled":false,"stitch_disabled":false,"max_video_post_duration_sec":600},"error":{"code":"ok","message":"","log_id":"202611221940003C1A5F6B7D8E9F0A1B2C"}}"""u8]]),
        ("/v2/post/publish/inbox/video/init/", [[.. """{"data":{"publish_id":"v_inbox_url~v2.123456789"},"error":{"code":"ok","message":"","log_id":"202611221940003C1A5F6B7D8E9F0A1B2C"}}"""u8]]),
        ("/v2/post/publish/status/fetch/", Array.ConvertAll(statuses, static status => Answer(status))));

    private static byte[] Answer(string status) =>
        System.Text.Encoding.UTF8.GetBytes($$$"""{"data":{"status":"{{{status}}}","uploaded_bytes":0,"downloaded_bytes":52428800},"error":{"code":"ok","message":"","log_id":"202611221940003C1A5F6B7D8E9F0A1B2C"}}""");
}
