using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Whatever way a secret takes through a workflow, no checkpoint and no progress has it.</summary>
public sealed class WorkflowSecretTests
{
    private const string Inputs = "inputs: { type: object, required: [key], properties: { key: { type: string, format: password } } }";

    // Its token is a secret because it is sent as one; whoever ends with it yields that instead of an output of its own.
    private const string Login = """
        - workflowId: login
          steps:
            - { stepId: open, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { token: $response.body#/id } }
            - { stepId: try, operationId: getJob, parameters: [ { name: id, in: path, value: '2' }, { name: Authorization, in: header, value: 'Bearer {$steps.open.outputs.token}' } ] }
          outputs: { token: $steps.open.outputs.token }
        - workflowId: outer
          steps: [ { stepId: go, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], onSuccess: [ { name: login, type: goto, workflowId: login } ] } ]
          outputs: { token: $sourceDescriptions.jobs.name }

        """;

    private const string Inner = """
        - workflowId: inner
          inputs: { type: object, properties: { user: { type: string } } }
          steps:
            - stepId: get
              operationId: getJob
              parameters: [ { name: id, in: path, value: '1' } ]
              outputs: { kept: $inputs.user, token: $response.body#/id }
          outputs: { user: $inputs.user, token: $steps.get.outputs.token }

        """;

    // The workflow that is called goes round once, and its second step leaves a token.
    private const string Rounds = """
        - workflowId: rounds
          steps:
            - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: a }, { name: X-Trace, in: header, value: $steps.b.outputs.token } ] }
            - stepId: b
              operationId: getJob
              parameters: [ { name: id, in: path, value: b } ]
              outputs: { token: $response.body#/labels/token }
              onSuccess: [ { name: again, type: goto, stepId: a, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]
            - { stepId: c, operationId: getJob, parameters: [ { name: id, in: path, value: c }, { name: Authorization, in: header, value: 'Bearer {$steps.b.outputs.token}' } ] }
        - workflowId: main
          steps:
            - { stepId: call, workflowId: rounds }
            - { stepId: d, operationId: getJob, parameters: [ { name: id, in: path, value: d } ], onSuccess: [ { name: more, type: goto, stepId: call, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ] }
        """;

    [Fact]
    public async Task Secret_of_a_call_that_was_stopped__is_not_that_of_the_next_call()
    {
        const string done = """{"id":"1","state":"DONE","labels":{"token":"fresh"}}""";
        const string running = """{"id":"1","state":"RUNNING"}""";
        var handler = new RecordingHandler().Answer(200, done).Answer(200, done).Answer(200, done).Answer(200, running).Answer(200, done).Answer(200, done).Answer(200, done).Answer(200, done);

        await WorkflowTest.Of(Rounds).WithJobs("""
            WorkflowCheckpoint? stored = null;
            var options = new WorkflowOptions { Polling = { FirstDelay = TimeSpan.Zero }, Checkpoint = (checkpoint, _) => (stored = checkpoint).ToString().EndsWith("rounds: c") ? throw new OperationCanceledException() : default };
            try { await MainWorkflow.RunAsync(client, null, options); } catch (OperationCanceledException) { }
            await MainWorkflow.ResumeAsync(client, stored!, new MainCredentials { CallBToken = "stored" }, new WorkflowOptions { Polling = { FirstDelay = TimeSpan.Zero } });
            return "";
            """).Run().RunProgramAsync(handler);

        Assert.Equal(
            "a b c:Bearer stored d a b c:Bearer fresh d",
            string.Join(' ', handler.Requests.Select(static request => request.Uri.Segments[^1] + (request.Headers.TryGetValue("Authorization", out var token) ? ":" + token : "") + (request.Headers.TryGetValue("X-Trace", out var trace) ? "!" + trace : ""))));
    }

    [Fact]
    public async Task Secret_that_a_run_is_resumed_without__is_named()
    {
        var text = await WorkflowTest.Of(Rounds).WithJobs("""
            WorkflowCheckpoint? stored = null;
            var options = new WorkflowOptions { Checkpoint = (checkpoint, _) => (stored = checkpoint).ToString().EndsWith("rounds: c") || checkpoint.NextStep == "c" ? throw new OperationCanceledException() : default };
            try { await MainWorkflow.RunAsync(client, null, options); } catch (OperationCanceledException) { }
            var inside = "";
            try { await MainWorkflow.ResumeAsync(client, stored!, new MainCredentials()); } catch (WorkflowStepFailedException failure) { inside = failure.Message; }
            try { await RoundsWorkflow.RunAsync(client, null, options); } catch (OperationCanceledException) { }
            try { await RoundsWorkflow.ResumeAsync(client, stored!, new RoundsCredentials()); return ""; } catch (WorkflowStepFailedException failure) { return failure.Message + "|" + inside; }
            """).Run().RunProgramAsync(new RecordingHandler().Answer(200, """{"id":"1","labels":{"token":"x"}}""").Answer(200, """{"id":"1","labels":{"token":"x"}}""")
                .Answer(200, """{"id":"1","labels":{"token":"x"}}""").Answer(200, """{"id":"1","labels":{"token":"x"}}"""));

        const string expected = "cannot send step 'c': the parameter 'Authorization' is needed, and $steps.b.outputs.token has no value. "
            + "It is a secret, which no checkpoint holds: give ResumeAsync the BToken in its credentials";
        Assert.StartsWith("Workflow 'rounds' " + expected, text, StringComparison.Ordinal);
        Assert.Contains("|Workflow 'rounds' (step 'call' of workflow 'main') " + expected.Replace("BToken", "BToken of workflow 'rounds'", StringComparison.Ordinal), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_that_becomes_a_credential_on_its_way_through_a_called_workflow__is_a_secret()
    {
        var text = await WorkflowTest.Of(Inner + """
            - workflowId: middle
              inputs: { type: object, properties: { word: { type: string } } }
              steps:
                - { stepId: a, workflowId: inner, parameters: [ { name: user, value: $inputs.word } ], outputs: { user: $outputs.user } }
                - { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: '2' }, { name: Authorization, in: header, value: 'Bearer {$steps.a.outputs.user}' } ] }
            - workflowId: main
              inputs: { type: object, properties: { word: { type: string } } }
              steps: [ { stepId: a, workflowId: middle, parameters: [ { name: word, value: $inputs.word } ] } ]
            """).WithJobs("""
            var stored = "";
            var options = new WorkflowOptions { Checkpoint = (checkpoint, _) => { stored += System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json()); return default; } };
            await MainWorkflow.RunAsync(client, new MainInputs { Word = "secret" }, options);
            return stored;
            """).RunWithDiagnostics().RunProgramAsync(new RecordingHandler().Answer(200, """{"id":"1"}""").Answer(200, """{"id":"2"}"""));

        Assert.NotEmpty(text);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { echo: $inputs.key } }", "{ name: id, in: path, value: $steps.a.outputs.echo }")]
    [InlineData("- { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { all: $inputs } }", "{ name: id, in: path, value: '2' }")]
    [InlineData("- { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { token: $response.body#/id } }\n    - { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { copy: $steps.a.outputs.token } }", "{ name: id, in: path, value: '2' }, { name: Authorization, in: header, value: 'Bearer {$steps.b.outputs.copy}' }")]
    [InlineData("- { stepId: a, workflowId: inner, parameters: [ { name: user, value: $inputs.key } ] }", "{ name: id, in: path, value: '2' }")]
    [InlineData("- { stepId: a, workflowId: inner, parameters: [ { name: user, value: 'x{$inputs.key}' } ], outputs: { user: $outputs.user } }", "{ name: id, in: path, value: $steps.a.outputs.user }")]
    [InlineData("- { stepId: a, workflowId: inner, outputs: { token: $outputs.token } }\n    - { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { copy: $steps.a.outputs.token } }", "{ name: id, in: path, value: '2' }, { name: Authorization, in: header, value: 'Bearer {$steps.b.outputs.copy}' }")]
    [InlineData("- { stepId: a, workflowId: outer, outputs: { token: $outputs.token } }", "{ name: id, in: path, value: '3' }, { name: X-Authorization-Not, in: header, value: x }")]
    public async Task Secret__is_in_no_checkpoint_and_no_progress(string steps, string parameters)
    {
        var project = WorkflowTest.Of(Login + Inner + $$"""
            - workflowId: main
              {{Inputs}}
              steps:
                {{steps}}
                - { stepId: use, operationId: getJob, parameters: [ {{parameters}} ] }
                - { stepId: last, operationId: getJob, parameters: [ { name: id, in: path, value: '3' } ] }
            """.Replace("\n    - ", "\n        - ", StringComparison.Ordinal));
        Assert.DoesNotContain(project.Complaints(), static complaint => complaint.Contains(" error ", StringComparison.Ordinal));
        var test = project.WithJobs("""
            var told = new List<string>();
            var options = new WorkflowOptions
            {
                Progress = new Listener(told),
                Checkpoint = (checkpoint, _) => { told.Add(System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json())); return default; },
            };
            await MainWorkflow.RunAsync(client, new MainInputs { Key = "secret" }, options);
            return string.Join("\n", told);
            } private sealed class Listener(List<string> told) : IProgress<WorkflowProgress> { public void Report(WorkflowProgress value) => told.Add(value.ToString()); }
            private static void End() {
            """).Run();
        var handler = new RecordingHandler();
        for (var count = 0; count < 6; count++)
        {
            handler.Answer(200, parameters.Contains("Authorization", StringComparison.Ordinal) ? """{"id":"secret"}""" : """{"id":"1"}""");
        }

        var text = await test.RunProgramAsync(handler);

        Assert.Contains("main ended", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), static line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Output_that_one_caller_sends_as_a_credential__is_a_secret_wherever_another_caller_passes_it_on()
    {
        var result = WorkflowTest.Of(Inner + """
            - workflowId: store
              inputs: { type: object, properties: { text: { type: string } } }
              steps: [ { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: 'x{$inputs.text}' } ] } ]
            - workflowId: sends
              steps:
                - { stepId: a, workflowId: inner }
                - { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: '1' }, { name: Authorization, in: header, value: $workflows.inner.outputs.token } ] }
            - workflowId: passes
              steps:
                - { stepId: a, workflowId: inner }
                - { stepId: b, workflowId: store, parameters: [ { name: text, value: $workflows.inner.outputs.token } ] }
            """).RunWithDiagnostics();

        Assert.Contains(result.Sources.Values, static source => source.Contains("class StoreCredentials", StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_that_goes_through_one_workflow_after_another__is_one_in_the_last_of_them()
    {
        const int length = 5;
        var chain = string.Concat(Enumerable.Range(0, length).Select(static index => $$"""
            - workflowId: store{{index}}
              inputs: { type: object, properties: { text: { type: string } } }
              steps: [ { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: 'x{$inputs.text}' } ] } ]
              outputs: { token: $inputs.text }

            """)) + """
            - workflowId: sends
              steps:
                - { stepId: a, workflowId: inner }
                - { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: '1' }, { name: Authorization, in: header, value: $workflows.inner.outputs.token } ] }

            """ + string.Concat(Enumerable.Range(0, length).Select(static index => $$"""
            - workflowId: passes{{index}}
              steps:
                - { stepId: a, workflowId: {{(index == 0 ? "inner" : $"store{index - 1}")}}, outputs: { token: $outputs.token } }
                - { stepId: b, workflowId: store{{index}}, parameters: [ { name: text, value: $steps.a.outputs.token } ] }

            """));

        var result = WorkflowTest.Of(Inner + chain).RunWithDiagnostics();

        Assert.All(Enumerable.Range(0, length), index => Assert.Contains(result.Sources.Values, source => source.Contains($"class Store{index}Credentials", StringComparison.Ordinal)));
    }

    [Fact]
    public void Api_key_that_the_operation_declares_as_a_parameter_too__is_a_secret()
    {
        var result = WithApiKey("$response.body#/id").RunWithDiagnostics();

        Assert.Contains(result.Sources.Values, static source => source.Contains("class ACredentials", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$request.query.api_key", "ARZ0272: '$request.query.api_key' has no value here: the step gives no such parameter, or it is a credential")]
    [InlineData("$url", "ARZ0272: '$url' has no value here: the address holds a credential")]
    public void Api_key_that_the_operation_declares_as_a_parameter_too__cannot_be_read(string expression, string complaint) =>
        Assert.Contains(complaint, Assert.Single(WithApiKey(expression).Complaints()), StringComparison.Ordinal);

    private static GeneratorTest WithApiKey(string output) => WorkflowTest.Of($$"""
        - workflowId: a
          inputs: { type: object, required: [key], properties: { key: { type: string } } }
          steps:
            - stepId: b
              operationId: createJob
              parameters: [ { name: api_key, in: query, value: $inputs.key } ]
              requestBody: { payload: { source: 'https://x.example' } }
              outputs: { o: {{output}} }
        """)
        .WithEdit("specs/api.yml", "operationId: createJob\n      parameters:\n", "operationId: createJob\n      parameters:\n        - { name: api_key, in: query, schema: { type: string } }\n")
        .WithEdit("specs/api.yml", "components:\n", "components:\n  securitySchemes: { key: { type: apiKey, in: query, name: api_key } }\n");
}
