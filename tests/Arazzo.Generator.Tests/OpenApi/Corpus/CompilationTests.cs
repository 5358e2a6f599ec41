using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Corpus;

/// <summary>
/// What becomes of real documents compiles without an error or a warning, whatever is wrong with them. Our own are always there, those of many providers when the folder
/// <c>shared</c> lies beside the repository.
/// </summary>
public sealed class EverythingCompilationTests : CompilationTests<EverythingCompilationTests>, IEmission
{
    public static string Emit => "All";
}

/// <inheritdoc cref="EverythingCompilationTests"/>
public sealed class UsedCompilationTests : CompilationTests<UsedCompilationTests>, IEmission
{
    public static string Emit => "Used";
}

/// <summary>The option of the documents; a class for each, because two classes run at once.</summary>
public interface IEmission
{
    static abstract string Emit { get; }
}

public abstract class CompilationTests<T> where T : IEmission
{
    public static TheoryData<string> Providers() => [.. CorpusDocuments.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Documents_of_a_provider__compile_cleanly(string provider)
    {
        var test = CorpusDocuments.Read(provider).Aggregate(new GeneratorTest(), (test, file) => test.With(file.Path, file.Text, ("Emit", T.Emit)));

        var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));

        Assert.NotEmpty(test.GetFiles());
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        Assert.Empty(result.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Take(20));
    }
}
