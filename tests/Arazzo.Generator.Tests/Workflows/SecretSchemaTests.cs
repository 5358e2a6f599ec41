using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>What the documents of an API say is a secret (<c>format: password</c>), and what OAuth's standards do, is in no checkpoint and no progress.</summary>
public sealed class SecretSchemaTests
{
    private const string Paths = """
          /token:
            post:
              operationId: token
              requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { grant_type: { type: string }, client_id: { type: string }, client_secret: { type: string }, refresh_token: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { access_token: { type: string }, refresh_token: { type: string }, scope: { type: string } } } } } } }
          /users:
            post:
              operationId: createUser
              parameters: [ { name: X-Otp, in: header, schema: { type: string, format: password } }, { name: pin, in: query, schema: { $ref: '#/components/schemas/Pin' } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
        components:
          schemas:
            Pin: { type: string, format: password }
            User: { type: object, properties: { name: { type: string }, client_secret: { type: string }, written: { type: string, writeOnly: true, format: password }, password: { $ref: '#/components/schemas/Pin' }, codes: { type: array, items: { $ref: '#/components/schemas/Pin' } } } }
            Profile: { type: object, properties: { name: { type: string }, written: { type: string, writeOnly: true, format: password } } }

        """;

    [Theory]
    [InlineData("- { stepId: a, operationId: token, requestBody: { payload: { grant_type: client_credentials, client_secret: $inputs.key } } }")]
    [InlineData("- { stepId: a, operationId: token, requestBody: { payload: { grant_type: refresh_token }, replacements: [ { target: /refresh_token, value: $inputs.key } ] } }")]
    [InlineData("- { stepId: a, operationId: token, requestBody: { payload: { grant_type: x } }, outputs: { x: $response.body#/refresh_token } }")]
    [InlineData("- { stepId: a, operationId: token, requestBody: { payload: { grant_type: x } }, outputs: { x: $response.body } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: { password: $inputs.key } } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: { codes: [ '{$inputs.key}' ] } } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: $inputs.user } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: $inputs.other, replacements: [ { target: /password, value: $inputs.key } ] } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: $inputs.other, replacements: [ { target: $.password, targetSelectorType: jsonpath, value: $inputs.key } ] } }")]
    [InlineData("- { stepId: a, operationId: createUser, parameters: [ { name: X-Otp, in: header, value: $inputs.key } ] }")]
    [InlineData("- { stepId: a, operationId: createUser, parameters: [ { name: pin, in: query, value: $inputs.key } ], outputs: { x: $url } }")]
    [InlineData("- { stepId: a, operationId: createUser, parameters: [ { name: pin, in: query, value: $inputs.key } ], outputs: { x: $request.query.pin } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: { password: $inputs.key } }, outputs: { x: $request.body#/password } }")]
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: { password: $inputs.key } }, outputs: { x: $request.body } }")]
    [InlineData("- { stepId: a, workflowId: other, parameters: [ { name: text, value: $inputs.deep.pin } ], outputs: { x: $workflows.other.inputs.text } }")]
    [InlineData("- { stepId: a, operationId: createUser, outputs: { x: $response.body#/password } }")]
    [InlineData("- { stepId: a, operationId: createUser, outputs: { x: $response.body#/codes/0 } }")]
    [InlineData("- { stepId: a, operationId: createUser, outputs: { x: $response.body } }")]
    [InlineData("- { stepId: a, operationId: createUser, outputs: { x: { context: $response.body, selector: $.password, type: jsonpath } } }")]
    [InlineData("- { stepId: a, operationId: createUser, successCriteria: [ { condition: $statusCode < 500 } ], outputs: { x: $response.body#/password } }")]
    [InlineData("- { stepId: a, operationId: createUser, parameters: [ { name: pin, in: query, value: $inputs.deep.pin } ] }")]
    [InlineData("- { stepId: a, operationId: createUser, onSuccess: [ { name: go, type: goto, workflowId: other, parameters: [ { name: text, value: $response.body#/password } ] } ] }")]
    public async Task Secret__is_in_no_checkpoint_and_no_progress(string step) =>
        Assert.DoesNotContain("secret", await ToldAsync(step), StringComparison.Ordinal);

    [Theory]
    // Names alone say nothing, but in a request to a token endpoint.
    [InlineData("- { stepId: a, operationId: createUser, requestBody: { payload: { client_secret: $inputs.key } } }")]
    [InlineData("- { stepId: a, operationId: token, requestBody: { payload: { grant_type: x, client_id: $inputs.key } } }")]
    // An answer does not have what only requests have.
    [InlineData("- { stepId: a, operationId: getProfile, outputs: { x: $response.body } }")]
    [InlineData("- { stepId: a, operationId: createUser, outputs: { x: $response.body#/name } }")]
    public async Task What_nobody_calls_a_secret__is_stored(string step) =>
        Assert.Contains("secret", await ToldAsync(step), StringComparison.Ordinal);

    [Fact]
    public void Input_that_turns_out_to_be_a_secret_two_calls_further__is_one_where_it_comes_from()
    {
        var result = WorkflowTest.Of("""
            - workflowId: echo
              inputs: { type: object, properties: { text: { type: string } } }
              steps: [ { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] } ]
              outputs: { text: $inputs.text }
            - workflowId: sends
              inputs: { type: object, properties: { text: { type: string } } }
              steps:
                - { stepId: a, workflowId: echo, parameters: [ { name: text, value: $inputs.text } ], outputs: { text: $outputs.text } }
                - { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: '1' }, { name: Authorization, in: header, value: $steps.a.outputs.text } ] }
            - workflowId: passes
              inputs: { type: object, properties: { text: { type: string } } }
              steps: [ { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] } ]
              outputs: { text: $inputs.text }
            - workflowId: main
              inputs: { type: object, properties: { word: { type: string } } }
              steps:
                - { stepId: a, workflowId: passes, parameters: [ { name: text, value: $inputs.word } ], outputs: { text: $outputs.text } }
                - { stepId: b, workflowId: sends, parameters: [ { name: text, value: $steps.a.outputs.text } ] }
            """).RunWithDiagnostics();

        Assert.Contains("public string? Word", Assert.Single(result.Sources.Values, static source => source.Contains("class MainCredentials", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    /// <summary>What the checkpoints and the progress of a run tell that is given secrets and gets some.</summary>
    private static async Task<string> ToldAsync(string step)
    {
        var test = WorkflowTest.Of($$"""
            - workflowId: main
              inputs:
                type: object
                properties:
                  key: { type: string }
                  user: { type: object }
                  other: { type: object }
                  deep: { type: object, properties: { pin: { type: string, format: password } } }
              steps:
                {{step}}
                - { stepId: last, operationId: getJob, parameters: [ { name: id, in: path, value: '3' } ] }
            - workflowId: other
              inputs: { type: object, properties: { text: { type: string } } }
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: 'x{$inputs.text}' } ] } ]
            """)
            .WithEdit("specs/api.yml", "components:\n  schemas:\n", Paths)
            .WithEdit("specs/api.yml", "  /users:\n", "  /profile:\n    get: { operationId: getProfile, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Profile' } } } } } }\n  /users:\n");
        var handler = new RecordingHandler();
        var answer = step.Contains("response", StringComparison.Ordinal)
            ? """{"name":"secret","password":"secret","codes":["secret"],"access_token":"secret","refresh_token":"secret"}"""
            : """{"id":"1","name":"ann"}""";

        return await test.WithJobs($$""""
            var told = new List<string>();
            var options = new WorkflowOptions
            {
                Progress = new Listener(told),
                Checkpoint = (checkpoint, _) => { told.Add(System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json())); return default; },
            };
            await MainWorkflow.RunAsync(client, new MainInputs { Other = new Dictionary<string, System.Text.Json.JsonElement> { ["password"] = System.Text.Json.JsonElement.Parse("1") }, {{(step.Contains("inputs.key", StringComparison.Ordinal) ? "Key = \"secret\"" : step.Contains("inputs.user", StringComparison.Ordinal) ? "User = new Dictionary<string, System.Text.Json.JsonElement> { [\"password\"] = System.Text.Json.JsonElement.Parse(\"\\\"secret\\\"\") }" : step.Contains("inputs.deep", StringComparison.Ordinal) ? "Deep = new() { Pin = \"secret\" }" : "")}} }, options);
            return string.Join("\n", told);
            } private sealed class Listener(List<string> told) : IProgress<WorkflowProgress> { public void Report(WorkflowProgress value) => told.Add(value.ToString()); }
            private static void End() {
            """").RunWithDiagnostics().RunProgramAsync(handler.Answer(200, answer).Answer(200, """{"id":"1"}"""));
    }
}
