namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Documents that would take the compiler's time or its stack are refused, or cost no more than others.</summary>
public sealed class HostileWorkflowTests
{
    private const string Get = "operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ]";

    [Fact]
    public void Parameters_that_stand_for_two_others_each__are_refused()
    {
        var complaints = WorkflowTest.Of("""
            - workflowId: a
              steps: [ { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: $components.parameters.p0 } ] } ]
            components:
              parameters:
                p40: { name: id, in: path, value: '1' }

            """ + Lines(40, index => $$"""    p{{index}}: { name: id, in: path, value: '{$components.parameters.p{{index + 1}}}{$components.parameters.p{{index + 1}}}' }""")).Complaints();

        Assert.Contains("ARZ0272: '$components.parameters.p40' has no value here: it stands for an expression that stands for another, and so on, too many times", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_calls_that_stand_for_two_others_each__are_refused()
    {
        var complaints = WorkflowTest.Of(
            Lines(40, static index => $$"""
                - workflowId: w{{index}}
                  inputs: { type: object, properties: { x: { type: string } } }
                  steps: [ { stepId: b, {{Get}} } ]
                """) + """
            - workflowId: a
              steps:
                - { stepId: s0, workflowId: w0, parameters: [ { name: x, value: hello } ] }

            """ + Lines(39, index => $$"""    - { stepId: s{{index + 1}}, workflowId: w{{index + 1}}, parameters: [ { name: x, value: '{$workflows.w{{index}}.inputs.x}{$workflows.w{{index}}.inputs.x}' } ] }""")).Complaints();

        Assert.Contains(complaints, static complaint => complaint.Contains("ARZ0272: '$workflows.w9.inputs.x'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(500, true)]
    public void Outputs_that_stand_for_one_another__are_refused_when_they_are_too_many(int count, bool isRefused)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              steps: [ { stepId: b, {{Get}}, outputs: { last: $response.body#/id } } ]
              outputs:
                o{{count}}: $steps.b.outputs.last

            """ + Lines(count, static index => $"    o{index}: $outputs.o{index + 1}")).Complaints();

        Assert.Equal(isRefused, complaints.Any(static complaint => complaint.Contains("ARZ0272", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(1500, true)]
    public void Outputs_of_a_loop_that_read_those_of_later_steps__are_refused_when_they_are_too_many(int count, bool isRefused)
    {
        var complaints = WorkflowTest.Of("- workflowId: a\n  steps:\n"
            + Lines(count, static index => $$"""    - { stepId: s{{index}}, {{Get}}, outputs: { o: $steps.s{{index + 1}}.outputs.o } }""")
            + $$"""    - { stepId: s{{count}}, {{Get}}, outputs: { o: $response.body#/id }, onSuccess: [ { name: again, type: goto, stepId: s0, criteria: [ { condition: "$response.body#/state != 'DONE'" } ] } ] }""").Complaints();

        Assert.Equal(isRefused, complaints.Any(static complaint => complaint.Contains("ARZ0272", StringComparison.Ordinal)));
    }

    [Fact]
    public void Payload_that_could_be_each_of_many_cases_and_is_none__is_sent_as_it_is()
    {
        var payload = string.Concat(Enumerable.Repeat("{ left: ", 60)) + "{ v: wrong }" + new string('}', 60);
        var test = WorkflowTest.Of($$"""
            - workflowId: a
              steps: [ { stepId: b, operationId: createJob, requestBody: { payload: { source: 'https://x.example', tree: {{payload}} } } } ]
            """)
            .WithEdit("specs/api.yml", "    NewJob:\n", """
                    Tree: { oneOf: [ { $ref: '#/components/schemas/X1' }, { $ref: '#/components/schemas/X2' } ] }
                    X1: { type: object, properties: { left: { $ref: '#/components/schemas/Tree' }, v: { type: integer }, a: { type: string } } }
                    X2: { type: object, properties: { left: { $ref: '#/components/schemas/Tree' }, v: { type: integer }, b: { type: string } } }
                    NewJob:

                """)
            .WithEdit("specs/api.yml", "kind: { type: string, enum: [FAST, SLOW] }", "tree: { $ref: '#/components/schemas/Tree' }");

        Assert.Empty(test.Complaints());
    }

    [Fact]
    public void Steps_that_wait_in_a_large_circle__are_refused_once()
    {
        var complaints = WorkflowTest.Of("- workflowId: a\n  steps:\n"
            + Lines(2000, static index => $$"""    - { stepId: s{{index}}, {{Get}}, dependsOn: [ s{{(index + 1) % 2000}} ] }""")).Complaints().Where(IsError);

        Assert.StartsWith("(3,107): error ARZ0290: Step 's0' depends on 's1'", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_wait_for_a_circle__are_not_taken_for_it()
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              steps:
                - { stepId: waits, {{Get}}, dependsOn: [ third ] }
                - { stepId: first, {{Get}} }
                - { stepId: second, {{Get}}, dependsOn: [ first, third ] }
                - { stepId: third, {{Get}}, dependsOn: [ second ] }
            """).Complaints().Where(IsError);

        Assert.StartsWith("(5,118): error ARZ0290: Step 'second' depends on 'third'", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(1000, true)]
    public void Workflows_that_call_one_another__are_refused_when_they_are_too_deep(int count, bool isRefused)
    {
        var complaints = WorkflowTest.Of(
            Lines(count, static index => $$"""
                - workflowId: w{{index}}
                  steps: [ { stepId: s, workflowId: w{{index + 1}} } ]
                """) + $$"""
            - workflowId: w{{count}}
              steps: [ { stepId: s, {{Get}} } ]
            """).Complaints().ToList();

        Assert.Equal(isRefused, complaints.Exists(static complaint =>
            complaint.StartsWith("(128,37): error ARZ0255: Workflows that call one another more than 64 times deep are not supported yet", StringComparison.Ordinal)));
        Assert.Equal(isRefused, complaints.Count > 0);
    }

    [Fact]
    public void Criteria_by_the_thousand__have_each_its_say()
    {
        var criteria = string.Join(", ", Enumerable.Range(0, 1000).Select(static index => $"{{ condition: $response.body#/progress != {index} }}"));

        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              steps: [ { stepId: b, {{Get}}, successCriteria: [ {{criteria}}, { condition: $statusCode == 1000 } ] } ]
            """).Complaints();

        Assert.Contains("ARZ0288: '$statusCode == 1000' never holds, whatever", Assert.Single(complaints), StringComparison.Ordinal);
    }

    private static bool IsError(string complaint) => complaint.Contains(": error ", StringComparison.Ordinal);

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(index => line(index) + "\n"));
}
