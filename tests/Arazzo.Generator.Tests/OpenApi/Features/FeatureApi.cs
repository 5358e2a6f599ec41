using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>
/// The API of an imaginary observatory, whose documents in <c>specs/</c> use every feature that generators are compared by. It is generated and compiled once; each
/// test is a small program that uses it. The first argument of a test is the feature's name in <c>docs/openapi-support.md</c>.
/// </summary>
internal static class FeatureApi
{
    private const string Header = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Text; using System.Text.Json;
        using System.Threading; using System.Threading.Tasks; using Arazzo.Runtime; using Sky;
        public static class Program
        {
            private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
            private static string Write<T>(T value) => JsonSerializer.Serialize(value);
            private static string Show(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
            private static bool Has<T>(string member) => typeof(T).GetMember(member).Length > 0;
            private static ApiClientOptions Options() => new() { AccessTokenProvider = new StaticAccessTokenProvider("t"), Resilience = { Enabled = false } };
            public static async Task<string> Run(HttpMessageHandler handler)
            {
                using var http = new HttpClient(handler);
                using var client = new ObservatoryClient(http, Options());
                return Show(await Result());
                async Task<object?> Result()
                {
                    await Task.CompletedTask;
        #line 1 "Program.cs"

        """;

    private const string Footer = "\n} } }\n";

    private static readonly Lazy<(GeneratorResult Result, MetadataReference Reference, AssemblyLoadContext Context)> Api = new(Generate);

    /// <summary>What the generator made of the documents.</summary>
    public static GeneratorResult Result => Api.Value.Result;

    /// <summary>Runs a program that has a <c>client</c> of the main document, <c>Read</c> and <c>Write</c> for JSON, and returns a value.</summary>
    /// <returns>The value as text.</returns>
    public static async Task<string> RunAsync(string program, RecordingHandler handler)
    {
        var (_, reference, context) = Api.Value;
        var compilation = CSharpCompilation.Create(
            "Program" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(Header + program + Footer, new CSharpParseOptions(LanguageVersion.CSharp14))],
            [.. TestReferences.All, reference],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var run = Load(context, compilation).GetType("Program", throwOnError: true)!.GetMethod("Run")!;
        return await (Task<string>)run.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [handler], culture: null)!;
    }

    /// <summary>Runs a program that asks nobody.</summary>
    public static Task<string> RunAsync(string program) => RunAsync(program, new RecordingHandler());

    /// <summary>The request of a call of <c>client</c>, whose answer does not matter.</summary>
    public static async Task<RecordedRequest> RequestAsync(string call)
    {
        var handler = new RecordingHandler().Answer(500);
        await RunAsync($"try {{ await client.{call}; }} catch (ApiException) {{ }} return null;", handler);
        return handler.Request;
    }

    private static (GeneratorResult Result, MetadataReference Reference, AssemblyLoadContext Context) Generate()
    {
        var result = GeneratorTest
            .Of("specs/observatory.yml", Text("observatory.yml"), ("Namespace", "Sky"))
            .With("specs/shared/common.yml", Text("shared/common.yml"), ("Namespace", "Sky"))
            .With("specs/shared/paths.yml", Text("shared/paths.yml"), ("Namespace", "Sky"))
            .With("specs/visitors.yml", Text("visitors.yml"), ("Namespace", "Sky.Visitors"))
            .With("specs/archive.json", Text("archive.json"), ("Namespace", "Sky.Archive"))
            .Run();
        var context = new AssemblyLoadContext("Features");
        using var stream = new MemoryStream();
        Emit(result.Output, stream);
        var image = ImmutableArray.Create(stream.ToArray());
        Load(context, result.Output);
        return (result, MetadataReference.CreateFromImage(image), context);
    }

    private static Assembly Load(AssemblyLoadContext context, CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        Emit(compilation, stream);
        return context.LoadFromStream(stream);
    }

    private static void Emit(CSharpCompilation compilation, MemoryStream stream)
    {
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
    }

    private static string Text(string path, [CallerFilePath] string file = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "specs", path));
}
