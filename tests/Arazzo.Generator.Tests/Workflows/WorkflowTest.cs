using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Projects with a small API and one workflow for it.</summary>
internal static class WorkflowTest
{
    public const string Path = "specs/flow.yml";

    public const string Api = """
        openapi: 3.1.0
        info: { title: Jobs, version: '1' }
        servers: [ { url: 'https://jobs.example' } ]
        paths:
          /jobs:
            post:
              operationId: createJob
              parameters:
                - { name: priority, in: query, schema: { type: integer } }
                - { name: dry, in: query, schema: { type: boolean } }
                - { name: X-Trace, in: header, schema: { type: string } }
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/NewJob' } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
          /jobs/{id}:
            get:
              operationId: getJob
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
            delete:
              operationId: deleteJob
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '204': { description: gone } }
          /echo:
            post:
              operationId: echo
              requestBody: { content: { application/json: { schema: {} } } }
              responses: { '200': { description: ok, content: { application/json: { schema: {} } } } }
        components:
          schemas:
            NewJob:
              type: object
              required: [source]
              properties:
                source: { type: string, format: uri }
                kind: { type: string, enum: [FAST, SLOW] }
                count: { type: integer, format: int32 }
                tags: { type: array, items: { type: string } }
                owner: { type: object, properties: { name: { type: string } } }
                note: { type: [string, 'null'] }
            Job:
              type: object
              required: [id]
              properties:
                id: { type: string }
                state: { type: string, enum: [QUEUED, RUNNING, DONE] }
                progress: { type: number }
                parts: { type: array, items: { type: object, properties: { url: { type: string } } } }
                labels: { type: object, additionalProperties: { type: string } }
                extra: {}
        """;

    private const string Head = """
        arazzo: 1.0.1
        info: { title: Flow, version: '1' }
        sourceDescriptions:
          - { name: jobs, url: api.yml, type: openapi }
        workflows:

        """;

    /// <summary>A project whose document has these workflows, written from the first column on.</summary>
    public static GeneratorTest Of(string workflows, params ReadOnlySpan<(string Name, string Value)> metadata) => GeneratorTest
        .Of(Path, Head + workflows, metadata)
        .With("specs/api.yml", Api, ("Client", "JobsClient"));

    /// <summary>The same with a program that has a client.</summary>
    public static GeneratorTest WithJobs(this GeneratorTest test, string body) => test.WithProgram($"""
        var client = new JobsClient(new HttpClient(handler));
        {body}
        """);

    /// <summary>The diagnostics of the workflows' document, as <c>(line,column): severity id: message</c>; lines count from that of <c>workflows:</c>.</summary>
    public static IEnumerable<string> Complaints(this GeneratorTest test) => test.RunWithDiagnostics().Diagnostics
        .Where(static diagnostic => diagnostic.Path == Path)
        .Select(static diagnostic => (diagnostic with { Line = diagnostic.Line - Head.Count(static character => character == '\n') }).ToString()[Path.Length..]);
}
