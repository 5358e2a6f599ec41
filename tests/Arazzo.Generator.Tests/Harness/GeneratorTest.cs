using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>
/// A project with specifications. Whatever a test is about, running it also proves that the output compiles without a warning at the strictest level, that a second
/// run does nothing, that nothing the pipeline keeps holds on to a compilation, and that the output depends on neither culture nor file order.
/// </summary>
public sealed record GeneratorTest
{
    public const string ProjectFolder = "/project/";

    // A test's program is no example of documentation, and may repeat the usings that it gets for free.
    private const string ProgramHeader = """
        #pragma warning disable CS1591, CS0105
        using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Arazzo.Runtime;
        #line 1 "Program.cs"

        """;

    private ImmutableSortedDictionary<string, SpecFile> Files { get; init; } = ImmutableSortedDictionary.Create<string, SpecFile>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary.CreateRange<string, string>(StringComparer.Ordinal,
        [new("ProjectDir", ProjectFolder), new("RootNamespace", "Tests")]);

    private string Source { get; init; } = "";

    /// <summary>The project's global usings, which reach generated code, too.</summary>
    public string GlobalUsings { get; init; } = "";

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public static GeneratorTest Of(string path, string text, params ReadOnlySpan<(string Name, string Value)> metadata) =>
        new GeneratorTest().With(path, text, metadata);

    /// <summary>Adds or replaces a specification; <paramref name="metadata"/> is that of its <c>ApiSpec</c> item.</summary>
    public GeneratorTest With(string path, string text, params ReadOnlySpan<(string Name, string Value)> metadata)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        values["SourceItemType"] = "ApiSpec";
        foreach (var (name, value) in metadata)
        {
            values[name] = value;
        }
        return this with { Files = Files.SetItem(path, new SpecFile(path, text, values.ToImmutable())) };
    }

    /// <summary>Edits a specification's text: <paramref name="oldText"/> must be there.</summary>
    public GeneratorTest WithEdit(string path, string oldText, string newText)
    {
        var file = Files[path];
        Assert.Contains(oldText, file.Text, StringComparison.Ordinal);
        return this with { Files = Files.SetItem(path, new SpecFile(path, file.Text.Replace(oldText, newText, StringComparison.Ordinal), file.Metadata)) };
    }

    public string Text(string path) => Files[path].Text;

    public GeneratorTest Without(string path) => this with { Files = Files.Remove(path) };

    /// <summary>Sets a property of the project as the compiler sees it.</summary>
    public GeneratorTest WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    /// <summary>Sets the project's C#.</summary>
    public GeneratorTest WithSource(string csharp) => this with { Source = ProgramHeader + csharp };

    /// <summary>Sets the project's C# to a program with <paramref name="body"/>, which has <c>handler</c> and returns a string: see <see cref="GeneratorResult.RunProgramAsync"/>.</summary>
    public GeneratorTest WithProgram(string body, string usings = "using Tests;") => WithSource($$"""
        {{usings}}
        public static class Program { public static async System.Threading.Tasks.Task<string> Run(HttpMessageHandler handler) { await System.Threading.Tasks.Task.CompletedTask;
        #line 1 "Program.cs"
        {{body}}
        } }
        """);

    /// <summary>Generates, and requires that there is nothing to complain about.</summary>
    public GeneratorResult Run()
    {
        var result = RunWithDiagnostics();
        Assert.True(
            result.Diagnostics.All(static diagnostic => diagnostic.Severity < DiagnosticSeverity.Warning),
            "The generator complains:\n" + string.Join('\n', result.Diagnostics));
        return result;
    }

    /// <summary>Generates; what the generator says is for the test to look at.</summary>
    public GeneratorResult RunWithDiagnostics()
    {
        var result = GeneratorResult.Create(this, CreateDriver(GetFiles()));
        Soundness.Check(this, result);
        return result;
    }

    internal IReadOnlyList<SpecFile> GetFiles() => [.. Files.Values];

    internal TestOptionsProvider GetOptions() => new(Properties);

    internal bool HasOptionsOf(GeneratorTest other) =>
        Properties.SequenceEqual(other.Properties) && Files.All(file => !other.Files.TryGetValue(file.Key, out var same) || file.Value.Metadata.SequenceEqual(same.Metadata));

    internal GeneratorDriver CreateDriver(IEnumerable<SpecFile> files) => CSharpGeneratorDriver.Create(
        [new ArazzoGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        GetOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    internal CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    internal CSharpCompilation CreateCompilation() => CSharpCompilation.Create(
        "GeneratorTest",
        [Parse("Program.cs", Source), Parse("GlobalUsings.cs", GlobalUsings)],
        TestReferences.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable, warningLevel: 9999, generalDiagnosticOption: ReportDiagnostic.Error,
            checkOverflow: true, deterministic: true));

    private SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, System.Text.Encoding.UTF8);
}
