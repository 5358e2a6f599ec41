using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Real documents, where they lie beside the repository.</summary>
public sealed class CorpusWorkflowTests
{
    [Fact]
    public void Documents_that_the_SDK_began_with__have_nothing_to_complain_about()
    {
        // All but the one that needs form bodies.
        foreach (var file in SharedFolder.Files("corpus/tiktok-for-developers-seed/arazzo", "*.yml").Where(static file => !file.Contains("oauth", StringComparison.Ordinal)))
        {
            var result = Project(file).RunWithDiagnostics();

            Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Path.Contains("arazzo", StringComparison.Ordinal) && diagnostic.Severity > DiagnosticSeverity.Info);
            Assert.Contains(result.Sources.Keys, static name => name.EndsWith("Workflow.g.cs", StringComparison.Ordinal));
        }
    }

    /// <summary>The document and the OpenAPI documents beside it that it names.</summary>
    private static GeneratorTest Project(string file)
    {
        var text = File.ReadAllText(file);
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "..", "openapi");
        return Directory.EnumerateFiles(folder)
            .Where(other => text.Contains(Path.GetFileName(other), StringComparison.Ordinal))
            .Aggregate(
                GeneratorTest.Of("specs/arazzo/" + Path.GetFileName(file), text),
                static (test, other) => test.With("specs/openapi/" + Path.GetFileName(other), File.ReadAllText(other), ("Emit", "Used")));
    }
}
