namespace Arazzo.Generator.Tests.Workflows;

/// <summary>What is wrong is said at its place, and spoils no other workflow.</summary>
public sealed class WorkflowDiagnosticsTests
{
    private const string Sound = """
        - workflowId: sound
          steps:
            - stepId: get
              operationId: getJob
              parameters: [ { name: id, in: path, value: '1' } ]

        """;

    [Theory]
    [InlineData("operationId: getJobb", "(4,20): error ARZ0252: Step 'b' calls the operation 'getJobb', which 'specs/api.yml' does not have (did you mean 'getJob'?)")]
    [InlineData("operationId: $sourceDescriptions.job.getJob", "(4,20): error ARZ0250: The document has no source description 'job' (did you mean 'jobs'?)")]
    [InlineData("operationPath: '{$sourceDescriptions.jobs.url}#/paths/~1job/get'", "(4,22): error ARZ0252: Step 'b' calls the operation 'GET /job', which 'specs/api.yml' does not have")]
    public void Operation_that_is_not_there__is_named(string target, string complaint)
    {
        var complaints = WorkflowTest.Of($"- workflowId: a\n  steps:\n    - stepId: b\n      {target}\n").Complaints();

        Assert.StartsWith(complaint, Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ name: id, in: path, value: $inputs.jobID }", "(11,50): error ARZ0256: Workflow 'a' has no input 'jobID' (did you mean 'jobId'?)")]
    [InlineData("{ name: id, in: path, value: $steps.creat.outputs.id }", "(11,50): error ARZ0257: Workflow 'a' has no step 'creat' (did you mean 'create'?)")]
    [InlineData("{ name: id, in: path, value: $steps.create.outputs.ident }", "(11,50): error ARZ0258: Step 'create' has no output 'ident'")]
    [InlineData("{ name: id, in: path, value: $steps.late.outputs.id }", "(11,50): error ARZ0261: Step 'get' reads an output of step 'late', which never succeeds before it")]
    [InlineData("{ name: id, in: path, value: $statusCode }", "(11,50): error ARZ0272: '$statusCode' has no value here: the step has no answer yet")]
    [InlineData("{ name: id, in: path, value: $steps.create.outputs.job }", "(11,50): error ARZ0262: the parameter 'id' takes a string, but the value is the object 'Job'")]
    [InlineData("{ name: ID, in: path, value: x }", "(10,15): error ARZ0263: Step 'get' does not give the parameter 'id' (in: path), which operation 'getJob' requires")]
    public void Value_that_is_not_there__is_named(string parameter, string complaint)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              inputs: { type: object, properties: { jobId: { type: string } } }
              steps:
                - stepId: create
                  operationId: createJob
                  requestBody: { payload: { source: 'https://x.example' } }
                  outputs:
                    id: $response.body#/id
                    job: $response.body
                - stepId: get
                  parameters: [ {{parameter}} ]
                  operationId: getJob
                - stepId: late
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  outputs: { id: $response.body#/id }
            """).Complaints();

        Assert.Contains(complaints, item => item.StartsWith(complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id: $response.body#/idd", "error ARZ0259: '$response.body#/idd' reads 'idd' from the object 'Job', which has no such property (did you mean 'id'?)")]
    [InlineData("id: $response.body#/id/x", "error ARZ0260: '$response.body#/id/x' reads 'x' from a value, which is a string and has no parts")]
    [InlineData("id: $response.body#/parts/first", "error ARZ0259")]
    public void Pointer_that_the_schema_cannot_have__is_named(string output, string complaint)
    {
        var complaint1 = Assert.Single(Get($"      outputs:\n        {output}\n"));

        Assert.StartsWith("(7,13): " + complaint, complaint1, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ sourc: 'https://x.example' }", "error ARZ0266: The request body of operation 'createJob' has no property 'sourc' in the object 'NewJob' (did you mean 'source'?)")]
    [InlineData("{ kind: FAST }", "error ARZ0267: The request body of operation 'createJob' requires the property 'source' in the object 'NewJob'")]
    [InlineData("{ source: 'https://x.example', count: many }", "error ARZ0262: the property 'count' takes an integer, but the value is a string")]
    [InlineData("{ source: 'https://x.example', tags: { a: 1 } }", "error ARZ0262: the property 'tags' takes an array, but the value is an object")]
    [InlineData("{ source: 'https://x.example', owner: ann }", "error ARZ0262: the property 'owner' takes the object 'NewJobOwner', but the value is a string")]
    [InlineData("{ source: 'https://x.example', kind: FAST1 }", "info ARZ0269: 'FAST1' is not among the values of the enum 'NewJobKind' (did you mean 'FAST'?)")]
    public void Body_that_the_schema_cannot_have__is_named(string payload, string complaint)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              steps:
                - stepId: b
                  operationId: createJob
                  requestBody: { payload: {{payload}} }
            """).Complaints();

        Assert.Contains(complaints, item => item.Contains(complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("      onSuccess: [ { name: x, type: goto, stepId: nowhere } ]\n", "(6,51): error ARZ0257: Workflow 'a' has no step 'nowhere'")]
    [InlineData("      successCriteria: [ { condition: '$response.body#/state == ''DONNE''' } ]\n", "(6,39): info ARZ0269: 'DONNE' is not among the values of the enum 'JobState' (did you mean 'DONE'?)")]
    [InlineData("      successCriteria: [ { condition: 'a[', context: $response.body, type: xpath } ]\n", "(6,40): error ARZ0307: The XPath 'a[' cannot be read: ")]
    [InlineData("      onFailure: [ { reference: $components.failureActions.none } ]\n", "(6,33): error ARZ0271: The document has no '$components.failureActions.none'")]
    public void Rest_of_a_step__is_checked(string rest, string complaint) =>
        Assert.StartsWith(complaint, Assert.Single(Get(rest)), StringComparison.Ordinal);

    // Warnings, which the harness treats as the strictest project does.
    [Theory]
    [InlineData("successCriteria: [ { condition: $statusCode == 42 } ]", "(6,39): error ARZ0288: '$statusCode == 42' never holds, whatever the answer is")]
    [InlineData("successCriteria: [ { condition: $statusCode == 200 }, { condition: $statusCode == 201 } ]", "(6,74): error ARZ0288: '$statusCode == 201' never holds together with those before it")]
    [InlineData("successCriteria: [ { condition: $statusCode >= 300 && $statusCode < 300 } ]", "(6,39): error ARZ0288: '$statusCode >= 300 && $statusCode < 300' never holds")]
    [InlineData("successCriteria: [ { condition: $response.body#/progress == 'much' } ]", "(6,39): error ARZ0288: '$response.body#/progress == 'much'' never holds")]
    [InlineData("successCriteria: [ { condition: $response.body#/parts == 'none' } ]", "(6,39): error ARZ0288")]
    [InlineData("successCriteria: [ { condition: $response.body#/id == true } ]", "(6,39): error ARZ0288")]
    [InlineData("successCriteria: [ { condition: 1 > 2 } ]", "(6,39): error ARZ0288")]
    [InlineData("onSuccess: [ { name: x, type: end, criteria: [ { condition: $statusCode == 404 } ] } ]", "(6,67): error ARZ0288: '$statusCode == 404' never holds after a success of this step")]
    [InlineData("onFailure: [ { name: x, type: end, criteria: [ { condition: $statusCode == 1000 } ] } ]", "(6,67): error ARZ0288: '$statusCode == 1000' never holds, whatever")]
    [InlineData("successCriteria: [ { condition: $response.body#/state == 'DONE' && $response.body#/state == 'RUNNING' } ]", "(6,39): error ARZ0288")]
    [InlineData("successCriteria: [ { condition: $response.body#/extra == 'x' }, { condition: $response.body#/extra == 5 } ]", "(6,84): error ARZ0288: '$response.body#/extra == 5' never holds together with those before it")]
    [InlineData("successCriteria: [ { condition: $response.body#/id == null && $response.body#/id == 'x' } ]", "(6,39): error ARZ0288")]
    [InlineData("successCriteria: [ { condition: $response.body#/extra == 'x' && $response.body#/extra != 'x' } ]", "(6,39): error ARZ0288")]
    [InlineData("successCriteria: [ { condition: $response.body#/state == 'DONE' } ]\n      outputs: { s: $response.body#/state }\n      onSuccess: [ { name: x, type: end, criteria: [ { condition: $steps.b.outputs.s == 'RUNNING' } ] } ]", "(8,67): error ARZ0288: '$steps.b.outputs.s == 'RUNNING'' never holds after a success of this step")]
    [InlineData("onSuccess: [ { name: x, type: end }, { name: later, type: end } ]", "(6,52): error ARZ0289: Action 'later' is never reached: 'x' before it has no criteria, so it always applies")]
    [InlineData("onSuccess: [ { name: x, type: end, criteria: [ { condition: $statusCode < 300 } ] }, { name: later, type: end } ]", "(6,100): error ARZ0289: Action 'later' is never reached: 'x' before it always applies after a success of this step")]
    [InlineData("onFailure: [ { name: x, type: end, criteria: [ { condition: $statusCode >= 400 } ] }, { name: later, type: end, criteria: [ { condition: $statusCode == 404 } ] } ]", "(6,101): error ARZ0289: Action 'later' is never reached: one before it applies to each status that it is for")]
    [InlineData("onFailure: [ { name: x, type: end, criteria: [ { condition: $statusCode != null } ] }, { name: y, type: end, criteria: [ { condition: $statusCode == null } ] }, { name: later, type: end } ]", "(6,176): error ARZ0289: Action 'later' is never reached: 'y' before it always applies")]
    [InlineData("onSuccess: [ { name: x, type: end, criteria: [ { condition: $response.body#/state == 'DONE' } ] }, { name: y, type: end, criteria: [ { condition: $response.body#/state != 'DONE' } ] }, { name: later, type: end } ]", "(6,200): error ARZ0289: Action 'later' is never reached: 'y' before it always applies after a success of this step")]
    [InlineData("onSuccess: [ { name: x, type: end, criteria: [ { condition: '!$response.body#/id' } ] }, { name: y, type: end, criteria: [ { condition: $response.body#/id } ] }, { name: later, type: end } ]", "(6,177): error ARZ0289: Action 'later' is never reached: 'y' before it always applies")]
    [InlineData("onFailure: [ { name: x, type: end, criteria: [ { condition: $response.body#/a == 1 } ] }, { name: later, type: end, criteria: [ { condition: $statusCode == 404 }, { condition: $response.body#/a == 1 } ] } ]", "(6,105): error ARZ0289: Action 'later' is never reached: 'x' before it applies whenever it would")]
    [InlineData("successCriteria: [ { condition: $statusCode == 200 }, { condition: $response.body#/id == true } ]", "(6,74): error ARZ0288: '$response.body#/id == true' never holds, whatever the answer is")]
    [InlineData("successCriteria: [ { condition: $statusCode == 201 } ]", "(6,39): info ARZ0292: '$statusCode == 201' holds for no answer that operation 'getJob' documents (200)")]
    [InlineData("onFailure: [ { name: x, type: end }, { name: later, type: end } ]", "(6,52): error ARZ0289: Action 'later' is never reached: 'x' before it has no criteria, so it always applies")]
    public void What_never_happens__is_named(string rest, string complaint) =>
        Assert.StartsWith(complaint, Assert.Single(Get($"      {rest}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("successCriteria: [ { condition: $statusCode == 200 || $statusCode == 404 } ]")]
    [InlineData("successCriteria: [ { condition: $statusCode < 500 } ]\n      onSuccess: [ { name: x, type: end, criteria: [ { condition: $statusCode == 404 } ] } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/progress == '0.5' }, { condition: $response.body#/id == 5 } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/extra == 'x' }, { condition: $statusCode != 'x' } ]")]
    [InlineData("onSuccess: [ { name: x, type: end, criteria: [ { condition: $response.body#/state == 'DONE' } ] }, { name: y, type: end, criteria: [ { condition: $response.body#/state != 'RUNNING' } ] }, { name: later, type: end } ]")]
    [InlineData("onSuccess: [ { name: x, type: end, criteria: [ { condition: $response.body#/state == 'DONE' }, { condition: $response.body#/id } ] }, { name: y, type: end, criteria: [ { condition: $response.body#/state != 'DONE' } ] }, { name: later, type: end } ]")]
    [InlineData("onFailure: [ { name: x, type: retry, retryLimit: 2 }, { name: refused, type: end, criteria: [ { condition: $statusCode == 200 } ] } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/extra == '5' }, { condition: $response.body#/extra == 5.0 } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/state == 'DONE' }, { condition: $response.body#/state == 'done' } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/state == 'DONE' || $response.body#/state == 'RUNNING' } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/state != 'DONE' }, { condition: $response.body#/state != 'RUNNING' } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/state == 'DONE' }, { condition: $steps.b.outputs.s == 'RUNNING' } ]\n      outputs: { s: $response.body#/state }\n      onFailure: [ { name: x, type: goto, stepId: b } ]")]
    [InlineData("successCriteria: [ { condition: $statusCode == 404 } ]")]
    [InlineData("onFailure: [ { name: x, type: retry, criteria: [ { condition: $statusCode >= 500 } ] }, { name: y, type: end, criteria: [ { condition: $statusCode >= 500 } ] } ]")]
    [InlineData("onFailure: [ { name: x, type: end, criteria: [ { condition: $statusCode >= 400 } ] }, { name: y, type: end } ]")]
    [InlineData("onFailure: [ { name: lost, type: end, criteria: [ { condition: $statusCode == null } ] } ]")]
    [InlineData("onFailure: [ { name: refused, type: end, criteria: [ { condition: $statusCode == 999 } ] } ]")]
    [InlineData("onFailure: [ { name: x, type: end, criteria: [ { condition: $statusCode < 600 } ] }, { name: y, type: end, criteria: [ { condition: $statusCode == null } ] }, { name: odd, type: end } ]")]
    [InlineData("successCriteria: [ { condition: $response.body#/progress < '1e30' } ]")]
    [InlineData("successCriteria: [ { condition: $steps.b.outputs.job.state != 'DONE' } ]\n      outputs: { job: $response.body }\n      onSuccess: [ { name: x, type: end, criteria: [ { condition: $steps.b.outputs.job.state == 'DONE' } ] } ]")]
    [InlineData("successCriteria: [ { condition: $steps.b.outputs.s != 'DONE' } ]\n      outputs: { s: $response.body#/state, t: $steps.b.outputs.s }\n      onSuccess: [ { name: x, type: end, criteria: [ { condition: $steps.b.outputs.t == 'DONE' } ] } ]")]
    public void What_may_happen__is_not_complained_about(string rest) => Assert.Empty(Get($"      {rest}\n"));

    [Theory]
    [InlineData("  successActions: [ { name: x, type: end }, { name: later, type: end } ]", "(6,53): error ARZ0289: Action 'later' is never reached: 'x' before it has no criteria")]
    [InlineData("  failureActions: [ { name: x, type: end }, { name: later, type: retry } ]", "(6,53): error ARZ0289")]
    public void Action_of_the_workflow_that_no_step_comes_to__is_named(string actions, string complaint) =>
        Assert.StartsWith(complaint, Assert.Single(WorkflowTest.Of(Sound + actions).Complaints()), StringComparison.Ordinal);

    [Fact]
    public void Action_of_the_workflow_that_one_step_comes_to__is_not_complained_about() => Assert.Empty(WorkflowTest.Of(Sound + """
              onFailure: [ { name: x, type: retry } ]
          failureActions: [ { name: x, type: end }, { name: later, type: end } ]
        """).Complaints());

    [Fact]
    public void Step_after_an_action_whose_criteria_always_hold__is_named()
    {
        var complaints = WorkflowTest.Of(Sound + """
                  successCriteria: [ { condition: $statusCode == 200 } ]
                  onSuccess: [ { name: stop, type: end, criteria: [ { condition: $statusCode == 200 } ] } ]
                - stepId: never
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
            """).Complaints();

        Assert.StartsWith("(8,15): error ARZ0270: No way leads to step 'never'", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Step_that_no_way_leads_to__is_named()
    {
        var complaints = WorkflowTest.Of(Sound + """
                  onSuccess: [ { name: stop, type: end } ]
                - stepId: never
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
            """).Complaints();

        // A warning, which the harness treats as the strictest project does.
        Assert.StartsWith("(7,15): error ARZ0270: No way leads to step 'never'", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_workflow__does_not_spoil_the_sound_one()
    {
        var result = WorkflowTest.Of("- workflowId: broken\n  steps: [ { stepId: x, operationId: nothing } ]\n" + Sound).RunWithDiagnostics();

        Assert.Contains("class SoundWorkflow", result.Source("SoundWorkflow.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Sources.Keys, static name => name.Contains("Broken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("operationId: $sourceDescriptions.events.publish", "(4,20): error ARZ0216: Step 'b' sends or receives messages of AsyncAPI ('operationId'), which is not supported; workflow 'a' is left out")]
    [InlineData("channelPath: '{$sourceDescriptions.events.url}#/channels/a'\n      action: send", "(4,7): error ARZ0216: Step 'b' sends or receives messages of AsyncAPI ('channelPath')")]
    public void Step_of_AsyncAPI__has_a_diagnostic_of_its_own_and_spoils_no_other_workflow(string target, string complaint)
    {
        var test = WorkflowTest.Of($"- workflowId: a\n  steps:\n    - stepId: b\n      {target}\n{Sound}")
            .WithEdit(WorkflowTest.Path, "arazzo: 1.0.1", "arazzo: 1.1.0")
            .WithEdit(WorkflowTest.Path, "workflows:\n", "  - { name: events, url: events.yml, type: asyncapi }\nworkflows:\n");

        var complaints = test.Complaints().Select(static item => item.Replace("(5,", "(4,", StringComparison.Ordinal));

        Assert.Contains(complaints, item => item.StartsWith(complaint, StringComparison.Ordinal));
        Assert.Contains(test.RunWithDiagnostics().Sources.Keys, static name => name.EndsWith("SoundWorkflow.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Source_that_is_no_item_of_the_project__is_named() => Assert.StartsWith(
        "(-1,24): error ARZ0251: 'api.yml' is no OpenAPI document among the project's ApiSpec items",
        Assert.Single(WorkflowTest.Of(Sound).Without("specs/api.yml").Complaints()),
        StringComparison.Ordinal);

    private static IEnumerable<string> Get(string rest) => WorkflowTest.Of($$"""
        - workflowId: a
          steps:
            - stepId: b
              operationId: getJob
              parameters: [ { name: id, in: path, value: '1' } ]

        """ + rest).Complaints();
}
