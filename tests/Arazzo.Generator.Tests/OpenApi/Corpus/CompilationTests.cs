using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Corpus;

/// <summary>
/// What becomes of real documents compiles without an error or a warning, whatever is wrong with them. Our own are always there, those of many providers when the folder
/// <c>shared</c> lies beside the repository.
/// </summary>
public sealed class FirstHalfCompilationTests : CompilationTests<FirstHalfCompilationTests>, IHalf
{
    public static int Half => 0;
}

/// <inheritdoc cref="FirstHalfCompilationTests"/>
public sealed class SecondHalfCompilationTests : CompilationTests<SecondHalfCompilationTests>, IHalf
{
    public static int Half => 1;
}

/// <summary>Two classes run at once, and two cores there are.</summary>
public interface IHalf
{
    static abstract int Half { get; }
}

public abstract class CompilationTests<T> where T : IHalf
{
    public static TheoryData<string, string> Providers()
    {
        var data = new TheoryData<string, string>();
        foreach (var provider in CorpusDocuments.Providers.Where(static (_, index) => index % 2 == T.Half))
        {
            data.Add(provider, "All");
            data.Add(provider, "Used");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Documents_of_a_provider__compile_cleanly(string provider, string emit)
    {
        var test = CorpusDocuments.Read(provider).Aggregate(new GeneratorTest(), (test, file) => test.With(file.Path, file.Text, ("Emit", emit)));

        var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));

        Assert.NotEmpty(test.GetFiles());
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        Assert.Empty(result.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Take(20));
    }
}
