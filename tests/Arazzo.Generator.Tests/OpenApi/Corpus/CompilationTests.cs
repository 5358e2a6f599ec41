using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Corpus;

/// <summary>
/// What becomes of real documents compiles without an error or a warning, whatever is wrong with them. Our own are always there, those of many providers when the folder
/// <c>shared</c> lies beside the repository. That the part that workflows use compiles, too, is proved where it runs:
/// <see cref="Rehearsals.CorpusRehearsalTests"/>.
/// </summary>
public sealed class EverythingCompilationTests
{
    public static TheoryData<string> Providers() => [.. CorpusDocuments.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Documents_of_a_provider__compile_cleanly(string provider)
    {
        var result = CorpusDocuments.Generate(CorpusDocuments.Read(provider), "All");

        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        Assert.Empty(result.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Take(20));
    }
}
