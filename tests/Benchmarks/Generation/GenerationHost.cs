extern alias ArazzoGenerator;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Benchmarks.Generation;

/// <summary>A project with one specification, as the compiler sees it.</summary>
internal sealed class GenerationHost
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private Specification _file;

    public GenerationHost(string path, string text, string emit)
    {
        _file = new Specification(path, text);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static name => Path.GetFileName(name) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "Arazzo.Runtime.dll" or "netstandard.dll"))
            .Select(static name => MetadataReference.CreateFromFile(name));
        Input = CSharpCompilation.Create("Big", [CSharpSyntaxTree.ParseText("", ParseOptions)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Driver = CSharpGeneratorDriver.Create([new ArazzoGenerator::Arazzo.Generator.ArazzoGenerator().AsSourceGenerator()], [_file], ParseOptions, new Options(emit));
        Output = Input;
    }

    public CSharpCompilation Input { get; private set; }

    public Compilation Output { get; private set; }

    public GeneratorDriver Driver { get; private set; }

    public ImmutableArray<GeneratedSourceResult> Sources => Driver.GetRunResult().Results[0].GeneratedSources;

    public void Run()
    {
        Driver = Driver.RunGeneratorsAndUpdateCompilation(Input, out var output, out _);
        Output = output;
    }

    /// <summary>Generates alone, as an editor has it done at each key; the compilation is put together later.</summary>
    public void Generate() => Driver = Driver.RunGenerators(Input);

    public void EditCode(string code) => Input = Input.ReplaceSyntaxTree(Input.SyntaxTrees[0], CSharpSyntaxTree.ParseText(code, ParseOptions));

    /// <summary>Replaces the first occurrence of a text behind another one.</summary>
    public void EditSpecification(string oldText, string newText, string behind = "")
    {
        var index = _file.Text.IndexOf(oldText, _file.Text.IndexOf(behind, StringComparison.Ordinal), StringComparison.Ordinal);
        var edited = new Specification(_file.Path, string.Concat(_file.Text.AsSpan(0, index), newText, _file.Text.AsSpan(index + oldText.Length)));
        Driver = Driver.ReplaceAdditionalText(_file, edited);
        _file = edited;
    }

    /// <summary>Compiles what was generated.</summary>
    /// <returns>The size of the assembly, or the first error.</returns>
    public string Compile()
    {
        using var assembly = new MemoryStream();
        var result = Output.Emit(assembly);
        return result.Success ? $"{assembly.Length / 1e6:N1} MB" : result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString();
    }

    private sealed class Specification(string path, string text) : AdditionalText
    {
        private readonly SourceText _source = SourceText.From(text);

        public override string Path => path;

        public string Text => text;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
    }

    private sealed class Options(string emit) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = "Big", ["build_property.ProjectDir"] = "/" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new() { ["build_metadata.AdditionalFiles.SourceItemType"] = "ApiSpec", ["build_metadata.AdditionalFiles.Emit"] = emit });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
#pragma warning disable CS8765 // The attribute that it lacks is in the generator, too.
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
