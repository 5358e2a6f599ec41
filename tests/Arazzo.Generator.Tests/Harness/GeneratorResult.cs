using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>What the generator made of a <see cref="GeneratorTest"/>.</summary>
public sealed class GeneratorResult
{
    private readonly GeneratorTest _test;

    private GeneratorResult(GeneratorTest test, GeneratorDriver driver, CSharpCompilation input)
    {
        _test = test;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _, TestContext.Current.CancellationToken);
        Input = input;
        Output = (CSharpCompilation)output;
        Run = Driver.GetRunResult().Results.Single();
        if (Run.Exception is { } exception)
        {
            throw new InvalidOperationException("The generator threw: the compiler would say CS8785 and drop everything.", exception);
        }
        Sources = Run.GeneratedSources.ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);
        Diagnostics = [.. Run.Diagnostics.Select(FoundDiagnostic.From)
            .OrderBy(static diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .ThenBy(static diagnostic => (diagnostic.Line, diagnostic.Column))
            .ThenBy(static diagnostic => (diagnostic.Id + diagnostic.Message), StringComparer.Ordinal)];
    }

    /// <summary>The C# by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; }

    /// <summary>In the order of files, lines and columns.</summary>
    public ImmutableArray<FoundDiagnostic> Diagnostics { get; }

    internal GeneratorRunResult Run { get; }

    internal GeneratorDriver Driver { get; }

    internal CSharpCompilation Input { get; }

    internal CSharpCompilation Output { get; }

    /// <summary>The one source whose name ends so.</summary>
    public string Source(string nameEnd) => Assert.Single(Sources, source => source.Key.EndsWith(nameEnd, StringComparison.Ordinal)).Value;

    /// <summary>Runs the same driver on an edited project, to see what runs again.</summary>
    public GeneratorRerun Rerun(Func<GeneratorTest, GeneratorTest> edit)
    {
        var edited = edit(_test);
        var (before, after) = (_test.GetFiles(), edited.GetFiles());
        var driver = Driver;
        foreach (var file in after)
        {
            var old = before.FirstOrDefault(candidate => candidate.Path == file.Path);
            driver = old is null ? driver.AddAdditionalTexts([file]) : ReferenceEquals(old, file) ? driver : driver.ReplaceAdditionalText(old, file);
        }
        driver = driver.RemoveAdditionalTexts([.. before.Where(file => after.All(candidate => candidate.Path != file.Path))]);
        if (!edited.HasOptionsOf(_test) || before.Count != after.Count)
        {
            driver = driver.WithUpdatedAnalyzerConfigOptions(edited.GetOptions());
        }
        if (edited.LanguageVersion != _test.LanguageVersion)
        {
            driver = driver.WithUpdatedParseOptions(edited.ParseOptions);
        }
        return new GeneratorRerun(new GeneratorResult(edited, driver, edited.CreateCompilation()));
    }

    /// <summary>
    /// Compiles everything and loads it, for good: the pools of .NET keep objects in fields of threads, and its memory is corrupted when their types can be unloaded.
    /// </summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var emitted = Output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext(Output.AssemblyName).LoadFromStream(stream);
    }

    /// <summary>Runs the project's <c>Program.Run</c> against an API played by <paramref name="handler"/>.</summary>
    public async Task<string> RunProgramAsync(HttpMessageHandler handler)
    {
        var method = Load().GetType("Program", throwOnError: true)!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)
            ?? throw new InvalidOperationException("The test's project has no Program.Run.");
        return await (Task<string>)method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [handler], culture: null)!;
    }

    internal static GeneratorResult Create(GeneratorTest test, GeneratorDriver driver) => new(test, driver, test.CreateCompilation());
}
