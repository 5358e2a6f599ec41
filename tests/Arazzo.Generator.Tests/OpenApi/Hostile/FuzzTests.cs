using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>
/// Damaged documents, our own and those of the corpus: the generator never throws, says the same twice, and what comes out compiles. <c>ARAZZO_FUZZ_MUTATIONS</c> sets
/// how many there are for each document, <c>ARAZZO_FUZZ_SEED</c> which, and <c>ARAZZO_FUZZ_DOCUMENT</c> of which document of ours alone, to look for more by hand. Those that take over a second are told, and fail nothing: how
/// long that is depends on the machine.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>Saying the same twice takes a second run, and compiling takes longer than all else: who looks by hand has all compiled.</summary>
    private const int RepeatedOneOf = 8;

    private static readonly int CompiledOneOf = Setting("MUTATIONS", 0) > 0 ? 1 : RepeatedOneOf;

    /// <summary>What is wrong with one document is often wrong with many.</summary>
    private const int MostFailures = 5;

    /// <summary>A document of the corpus that is larger costs more than it shows.</summary>
    private const int LargestDocument = 60_000;

    // Bound to its references once: each of the outputs is added to it.
    private static readonly Lazy<CSharpCompilation> Empty = new(static () =>
    {
        var compilation = new GeneratorTest().CreateCompilation();
        Assert.Empty(compilation.GetDiagnostics());
        return compilation;
    });

    private readonly HashSet<string> _compiled = new(StringComparer.Ordinal);

    private enum Outcome { Nothing, Known, Compiled }

    public static TheoryData<string> Ours() =>
        [.. FuzzDocuments.All.Keys.Where(static name => Environment.GetEnvironmentVariable("ARAZZO_FUZZ_DOCUMENT") is not { Length: > 0 } only || only == name)];

    public static TheoryData<string> Providers() => [.. CorpusDocuments.Providers];

    [Theory]
    [MemberData(nameof(Ours))]
    public void Own_document_is_damaged__nothing_throws_and_the_output_compiles(string name)
    {
        var sound = Fuzz(name, FuzzDocuments.All[name], Setting("MUTATIONS", 60));

        Assert.True(sound > 0, "No document was sound enough for code.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Documents_of_a_provider_are_damaged__nothing_throws_and_the_output_compiles(string provider)
    {
        var documents = CorpusDocuments.Read(provider).Where(static file => file.Path.Contains("openapi", StringComparison.Ordinal) && file.Text.Length < LargestDocument).ToList();

        Assert.All(documents, file => Fuzz(file.Path, file.Text, Setting("MUTATIONS", 3)));
    }

    [Fact]
    public void Own_documents__are_sound_before_they_are_damaged() => Assert.All(FuzzDocuments.All, static document =>
        Assert.DoesNotContain(GeneratorTest.Of("specs/a.yml", document.Value).RunWithDiagnostics().Diagnostics, static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));

    [Theory]
    [InlineData("paths: {/a/{id}: {get: {parameters: [{name: id, in: path, schema: {type: object}}]}}}")]
    [InlineData("paths: {/a/{id}: {get: {parameters: [{name: id, in: path, content: {application/json: {schema: {type: object, additionalProperties: {type: string, format: date}}}}}]}}}")]
    [InlineData("paths: {/a: {post: {parameters: [{name: a, in: formData}]}}}", "swagger: '2.0'")]
    [InlineData("paths: {/a: {post: {parameters: [{name: a, in: formData, schema: null}, {name: a, in: formData, type: array}]}}}", "swagger: '2.0'")]
    [InlineData("paths: {/a: {get: {parameters: [{name: a, in: querystring, schema: {type: array, items: {type: string}}}]}, put: {parameters: [{name: a, in: querystring, schema: {type: object}}]}}}", "openapi: 3.2.0")]
    [InlineData("paths: {}\ncomponents: {schemas: {A: {allOf: [{type: object, properties: {a: {type: boolean, deprecated: true}}}, {required: [a]}]}}}")]
    [InlineData("paths: {}\ncomponents: {schemas: {A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: x}}, B: {}, C: {allOf: [{$ref: '#/components/schemas/A'}], additionalProperties: {type: string}}}}")]
    [InlineData("paths: {/a: {post: {requestBody: {content: {multipart/mixed: {itemEncoding: {contentType: text/csv}}}}, responses: {}}, put: {requestBody: {content: {multipart/mixed: {schema: {type: object, additionalProperties: {type: string}}, itemEncoding: {contentType: text/csv}, prefixEncoding: [{}]}}}, responses: {}}}}", "openapi: 3.2.0")]
    public void Damage_that_once_broke_something__breaks_nothing(string document, string version = "openapi: 3.1.0") =>
        Check(GeneratorTest.Of("specs/a.yml", $"{version}\ninfo: {{title: A, version: '1'}}\n{document}\n"), isRepeated: true, isCompiled: true);

    private int Fuzz(string name, string text, int mutations)
    {
        var mutator = new Mutator(text);
        var random = new Random(Setting("SEED", 1));
        var failures = new List<string>();
        var (sound, compiled) = (0, 0);
        for (var round = 0; round < mutations && failures.Count < MostFailures; round++)
        {
            var damaged = mutator.Mutate(random);
            // YAML is read, JSON is written: every JSON document is both.
            var test = GeneratorTest.Of(round % 2 == 0 ? "specs/a.yml" : "specs/a.json", damaged);
            var failure = Record.Exception(() =>
            {
                var outcome = Check(test, round % RepeatedOneOf == 0, round % CompiledOneOf == 0, took => output.WriteLine($"{name} {round}: {took.TotalMilliseconds:0} ms of processor time\n{damaged}"));
                sound += outcome == Outcome.Nothing ? 0 : 1;
                compiled += outcome == Outcome.Compiled ? 1 : 0;
            });
            if (failure is not null)
            {
                failures.Add($"{name} {round}: {failure.Message}\n\n{damaged}");
            }
        }
        output.WriteLine($"{name}: {mutations} documents, {sound} with code, {compiled} of it like no other's");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        return sound;
    }

    private Outcome Check(GeneratorTest test, bool isRepeated, bool isCompiled, Action<TimeSpan>? tellSlow = null)
    {
        var started = Environment.CpuUsage.TotalTime;
        var first = Generate(test);
        if (Environment.CpuUsage.TotalTime - started is { TotalSeconds: > 1 } took)
        {
            tellSlow?.Invoke(took);
        }
        if (isRepeated)
        {
            Assert.Equal(Texts(first), Texts(Generate(test)));
        }
        if (first.GeneratedSources.IsEmpty)
        {
            return Outcome.Nothing;
        }
        // Much of the damage is to what no code shows.
        if (!isCompiled || !_compiled.Add(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(first.GeneratedSources.Select(static source => source.SourceText.ToString())))))))
        {
            return Outcome.Known;
        }
        var complaints = Empty.Value.AddSyntaxTrees(first.GeneratedSources.Select(static source => source.SyntaxTree)).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        Assert.True(!complaints.Any(), string.Join('\n', complaints.Take(3).Select(static complaint =>
            $"{complaint}: {complaint.Location.SourceTree?.GetText(TestContext.Current.CancellationToken).Lines[complaint.Location.GetLineSpan().StartLinePosition.Line]}")));
        return Outcome.Compiled;
    }

    private static GeneratorRunResult Generate(GeneratorTest test)
    {
        var run = test.CreateDriver(test.GetFiles()).RunGenerators(Empty.Value, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Null(run.Exception);
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        return run;
    }

    private static IEnumerable<string> Texts(GeneratorRunResult run) => run.GeneratedSources.Select(static source => $"{source.HintName}\n{source.SourceText}")
        .Concat(run.Diagnostics.Select(static diagnostic => diagnostic.ToString()));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable("ARAZZO_FUZZ_" + name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
