using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Small documents that are generated, compiled, loaded and called.</summary>
internal static class Live
{
    public const string Path = "specs/api.yml";

    /// <summary>A document around <paramref name="parts"/>, whose client is <c>TestClient</c> at <c>https://api.test/v1</c>.</summary>
    public static GeneratorTest Document(string parts, string version = "3.1.0") => GeneratorTest.Of(Path, Text(parts, version));

    public static string Text(string parts, string version = "3.1.0", string title = "Test") =>
        $"openapi: {version}\ninfo: {{title: {title}, version: '1'}}\n"
        + (parts.StartsWith("servers:", StringComparison.Ordinal) ? "" : "servers: [{url: 'https://api.test/v1'}]\n") + parts;

    /// <summary>Runs <paramref name="program"/>, which has a <c>client</c> and returns a string.</summary>
    public static Task<string> CallAsync(this GeneratorTest test, RecordingHandler handler, string program, string usings = "using Tests;") => test
        .WithProgram("var client = new TestClient(new HttpClient(handler), new ApiClientOptions { Resilience = { Enabled = false } }); " + program, usings)
        .Run()
        .RunProgramAsync(handler);

    /// <summary>The request of one call whose answer does not matter.</summary>
    public static async Task<RecordedRequest> RequestAsync(this GeneratorTest test, string call)
    {
        var handler = new RecordingHandler().Answer(204);
        await test.CallAsync(handler, $"await client.{call}; return \"\";");
        return handler.Request;
    }
}
