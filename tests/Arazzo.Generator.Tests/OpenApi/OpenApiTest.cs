using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;

namespace Arazzo.Generator.Tests.OpenApi;

/// <summary>Short forms for tests about OpenAPI documents.</summary>
internal static class OpenApiTest
{
    public static OpenApiDocument Read(string text)
    {
        var (document, diagnostics) = TryRead(text);
        Assert.Empty(diagnostics);
        return Assert.IsType<OpenApiDocument>(document);
    }

    public static (OpenApiDocument? Document, string[] Diagnostics) TryRead(string text)
    {
        var diagnostics = new DiagnosticBag("test.yaml");
        var specification = SpecificationReader.Read("test.yaml", text, null, diagnostics, TestContext.Current.CancellationToken);
        var document = specification is null ? null : OpenApiReader.ReadDocument(specification, null, diagnostics, TestContext.Current.CancellationToken);
        return (document, ReadingAssert.Format(diagnostics));
    }

    /// <summary>The one schema of a document of <paramref name="version"/> whose other parts are sound.</summary>
    public static OpenApiSchema Schema(string yaml, string version = "3.1.0")
    {
        var indented = string.Join("\n", yaml.Split('\n').Select(static line => "      " + line));
        return Read($"openapi: {version}\ncomponents:\n  schemas:\n    S:\n{indented}\n").Components.Schemas["S"]!;
    }

    /// <summary>A document whose one path holds <paramref name="pathItem"/>.</summary>
    public static string Path(string pathItem, string path = "/a", string version = "3.1.0") =>
        $"openapi: {version}\npaths:\n  {path}:\n" + string.Join("\n", pathItem.Split('\n').Select(static line => "    " + line)) + "\n";
}
