using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>A parameter that is the key of a security scheme, too, is the client's to give: a step that gives it wins.</summary>
public sealed class CredentialParameterTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: Shops, version: '1' }
        servers: [ { url: 'https://shops.example' } ]
        paths:
          /pets:
            get:
              operationId: listPets
              SECURITY
              parameters: [ { name: X-Key, in: header, required: REQUIRED, schema: { type: string } } ]
              responses: { '204': { description: done } }
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, other: { type: http, scheme: bearer } } }
        """;

    private const string Flow = """
        arazzo: 1.0.1
        info: { title: Flow, version: '1' }
        sourceDescriptions: [ { name: shops, url: api.yml, type: openapi } ]
        workflows: [ { workflowId: look, steps: [ { stepId: list, operationId: listPets, parameters: PARAMETERS } ] } ]
        """;

    [Theory]
    [InlineData("security: [ { key: [] } ]", true, "[]", "set", "k -")]
    [InlineData("security: [ { key: [] } ]", true, "[ { name: x-key, in: header, value: own } ]", "set", "own -")]
    [InlineData("", true, "[]", "set", "k -")]
    [InlineData("", true, "[ { name: X-Key, in: header, value: own } ]", "set", "own -")]
    [InlineData("security: []", true, "[]", "set", "k -")]
    [InlineData("security: [ { other: [] } ]", true, "[]", "set", "k Bearer t")]
    [InlineData("security: [ { other: [] }, {} ]", true, "[]", "set", "k Bearer t")]
    [InlineData("", false, "[]", "set", "k -")]
    [InlineData("", false, "[]", "", "- -")]
    [InlineData("security: [ { other: [] } ]", false, "[]", "", "- Bearer t")]
    [InlineData("", true, "[]", "", "- -")]
    public async Task Key__comes_from_the_client_unless_a_step_gives_it(string security, bool isRequired, string parameters, string credentials, string expected)
    {
        var handler = new RecordingHandler().Answer(204);

        await GeneratorTest.Of("specs/flow.yml", Flow.Replace("PARAMETERS", parameters, StringComparison.Ordinal))
            .With("specs/api.yml", Api.Replace("SECURITY", security, StringComparison.Ordinal).Replace("REQUIRED", isRequired ? "true" : "false", StringComparison.Ordinal), ("Client", "ShopsClient"))
            .WithProgram($$"""
            var options = new ApiClientOptions();
            if ("{{credentials}}".Length > 0) { options.Credentials["key"] = new StaticAccessTokenProvider("k"); }
            options.Credentials["other"] = new StaticAccessTokenProvider("t");
            await LookWorkflow.RunAsync(new ShopsClient(new HttpClient(handler), options));
            return "";
            """).Run().RunProgramAsync(handler);

        Assert.Equal(expected, $"{handler.Request.Headers.GetValueOrDefault("X-Key") ?? "-"} {handler.Request.Headers.GetValueOrDefault("Authorization") ?? "-"}");
    }
}
