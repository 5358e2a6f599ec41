using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;

namespace Arazzo.Generator.Tests.Documents;

public sealed class ArazzoReaderTests
{
    private const string Head = """
        arazzo: 1.1.0
        info: { title: T, version: 1.0.0 }
        sourceDescriptions:
          - { name: pets, url: pets.yml, type: openapi }

        """;

    [Fact]
    public void Whole_document__every_field_is_kept()
    {
        var document = ReadSound("""
            arazzo: 1.1.0
            $self: https://example.com/a.yml
            info: { title: T, summary: S, description: D, version: '1' }
            sourceDescriptions:
              - { name: pets, url: pets.yml, type: openapi }
              - { name: other, url: other.yml, type: arazzo }
              - { name: unknown, url: unknown.yml }
            workflows:
              - workflowId: adopt
                summary: WS
                description: WD
                inputs: { type: object }
                dependsOn: [login, $sourceDescriptions.other.prepare]
                parameters:
                  - { name: page, in: query, value: 1 }
                  - { reference: $components.parameters.token, value: x }
                successActions:
                  - { reference: $components.successActions.done }
                failureActions:
                  - { name: again, type: retry, retryAfter: 1.5, retryLimit: 3, criteria: [{ condition: $statusCode == 503 }] }
                outputs:
                  id: $steps.find.outputs.id
                  first: { context: $steps.find.outputs.all, selector: '$[0]', type: jsonpath }
                steps:
                  - stepId: find
                    description: SD
                    operationId: findPets
                    timeout: 2500
                    requestBody:
                      contentType: application/json
                      payload: { a: 1 }
                      replacements:
                        - { target: /a, value: $inputs.a }
                        - { target: $.a, targetSelectorType: jsonpath, value: null }
                    successCriteria:
                      - condition: $statusCode == 200
                      - { context: $response.body, condition: '$.a', type: jsonpath }
                      - { context: $response.body, condition: //a, type: { type: xpath, version: xpath-10 } }
                    onSuccess:
                      - { name: go, type: goto, workflowId: login, parameters: [{ name: user, value: u }] }
                    onFailure:
                      - { name: stop, type: end }
                    outputs: { id: $response.body#/id, all: $response.body }
                  - { stepId: buy, operationPath: '{$sourceDescriptions.pets.url}#/paths/~1pets/post', dependsOn: [find] }
                  - { stepId: call, workflowId: login, parameters: [{ name: user, value: [1] }] }
              - { workflowId: login, steps: [{ stepId: in, operationId: login }] }
            components:
              inputs: { page: { type: object } }
              parameters: { token: { name: token, in: header, value: t } }
              successActions: { done: { name: done, type: end } }
              failureActions: { wait: { name: wait, type: retry } }
            """);

        Assert.Equal("1.1.0", document.Version.Text);
        Assert.Equal("https://example.com/a.yml", document.Self?.Text);
        Assert.Equal(("T", "S", "D", "1"), (document.Info?.Title?.Text, document.Info?.Summary?.Text, document.Info?.Description?.Text, document.Info?.Version?.Text));
        Assert.Equal([ArazzoSourceType.OpenApi, ArazzoSourceType.Arazzo, null], document.SourceDescriptions.Select(static source => source.Type));
        Assert.Equal(["page"], document.Components.Inputs.Select(static entry => entry.Key.Text));
        Assert.Equal(["token"], document.Components.Parameters.Select(static entry => entry.Key.Text));
        Assert.Equal(["done"], document.Components.SuccessActions.Select(static entry => entry.Key.Text));
        Assert.Equal(["wait"], document.Components.FailureActions.Select(static entry => entry.Key.Text));

        var workflow = document.Workflows[0];
        Assert.Equal(["login", "$sourceDescriptions.other.prepare"], workflow.DependsOn.Select(static id => id.Text));
        Assert.IsType<MappingNode>(workflow.Inputs);
        Assert.Equal(ArazzoParameterLocation.Query, workflow.Parameters[0].Object?.In);
        Assert.Equal("$components.parameters.token", workflow.Parameters[1].Reference?.Reference.Text);
        Assert.Equal("x", Assert.IsType<ScalarNode>(workflow.Parameters[1].Reference?.Value).Text);
        Assert.Equal("$components.successActions.done", workflow.SuccessActions[0].Reference?.Reference.Text);
        var retry = workflow.FailureActions[0].Object!;
        Assert.Equal((ArazzoActionType.Retry, TimeSpan.FromSeconds(1.5), 3), (retry.Type, retry.RetryAfter, retry.RetryLimit));
        Assert.Equal("$statusCode == 503", retry.Criteria[0].Condition.Text);
        Assert.Null(workflow.Outputs[0].Selector);
        Assert.Equal(("$steps.find.outputs.all", "$[0]", ArazzoExpressionKind.JsonPath),
            (workflow.Outputs[1].Selector?.Context.Text, workflow.Outputs[1].Selector?.Selector.Text, workflow.Outputs[1].Selector!.Type.Kind));

        var step = workflow.Steps[0];
        Assert.Equal(("find", "findPets", TimeSpan.FromMilliseconds(2500)), (step.StepId.Text, step.OperationId?.Text, step.Timeout));
        Assert.Equal([null, ArazzoExpressionKind.JsonPath], step.RequestBody!.Replacements.Select(static replacement => replacement.TargetSelectorType?.Kind));
        Assert.Equal(
            [(ArazzoExpressionKind.Simple, ""), (ArazzoExpressionKind.JsonPath, "rfc9535"), (ArazzoExpressionKind.XPath, "xpath-10")],
            step.SuccessCriteria.Select(static criterion => (criterion.Type.Kind, criterion.Type.Version)));
        Assert.Equal("user", step.OnSuccess[0].Object?.Parameters[0].Object?.Name.Text);
        Assert.Equal(ArazzoActionType.End, step.OnFailure[0].Object?.Type);
        Assert.Equal(["id", "all"], step.Outputs.Select(static output => output.Name.Text));
        Assert.Equal("find", workflow.Steps[1].DependsOn[0].Text);
        Assert.NotNull(workflow.Steps[1].OperationPath);
        Assert.Equal("login", workflow.Steps[2].WorkflowId?.Text);
        Assert.All(document.Workflows, static item => Assert.True(item.IsSound));
    }

    [Theory]
    [InlineData("arazzo: 2.0.0", "ARZ0016 1:9-1:14")]
    [InlineData("arazzo: 1.0", "ARZ0016 1:9-1:12")]
    [InlineData("arazzo: 1.0.x", "ARZ0016 1:9-1:14")]
    [InlineData("info: {}", "ARZ0201 1:1-1:5")]
    public void Document_of_an_unknown_version__is_not_read(string text, string expected)
    {
        var (document, diagnostics) = Read(text);
        Assert.Null(document);
        Assert.Equal([expected], diagnostics);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.0.1-rc1")]
    [InlineData("1.1.7")]
    public void Patch_number_means_nothing(string version) => Assert.NotNull(Read("arazzo: " + version).Document);

    [Fact]
    public void Document_without_its_fields__each_is_named() =>
        Assert.Equal(["ARZ0201 1:1-1:7", "ARZ0201 1:1-1:7", "ARZ0201 1:1-1:7"], Read("arazzo: 1.0.1").Diagnostics);

    // Line 5 is the first of the text.
    [Theory]
    [InlineData("workflows: []", "ARZ0206 5:1-5:10")]
    [InlineData("workflows: {}", "ARZ0202 5:12-5:14")]
    [InlineData("workflows: [x]", "ARZ0202 5:13-5:14")]
    [InlineData("workflows:\n  - steps: [{ stepId: a, operationId: b }]", "ARZ0201 6:5-6:10")]
    [InlineData("workflows:\n  - { workflowId: w }", "ARZ0201 6:7-6:17")]
    [InlineData("workflows:\n  - { workflowId: w, steps: [] }", "ARZ0206 6:22-6:27")]
    [InlineData("workflows:\n  - { workflowId: '', steps: [{ stepId: a, operationId: b }] }", "ARZ0202 6:19-6:21")]
    [InlineData("workflows:\n  - { workflowId: [w], steps: [{ stepId: a, operationId: b }] }", "ARZ0202 6:19-6:22")]
    [InlineData("workflows:\n  - { workflowId: a b, steps: [{ stepId: a, operationId: b }] }", "ARZ0220 6:19-6:22")]
    [InlineData("workflows:\n  - { workflowId: w, Steps: [], steps: [{ stepId: a, operationId: b }] }", "ARZ0204 6:22-6:27")]
    [InlineData("workflows:\n  - { workflowId: w, x-a: 1, steps: [{ stepId: a, operationId: b }] }")]
    [InlineData("workflows:\n  - &w { workflowId: w, steps: [{ stepId: a, operationId: b }] }\n  - { workflowId: w, steps: [{ stepId: a, operationId: b }] }", "ARZ0205 7:19-7:20")]
    [InlineData("workflows:\n  - { workflowId: w, inputs: text, steps: [{ stepId: a, operationId: b }] }", "ARZ0202 6:30-6:34")]
    public void Workflow_diagnostic_stands_at_its_place(string text, params string[] expected) => Assert.Equal(expected, Read(Head + text).Diagnostics);

    // The step begins in line 8, its fields stand in column 9.
    [Theory]
    [InlineData("operationId: a", "ARZ0201 8:9-8:20")]
    [InlineData("stepId: a", "ARZ0208 8:17-8:18")]
    [InlineData("stepId: a\noperationId: b\nworkflowId: c", "ARZ0207 10:9-10:19")]
    [InlineData("stepId: a\nworkflowId: w\nrequestBody: {}", "ARZ0211 10:9-10:20")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: []", "ARZ0206 10:9-10:24")]
    [InlineData("stepId: a\noperationId: b\ntimeout: -1", "ARZ0213 10:18-10:20")]
    [InlineData("stepId: a\noperationId: b\ntimeout: soon", "ARZ0213 10:18-10:22")]
    [InlineData("stepId: a\noperationId: b\ndependsOn: [c, c]", "ARZ0205 10:24-10:25")]
    [InlineData("stepId: a\noperationId: b\ndependsOn: []", "ARZ0206 10:9-10:18")]
    [InlineData("stepId: a\noperationId: b\ndependsOn: [$steps.c]", "ARZ0214 10:21-10:29")]
    [InlineData("stepId: a\noperationId: b\naction: send", "ARZ0216 10:9-10:15")]
    [InlineData("stepId: a\nchannelPath: b", "ARZ0201 9:9-9:20", "ARZ0216 9:9-9:20")]
    [InlineData("stepId: a\nworkflowId: b\naction: send", "ARZ0211 10:9-10:15")]
    [InlineData("stepId: a\noperationId: b\naction: post", "ARZ0216 10:9-10:15", "ARZ0203 10:17-10:21")]
    [InlineData("stepId: a\noperationId: b\naction: send\ncorrelationId: c", "ARZ0216 10:9-10:15", "ARZ0211 11:9-11:22")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, value: 1 }]", "ARZ0201 10:24-10:28")]
    [InlineData("stepId: a\nworkflowId: b\nparameters: [{ name: p, value: 1 }]")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: query }]", "ARZ0201 10:24-10:28")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: form, value: 1 }]", "ARZ0203 10:37-10:41")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: body, value: 1 }]", "ARZ0220 10:37-10:41")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: query, value: null }]")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: query, value: 1 }, { name: p, in: query, value: 2 }]", "ARZ0205 10:64-10:65")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: query, value: 1 }, { name: p, in: path, value: 2 }]")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ reference: $components.inputs.p }]", "ARZ0214 10:35-10:55")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ reference: $components.parameters.p, other: 1 }]")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: query, value: { context: $response.body, selector: a, type: x } }]", "ARZ0203 10:97-10:98")]
    [InlineData("stepId: a\noperationId: b\nparameters: [{ name: p, in: query, value: { context: text, selector: a, type: x } }]")]
    [InlineData("stepId: a\noperationId: b\noutputs: { a b: $url }", "ARZ0220 10:20-10:23")]
    [InlineData("stepId: a\noperationId: b\noutputs: { a: [1] }", "ARZ0202 10:23-10:26")]
    [InlineData("stepId: a\noperationId: b\noutputs: { a: { selector: b, type: jsonpath } }", "ARZ0201 10:25-10:33")]
    [InlineData("stepId: a\noperationId: b\nrequestBody: text", "ARZ0202 10:22-10:26")]
    [InlineData("stepId: a\noperationId: b\nrequestBody: { replacements: [{ value: 1 }] }", "ARZ0201 10:41-10:46")]
    [InlineData("stepId: a\noperationId: b\nrequestBody: { replacements: [{ target: /a }] }", "ARZ0201 10:41-10:47")]
    [InlineData("stepId: a\noperationId: b\nrequestBody: { replacements: [{ target: /a, value: 1, targetSelectorType: jq }] }", "ARZ0203 10:83-10:85")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ type: simple }]", "ARZ0201 10:29-10:33")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ condition: $.a, type: jsonpath }]", "ARZ0201 10:51-10:59")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ condition: 'true', type: simple }]", "ARZ0220 10:54-10:60")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ condition: $.a, context: $response.body, type: jq }]", "ARZ0203 10:76-10:78")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ condition: a, context: $url, type: { type: jsonpath } }]", "ARZ0201 10:66-10:70")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ condition: a, context: $url, type: { type: jsonpath, version: xpath-10 } }]", "ARZ0203 10:91-10:99")]
    [InlineData("stepId: a\noperationId: b\nsuccessCriteria: [{ condition: a, context: $url, type: { type: regex, version: x } }]", "ARZ0211 10:79-10:86")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ type: end }]", "ARZ0201 10:23-10:27")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x }]", "ARZ0201 10:23-10:27")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x, type: stop }]", "ARZ0203 10:38-10:42")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x, type: goto }]", "ARZ0210 10:29-10:30")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x, type: goto, stepId: a, workflowId: w }]", "ARZ0209 10:55-10:65")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x, type: end, stepId: a }]", "ARZ0212 10:43-10:49")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x, type: retry, retryAfter: 5 }]", "ARZ0220 10:38-10:43")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ name: x, type: end }, { name: x, type: end }]", "ARZ0205 10:53-10:54")]
    [InlineData("stepId: a\noperationId: b\nonSuccess: [{ reference: $components.failureActions.x }]", "ARZ0214 10:34-10:62")]
    [InlineData("stepId: a\noperationId: b\nonFailure: [{ name: x, type: end, retryAfter: 1 }]", "ARZ0212 10:43-10:53")]
    [InlineData("stepId: a\noperationId: b\nonFailure: [{ name: x, type: retry, retryAfter: -1 }]", "ARZ0213 10:57-10:59")]
    [InlineData("stepId: a\noperationId: b\nonFailure: [{ name: x, type: retry, retryLimit: 1.5 }]", "ARZ0213 10:57-10:60")]
    [InlineData("stepId: a\noperationId: b\nonFailure: [{ name: x, type: end, parameters: [] }]", "ARZ0211 10:43-10:53")]
    [InlineData("stepId: a\noperationId: b\nonFailure: [{ name: x, type: goto, workflowId: w, parameters: [{ name: p, in: query, value: 1 }] }]", "ARZ0211 10:83-10:85")]
    public void Step_diagnostic_stands_at_its_place(string step, params string[] expected)
    {
        var (document, diagnostics) = Read(Head + "workflows:\n  - workflowId: main\n    steps:\n      - " + step.Replace("\n", "\n        ", StringComparison.Ordinal));
        Assert.Equal(expected, diagnostics);
        Assert.Equal(expected.All(static item => item.StartsWith("ARZ0220", StringComparison.Ordinal) || item.StartsWith("ARZ0212", StringComparison.Ordinal)),
            document!.Workflows[0].IsSound);
    }

    [Theory]
    [InlineData("sourceDescriptions: []", "ARZ0206 4:1-4:19")]
    [InlineData("sourceDescriptions: [{ url: a }]", "ARZ0201 4:24-4:27")]
    [InlineData("sourceDescriptions: [{ name: a }]", "ARZ0201 4:24-4:28")]
    [InlineData("sourceDescriptions: [{ name: a.b, url: a }]", "ARZ0220 4:30-4:33")]
    [InlineData("sourceDescriptions: [{ name: a, url: a, type: raml }]", "ARZ0203 4:47-4:51")]
    [InlineData("sourceDescriptions: [{ name: a, url: a }, { name: a, url: b }]", "ARZ0205 4:51-4:52")]
    public void Source_diagnostic_stands_at_its_place(string sources, string expected) =>
        Assert.Equal([expected], Read(
            "arazzo: 1.0.1\ninfo: { title: T, version: '1' }\nworkflows: [{ workflowId: w, steps: [{ stepId: a, operationId: b }] }]\n" + sources).Diagnostics);

    [Theory]
    [InlineData("components: []", "ARZ0202 6:13-6:15")]
    [InlineData("components: { schemas: {} }", "ARZ0204 6:15-6:22")]
    [InlineData("components: { inputs: { a b: {} } }", "ARZ0220 6:25-6:28")]
    [InlineData("components: { inputs: { a: 1 } }", "ARZ0202 6:28-6:29")]
    [InlineData("components: { parameters: { a: 1 } }", "ARZ0202 6:32-6:33")]
    [InlineData("components: { failureActions: { a: { name: x, type: goto } } }", "ARZ0210 6:44-6:45")]
    public void Component_diagnostic_stands_at_its_place(string components, string expected) =>
        Assert.Equal([expected], Read(Head + "workflows: [{ workflowId: w, steps: [{ stepId: a, operationId: b }] }]\n" + components).Diagnostics);

    [Fact]
    public void Self_with_a_fragment__is_reported_and_left_out()
    {
        var (document, diagnostics) = Read(Head + "$self: https://a/b#c\nworkflows: [{ workflowId: w, steps: [{ stepId: a, operationId: b }] }]");
        Assert.Equal(["ARZ0215 5:8-5:21"], diagnostics);
        Assert.Null(document!.Self);
    }

    [Theory]
    [InlineData(false, "ARZ0220 7:9-7:16")]
    [InlineData(true, "ARZ0221 7:9-7:16")]
    public void Field_of_1_1_in_a_document_of_1_0__is_dialect(bool strict, string expected)
    {
        var (document, diagnostics) = Read("""
            arazzo: 1.0.1
            info: { title: T, version: '1' }
            sourceDescriptions: [{ name: a, url: b }]
            workflows:
              - workflowId: w
                steps:
                  - timeout: 1
                    stepId: a
                    operationId: b
            """, strict ? Dialect.Strict : Dialect.Compat);
        Assert.Equal([expected], diagnostics);
        Assert.Equal(!strict, document!.Workflows[0].IsSound);
    }

    [Fact]
    public void One_bad_workflow__leaves_the_others_sound()
    {
        var (document, _) = Read(Head + "workflows:\n  - { workflowId: bad, steps: [{ stepId: a }] }\n  - { workflowId: good, steps: [{ stepId: a, operationId: b }] }");
        Assert.Equal([("bad", false), ("good", true)], document!.Workflows.Select(static workflow => (workflow.WorkflowId.Text, workflow.IsSound)));
    }

    [Fact]
    public void Two_steps_of_one_id__the_first_is_kept()
    {
        var (document, diagnostics) = Read(Head + "workflows:\n  - workflowId: w\n    steps:\n      - { stepId: a, operationId: b }\n      - { stepId: a, operationId: c }");
        Assert.Equal(["ARZ0205 9:19-9:20"], diagnostics);
        Assert.Equal("b", Assert.Single(document!.Workflows[0].Steps).OperationId?.Text);
    }

    [Fact]
    public void Selector_inside_a_payload__is_told_from_data()
    {
        var selector = ArazzoSelector.TryRead(ReadingAssert.Read("{ context: $response.body, selector: /a, type: { type: jsonpointer, version: rfc6901 } }"));
        Assert.Equal((ArazzoExpressionKind.JsonPointer, "/a"), (selector!.Type.Kind, selector.Selector.Text));
        Assert.Null(ArazzoSelector.TryRead(ReadingAssert.Read("{ context: $response.body, selector: /a, type: other }")));
        Assert.Null(ArazzoSelector.TryRead(ReadingAssert.Read("{ context: $response.body, selector: /a, type: jsonpath, more: 1 }")));
    }

    [Fact]
    public void Cancellation__is_honoured() =>
        Assert.Throws<OperationCanceledException>(static () => ArazzoReader.Read(
            (MappingNode)ReadingAssert.Read(Head + "workflows: [{ workflowId: w, steps: [] }]"), Dialect.Compat, new DiagnosticBag("a.yml"), new CancellationToken(canceled: true)));

    private static ArazzoDocument ReadSound(string text)
    {
        var (document, diagnostics) = Read(text);
        Assert.Empty(diagnostics);
        return document!;
    }

    private static (ArazzoDocument? Document, string[] Diagnostics) Read(string text, Dialect dialect = Dialect.Compat)
    {
        var diagnostics = new DiagnosticBag("a.yml");
        var document = ArazzoReader.Read((MappingNode)ReadingAssert.Read(text), dialect, diagnostics, TestContext.Current.CancellationToken);
        return (document, ReadingAssert.Format(diagnostics));
    }
}
