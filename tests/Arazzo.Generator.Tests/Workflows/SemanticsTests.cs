using System.Reflection;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>
/// A row for each rule of control flow (Arazzo 1.1, Success Action, Failure Action and Step Objects; docs/workflows.md where they leave it open). All rows are workflows
/// of one project: steps a, b and c, of which the row says what a is besides.
/// </summary>
public sealed class SemanticsTests(SemanticsTests.Project project) : IClassFixture<SemanticsTests.Project>
{
    /// <summary>Name; what the workflow and the step a have besides; the answers in turn; steps with their statuses, waits with their seconds, and the end.</summary>
    private static readonly (string Name, string Workflow, string Step, string Answers, string Expected)[] Rows =
    [
        // Success
        ("no-action", "", "", "200 200 200", "a:200 b:200 c:200 = c"),
        ("any-2xx", "", "", "204 200 200", "a:204 b:200 c:200 = c"),
        ("redirects-are-no-success", "", "", "304", "a:304 ! failed at a"),
        ("criteria-replace-2xx", "", "successCriteria: [ { condition: $statusCode == 404 } ]", "404 200 200", "a:404 b:200 c:200 = c"),
        ("all-criteria-must-hold", "", "successCriteria: [ { condition: $statusCode == 200 }, { condition: $response.body#/state == 'RUNNING' } ]", "200", "a:200 ! failed at a: $response.body#/state == 'RUNNING'"),
        ("criterion-with-an-error-fails", "", "successCriteria: [ { condition: '^D', context: $response.header.X-None, type: regex } ]", "200", "a:200 ! failed at a: ^D"),
        ("end", "", "onSuccess: [ { name: stop, type: end } ]", "200", "a:200 = a stop"),
        ("goto", "", "onSuccess: [ { name: jump, type: goto, stepId: c } ]", "200 200", "a:200 c:200 = c"),
        ("first-match-wins", "", "onSuccess: [ { name: one, type: goto, stepId: c, criteria: [ { condition: $response.body#/state == 'DONE' } ] }, { name: two, type: end } ]", "200 200", "a:200 c:200 = c"),
        ("next-where-first-does-not-match", "", "onSuccess: [ { name: one, type: goto, stepId: c, criteria: [ { condition: $response.body#/state == 'DONE' } ] }, { name: two, type: end } ]", "200R", "a:200 = a two"),
        ("all-criteria-of-an-action", "", "onSuccess: [ { name: one, type: end, criteria: [ { condition: $statusCode == 200 }, { condition: $response.body#/state == 'RUNNING' } ] } ]", "200 200 200", "a:200 b:200 c:200 = c"),
        ("no-match-goes-on", "", "onSuccess: [ { name: one, type: end, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]", "200 200 200", "a:200 b:200 c:200 = c"),
        // Failure
        ("no-failure-action", "", "", "404", "a:404 ! failed at a"),
        ("failure-end", "", "onFailure: [ { name: stop, type: end } ]", "404", "a:404 = a stop failure"),
        ("failure-goto", "", "onFailure: [ { name: jump, type: goto, stepId: c } ]", "404 200", "a:404 c:200 = c"),
        ("failure-no-match", "", "onFailure: [ { name: stop, type: end, criteria: [ { condition: $statusCode == 500 } ] } ]", "404", "a:404 ! failed at a"),
        ("failure-actions-are-not-asked-after-success", "", "onFailure: [ { name: stop, type: end } ]", "200 200 200", "a:200 b:200 c:200 = c"),
        ("criterion-reads-the-error", "", "onFailure: [ { name: stop, type: end, criteria: [ { condition: $response.body#/code == 'busy' } ] } ]", "409", "a:409 = a stop failure"),
        // Retry
        ("retry-is-once-by-default", "", "onFailure: [ { name: again, type: retry } ]", "503 503", "a:503 ~0 a:503 ! failed at a"),
        ("retry-succeeds", "", "onFailure: [ { name: again, type: retry } ]", "503 200 200 200", "a:503 ~0 a:200 b:200 c:200 = c"),
        ("retry-limit-0", "", "onFailure: [ { name: again, type: retry, retryLimit: 0 }, { name: stop, type: end } ]", "503", "a:503 = a stop failure"),
        ("retry-limit-3", "", "onFailure: [ { name: again, type: retry, retryLimit: 3 } ]", "503 503 503 503", "a:503 ~0 a:503 ~0 a:503 ~0 a:503 ! failed at a"),
        ("exhausted-asks-the-next-action", "", "onFailure: [ { name: again, type: retry, retryLimit: 1 }, { name: jump, type: goto, stepId: c } ]", "503 503 200", "a:503 ~0 a:503 c:200 = c"),
        ("attempts-are-counted-by-action", "", "onFailure: [ { name: busy, type: retry, retryAfter: 1, criteria: [ { condition: $statusCode == 503 } ] }, { name: broken, type: retry, retryAfter: 2, criteria: [ { condition: $statusCode == 500 } ] } ]", "503 500 503", "a:503 ~1 a:500 ~2 a:503 ! failed at a"),
        ("retry-after-in-fractions", "", "onFailure: [ { name: again, type: retry, retryAfter: 0.25 } ]", "503 200 200 200", "a:503 ~0.25 a:200 b:200 c:200 = c"),
        ("header-overrules-retry-after", "", "onFailure: [ { name: again, type: retry, retryAfter: 60 } ]", "503:5 200 200 200", "a:503 ~5 a:200 b:200 c:200 = c"),
        ("header-overrules-to-more", "", "onFailure: [ { name: again, type: retry } ]", "503:90 200 200 200", "a:503 ~90 a:200 b:200 c:200 = c"),
        ("header-may-be-a-date", "", "onFailure: [ { name: again, type: retry, retryAfter: 60 } ]", "503:date 200 200 200", "a:503 ~9 a:200 b:200 c:200 = c"),
        ("retry-of-its-own-step-is-a-retry", "", "onFailure: [ { name: again, type: retry, stepId: a } ]", "503 200 200 200", "a:503 ~0 a:200 b:200 c:200 = c"),
        ("retry-with-a-step-runs-it-before-each-attempt", "", "onFailure: [ { name: again, type: retry, stepId: c, retryLimit: 2 } ]", "503 200 503 200 200 200 200", "a:503 ~0 c:200 a:503 ~0 c:200 a:200 b:200 c:200 = c"),
        ("retry-of-an-earlier-success", "", "onSuccess: [ { name: more, type: retry, retryLimit: 2, retryAfter: 3, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]", "200R 200R 200R 200 200", "a:200 ~3 a:200 ~3 a:200 b:200 c:200 = c"),
        // Lists of step and workflow
        ("inherited-success-action", "successActions: [ { name: stop, type: end } ]", "", "200", "a:200 = a stop"),
        ("inherited-failure-action", "failureActions: [ { name: stop, type: end } ]", "", "404", "a:404 = a stop failure"),
        ("own-action-of-the-name-replaces", "failureActions: [ { name: again, type: retry, retryLimit: 5 } ]", "onFailure: [ { name: again, type: end } ]", "503", "a:503 = a again failure"),
        ("own-actions-come-first", "failureActions: [ { name: theirs, type: end } ]", "onFailure: [ { name: own, type: end } ]", "503", "a:503 = a own failure"),
        ("inherited-where-own-does-not-match", "failureActions: [ { name: theirs, type: end } ]", "onFailure: [ { name: own, type: end, criteria: [ { condition: $statusCode == 500 } ] } ]", "503", "a:503 = a theirs failure"),
        ("inherited-after-own-is-exhausted", "failureActions: [ { name: theirs, type: end } ]", "onFailure: [ { name: own, type: retry } ]", "503 503", "a:503 ~0 a:503 = a theirs failure"),
        // No answer
        ("no-answer-is-a-failure", "", "", "lost", "a:- ! failed at a"),
        ("no-answer-reaches-actions", "", "onFailure: [ { name: again, type: retry } ]", "lost 200 200 200", "a:- ~0 a:200 b:200 c:200 = c"),
        ("no-answer-has-no-status", "", "onFailure: [ { name: less, type: end, criteria: [ { condition: $statusCode < 600 } ] }, { name: none, type: end, criteria: [ { condition: $statusCode == null } ] } ]", "lost", "a:- = a none failure"),
        ("no-answer-has-no-body", "", "onFailure: [ { name: body, type: end, criteria: [ { condition: $response.body#/id != null } ] }, { name: none, type: end } ]", "lost", "a:- = a none failure"),
        ("timeout-is-a-failure-without-an-answer", "", "timeout: 1500\n          onFailure: [ { name: late, type: goto, stepId: c } ]", "hang 200", "a:- c:200 = c"),
        ("timeout-is-for-each-attempt", "", "timeout: 1500\n          onFailure: [ { name: again, type: retry } ]", "hang 200 200 200", "a:- ~0 a:200 b:200 c:200 = c"),
        ("timeout-without-actions", "", "timeout: 1500", "hang", "a:- ! failed at a, whose timeout it names"),
        // Loops
        ("goto-itself-waits-longer-and-longer", "", "onSuccess: [ { name: poll, type: goto, stepId: a, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]", "200R 200R 200R 200 200 200", "a:200 ~2 a:200 ~3 a:200 ~4.5 a:200 b:200 c:200 = c"),
        ("poll-honours-retry-after", "", "onSuccess: [ { name: poll, type: goto, stepId: a, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]", "200R:7 200 200 200", "a:200 ~7 a:200 b:200 c:200 = c"),
        ("poll-gives-up", "", "onSuccess: [ { name: poll, type: goto, stepId: a } ]", "200R 200R:3600", "a:200 ~2 a:200 ! timed out at a"),
        ("failure-goto-itself-waits", "", "onFailure: [ { name: poll, type: goto, stepId: a } ]", "404 404 200 200 200", "a:404 ~2 a:404 ~3 a:200 b:200 c:200 = c"),
        ("retries-are-given-back-after-success", "", "onSuccess: [ { name: poll, type: goto, stepId: a, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]\n          onFailure: [ { name: again, type: retry } ]", "503 200R 503 200 200 200", "a:503 ~0 a:200 ~2 a:503 ~0 a:200 b:200 c:200 = c"),
    ];

    public static TheoryData<string> Names() => [.. Rows.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rule__is_kept(string name)
    {
        var row = Rows.Single(row => row.Name == name);

        Assert.Equal(row.Expected, await project.PlayAsync(name, row.Answers, cancelAt: -1));
    }

    [Fact]
    public async Task Cancellation_at_any_point__ends_the_run_without_another_request()
    {
        const string name = "retries-are-given-back-after-success";
        var row = Rows.Single(row => row.Name == name);
        var events = row.Expected.Split(' ').TakeWhile(static part => part != "=").ToList();

        // What is heard: a start and an end of each step, and waits. The last step's end is the run's.
        var heard = events.SelectMany(static part => part[0] == '~' ? [part] : new[] { null, part }).ToList();
        for (var at = 0; at < heard.Count - 1; at++)
        {
            // A wait that is said to begin ends at once.
            var last = heard[at + 1]?[0] == '~' ? at + 2 : at + 1;
            var expected = string.Concat(heard.Take(last).OfType<string>().Select(static part => part + " ")) + "! cancelled";

            Assert.Equal(expected, await project.PlayAsync(name, row.Answers, at));
        }
    }

    /// <summary>All rows, compiled once.</summary>
    public sealed class Project
    {
        private readonly Lazy<Assembly> _assembly = new(static () => WorkflowTest.Of(string.Concat(Rows.Select(Workflow)))
            .WithEdit(WorkflowTest.Path, "arazzo: 1.0.1", "arazzo: 1.1.0").WithSource(Program).RunWithDiagnostics().Load());

        public async Task<string> PlayAsync(string name, string answers, int cancelAt)
        {
            var play = _assembly.Value.GetType("Program", throwOnError: true)!.GetMethod("Play", BindingFlags.Public | BindingFlags.Static)!;
            return await (Task<string>)play.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [name, answers, cancelAt], null)!;
        }

        private static string Workflow((string Name, string Workflow, string Step, string Answers, string Expected) row) => $$"""
            - workflowId: {{row.Name}}
              {{row.Workflow}}
              steps:
                - stepId: a
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  {{row.Step.Replace("\n          ", "\n      ", StringComparison.Ordinal)}}
                - stepId: b
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                - stepId: c
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]

            """;

        private static string Program { get; } = """
            using Tests; using System.Net;
            public static class Program
            {
                public static async Task<string> Play(string name, string answers, int cancelAt)
                {
                    using var stop = new CancellationTokenSource();
                    var trace = new Trace(cancelAt, stop);
                    var wire = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
                    var client = new JobsClient(new HttpClient(new Script(answers, wire)), new ApiClientOptions { TimeProvider = wire, Resilience = { Enabled = false } });
                    var options = new WorkflowOptions { TimeProvider = new Clock(), Progress = trace, Polling = { Jitter = 0 } };
                    try
                    {
                        await Run(name, client, options, trace, stop.Token);
                    }
                    catch (WorkflowStepFailedException failure)
                    {
                        trace.Add($"! failed at {failure.Step}{(failure.Condition is null ? "" : ": " + failure.Condition)}{(failure.Message.Contains("took longer than 1.5 s (the timeout of step 'a').") ? ", whose timeout it names" : "")}");
                    }
                    catch (WorkflowTimeoutException failure)
                    {
                        trace.Add($"! timed out at {failure.Step}");
                    }
                    catch (OperationCanceledException)
                    {
                        trace.Add("! cancelled");
                    }
                    return trace.ToString();
                }

                private static void End<T>(Trace trace, WorkflowResult<T> result) =>
                    trace.Add($"= {result.Step}{(result.Action is null ? "" : " " + result.Action)}{(result.IsFailure ? " failure" : "")}");

                private static async Task Run(string name, JobsClient client, WorkflowOptions options, Trace trace, CancellationToken stop)
                {
                    switch (name)
                    {
            """ + string.Concat(Rows.Select(static row =>
                $"\n            case \"{row.Name}\": End(trace, await {Pascal(row.Name)}Workflow.RunAsync(client, options: options, cancellationToken: stop)); break;")) + """

                    }
                }
            }

            internal sealed class Trace(int cancelAt, CancellationTokenSource stop) : IProgress<WorkflowProgress>
            {
                private readonly List<string> _parts = new();
                private int _heard;

                public void Add(string part) => _parts.Add(part);

                public void Report(WorkflowProgress value)
                {
                    if (value.Kind == WorkflowProgressKind.StepEnded)
                    {
                        Add($"{value.Step}:{(value.StatusCode is { } status ? status.ToString() : "-")}");
                    }
                    else if (value.Kind == WorkflowProgressKind.Waiting)
                    {
                        Add(FormattableString.Invariant($"~{value.Delay.TotalSeconds:0.##}"));
                    }
                    if (_heard++ == cancelAt)
                    {
                        stop.Cancel();
                    }
                }

                public override string ToString() => string.Join(' ', _parts);
            }

            internal sealed class Clock : Microsoft.Extensions.Time.Testing.FakeTimeProvider
            {
                public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
                {
                    var timer = base.CreateTimer(callback, state, dueTime, period);
                    ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
                    return timer;
                }
            }

            internal sealed class Script(string answers, Microsoft.Extensions.Time.Testing.FakeTimeProvider wire) : HttpMessageHandler
            {
                private readonly Queue<string> _answers = new(answers.Split(' '));

                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var answer = _answers.Dequeue();
                    if (answer == "lost")
                    {
                        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke.");
                    }
                    while (answer == "hang")
                    {
                        wire.Advance(TimeSpan.FromSeconds(1));
                        cancellationToken.ThrowIfCancellationRequested();
                        await Task.Yield();
                    }
                    var status = int.Parse(answer[..3]);
                    var state = answer.Length > 3 && answer[3] == 'R' ? "RUNNING" : "DONE";
                    var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request };
                    response.Content = status == 204 ? new ByteArrayContent([])
                        : new StringContent("{'id':'1','state':'STATE','code':'busy'}".Replace('\'', '"').Replace("STATE", state), System.Text.Encoding.UTF8, "application/json");
                    if (answer.IndexOf(':') is var colon and > 0)
                    {
                        response.Headers.TryAddWithoutValidation("Retry-After", answer[(colon + 1)..].Replace("date", "Sun, 22 Nov 2026 12:00:09 GMT"));
                    }
                    return response;
                }
            }
            """;

        private static string Pascal(string name) => string.Concat(name.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
