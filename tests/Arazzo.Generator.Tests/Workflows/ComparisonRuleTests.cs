using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>What conditions make of values of any kind (Arazzo 1.1, Criterion Object; docs/workflows.md): a row for each rule, in one project.</summary>
public sealed class ComparisonRuleTests
{
    private const string Answer = """
        {"id":"5","state":"DONE","progress":0.5,"labels":{"a":"x"},"extra":{"zero":0,"empty":"","no":false,"yes":true,"nil":null,"num":"7","obj":{},"list":[1,"2"]}}
        """;

    private static readonly (string Condition, bool Holds)[] Rows =
    [
        // Texts
        ("'ABC' == 'abc'", true), ("'abc' != 'ABC'", false), ("'a' < 'B'", true), ("'it''s' == 'IT''S'", true), ("$response.body#/labels/a == 'X'", true),
        // Numbers, and texts that are numbers
        ("1 < 2", true), ("1.0 == 1", true), ("$response.body#/id == 5", true), ("$response.body#/id >= 4.5", true), ("$response.body#/extra/num < 10", true),
        ("$response.body#/extra/num == 7.0", true), ("$statusCode == '200'", true), ("$response.header.X-Count == 7", true), ("$response.body#/progress == '0.50'", true),
        ("$response.body#/extra/empty == 0", false), ("$response.body#/labels/a > 1", false), ("$response.body#/labels/a <= 1", false),
        // Null and what is missing
        ("null == null", true), ("null != null", false), ("$response.body#/extra/nil == null", true), ("$response.body#/extra/none == null", true),
        ("$response.body#/extra/none != null", false), ("$response.header.X-None == null", true), ("$response.body#/parts == null", true),
        ("$response.body#/extra/zero == null", false), ("$response.body#/extra/empty == null", false), ("$response.body#/extra/no != null", true),
        ("$response.body#/extra/nil != 'x'", true), ("$response.body#/extra/none == 'x'", false), ("$response.body#/extra/nil == false", false), ("$response.body#/extra/nil == 0", false),
        ("$response.body#/extra/nil < 1", false), ("$response.body#/extra/nil >= 0", false), ("$response.body#/extra/none <= null", false),
        // Booleans
        ("$response.body#/extra/yes == true", true), ("$response.body#/extra/no == false", true), ("$response.body#/extra/no == 'false'", false), ("$response.body#/extra/zero == false", false),
        ("$response.body#/extra/yes > false", false),
        // Values by themselves
        ("true", true), ("$response.body#/extra/yes", true), ("$response.body#/extra/no", false), ("$response.body#/extra/zero", false), ("$response.body#/extra/empty", false),
        ("$response.body#/extra/nil", false), ("$response.body#/extra/none", false), ("$response.body#/extra/obj", true), ("$response.body#/labels/a", true),
        // Operators
        ("!$response.body#/extra/no", true), ("!($response.body#/id == 5)", false), ("true || false && false", true), ("(true || false) && false", false), ("!false && false", false),
        ("$response.body#/id == 5 && $response.body#/extra/none == null", true),
        // Navigation
        ("$response.body.extra.list[0] == 1", true), ("$response.body.extra.list[1] == 2", true), ("$response.body.extra.list[2] == null", true),
        // Objects and arrays
        ("$response.body#/extra/obj == 'x'", false), ("$response.body#/extra/list == 1", false), ("$response.body#/extra/obj == $response.body#/extra/obj", true),
    ];

    [Fact]
    public async Task Conditions__hold_as_the_rules_say()
    {
        var document = string.Concat(Rows.Select(static (row, index) => $$"""
            - workflowId: row-{{index}}
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  onSuccess: [ { name: "yes", type: end, criteria: [ { condition: "{{row.Condition}}" } ] } ]

            """));
        var handler = new RecordingHandler();
        foreach (var _ in Rows)
        {
            handler.Answer(200, Answer, ("X-Count", "7"));
        }

        var text = await WorkflowTest.Of(document).WithJobs("return string.Concat(" + string.Join(",\n", Rows.Select(static (_, index) =>
            $"(await Row{index}Workflow.RunAsync(client)).Action is null ? '0' : '1'")) + ");").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal(Rows.Select(static row => $"{row.Condition}: {row.Holds}"), Rows.Select((row, index) => $"{row.Condition}: {text[index] == '1'}"));
    }
}
