using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Parameters that an operation requires and no step gives come from the client.</summary>
public sealed class ClientParameterTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: Shops, version: '1' }
        servers: [ { url: 'https://shops.example' } ]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: X-Version, in: header, required: true, schema: { type: string, enum: [v1, v2] } }
                - { name: X-Beta, in: header, required: true, schema: { type: array, items: { type: string } } }
                - { name: X-Request, in: header, required: true, schema: { type: string, format: uuid } }
                - { name: tenant, in: query, required: true, schema: { type: string } }
                - { name: limit, in: query, required: true, schema: { type: integer } }
                - { name: region, in: cookie, required: true, schema: { type: string } }
                - { name: User-Agent, in: header, required: true, schema: { type: string } }
              responses: { '204': { description: done } }
          /plain:
            get:
              operationId: plain
              parameters: [ { name: X-Beta, in: header, schema: { type: string } } ]
              responses: { '204': { description: done } }
        """;

    private const string Flow = """
        arazzo: 1.0.1
        info: { title: Flow, version: '1' }
        sourceDescriptions: [ { name: shops, url: api.yml, type: openapi } ]
        workflows:
          - workflowId: look
            steps:
              - stepId: list
                operationId: listPets
                parameters: PARAMETERS
              - { stepId: plain, operationId: plain }
        """;

    private const string Given = "[ { name: X-Version, in: header, value: v1 }, { name: tenant, in: query, value: own } ]";

    private const string Options = """
        var options = new ApiClientOptions();
        options.Parameters.Headers["x-version"] = "v2";
        options.Parameters.Headers["X-Beta"] = "a,b";
        options.Parameters.Headers["X-Request"] = null;
        options.Parameters.Query["tenant"] = "client";
        options.Parameters.Query["limit"] = "5";
        options.Parameters.Cookies["region"] = "eu";
        """;

    [Fact]
    public async Task Client__gives_what_no_step_gives()
    {
        var handler = new RecordingHandler().Answer(204).Answer(204);

        await Project("[]").WithProgram(Options + """

            var client = new ShopsClient(new HttpClient(handler), options);
            options.Parameters.Headers["X-Beta"] = "later";
            await LookWorkflow.RunAsync(client);
            return "";
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("/pets?tenant=client&limit=5", handler.Requests[0].Uri.PathAndQuery);
        Assert.Equal("v2 a,b region=eu", $"{handler.Requests[0].Headers["X-Version"]} {handler.Requests[0].Headers["X-Beta"]} {handler.Requests[0].Headers["Cookie"]}");
        Assert.False(handler.Requests[0].Headers.ContainsKey("X-Request"));
        Assert.StartsWith("Arazzo.Runtime/", handler.Requests[0].Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("/plain", handler.Requests[1].Uri.PathAndQuery);
        Assert.Equal("a,b", handler.Requests[1].Headers["X-Beta"]);
        Assert.False(handler.Requests[1].Headers.ContainsKey("X-Version"));
    }

    [Fact]
    public async Task What_a_step_gives__wins()
    {
        var handler = new RecordingHandler().Answer(204).Answer(204);

        await Project(Given).WithProgram(Options + """

            await LookWorkflow.RunAsync(new ShopsClient(new HttpClient(handler), options));
            return "";
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("/pets?tenant=own&limit=5", handler.Requests[0].Uri.PathAndQuery);
        Assert.Equal("v1", handler.Requests[0].Headers["X-Version"]);
    }

    [Fact]
    public async Task Default_headers_of_the_HttpClient__are_enough()
    {
        var handler = new RecordingHandler().Answer(204).Answer(204);

        await Project("[]").WithProgram(Options + """

            options.Parameters.Headers.Remove("X-Version");
            var http = new HttpClient(handler);
            http.DefaultRequestHeaders.Add("X-Version", "v3");
            http.DefaultRequestHeaders.UserAgent.ParseAdd("Contoso/2");
            await LookWorkflow.RunAsync(new ShopsClient(http, options));
            return "";
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("v3 Contoso/2", $"{handler.Requests[0].Headers["X-Version"]} {handler.Requests[0].Headers["User-Agent"]}");
    }

    [Theory]
    [InlineData("Headers", "X-Version", "xVersion")]
    [InlineData("Headers", "X-Beta", "xBeta")]
    [InlineData("Headers", "X-Request", "xRequest")]
    [InlineData("Query", "tenant", "tenant")]
    [InlineData("Query", "limit", "limit")]
    [InlineData("Cookies", "region", "region")]
    public async Task What_nobody_gives__is_said_before_anything_is_sent(string place, string name, string argument)
    {
        var handler = new RecordingHandler();

        var message = await Project("[]").WithProgram(Options + $$"""

            options.Parameters.{{place}}.Remove("{{name}}");
            try { await LookWorkflow.RunAsync(new ShopsClient(new HttpClient(handler), options)); return "sent"; }
            catch (ArgumentNullException exception) { return exception.Message; }
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.StartsWith($"The parameter '{argument}' is required by listPets. Give it, or set ApiClientOptions.Parameters.{place}[\"{name}\"]", message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Method_of_the_client__still_asks_for_it()
    {
        var handler = new RecordingHandler().Answer(204);

        await Project("[]").WithProgram(Options + """

            await new ShopsClient(new HttpClient(handler), options).ListPetsAsync(xVersion: ListPetsXVersion.V1, xBeta: ["c"], xRequest: Guid.Empty, tenant: "t", limit: 1, region: "r", userAgent: "me");
            return "";
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("/pets?tenant=t&limit=1", handler.Request.Uri.PathAndQuery);
        Assert.Equal("v1 c region=r me 00000000-0000-0000-0000-000000000000", string.Join(' ', new[] { "X-Version", "X-Beta", "Cookie", "User-Agent", "X-Request" }.Select(name => handler.Request.Headers[name])));
    }

    [Fact]
    public void Each__is_said_at_the_step()
    {
        var found = Project(Given).RunWithDiagnostics().Diagnostics;

        Assert.Equal(
            new[] { "X-Beta", "X-Request", "limit", "region" }.Order(StringComparer.Ordinal),
            found.Where(static diagnostic => diagnostic.Id == "ARZ0294").Select(static diagnostic => diagnostic.Message.Split('\'')[3]).Order(StringComparer.Ordinal));
        Assert.All(found, static diagnostic => Assert.StartsWith("specs/flow.yml(7,17): info ARZ0294: Step 'list' does not give the parameter", diagnostic.ToString(), StringComparison.Ordinal));
    }

    private static GeneratorTest Project(string parameters) => GeneratorTest
        .Of("specs/flow.yml", Flow.Replace("PARAMETERS", parameters, StringComparison.Ordinal))
        .With("specs/api.yml", Api, ("Client", "ShopsClient"));
}
