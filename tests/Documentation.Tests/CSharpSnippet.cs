using Documentation.Tests.Markdown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Documentation.Tests;

/// <summary>A C# block of a page as a program.</summary>
internal static class CSharpSnippet
{
    // What a project with ImplicitUsings and the SDK's package has.
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks; global using Arazzo.Runtime;
        """;

    // What only the first block of a page would say.
    private const string PageUsings = """
        global using System.Text.Json; global using System.Text.Json.Serialization; global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Time.Testing; global using TikTok.ContentPosting; global using TikTok.ContentPosting.AspNetCore; global using TikTok.ContentPosting.Emulator; global using Xunit;
        """;

    // What blocks of the packages' pages take for granted: registries would show a comment that says so.
    private const string PackageGiven = """
        global using static Given;
        static class Given
        {
            public static readonly string token = "";
            public static readonly byte[] stored = [];
            public static readonly IServiceCollection services = new ServiceCollection();
            public static readonly ContentPostingClient tiktok = new();
            public static readonly InboxDraftUploadWorkflow workflow = new(tiktok);
            public static readonly InboxDraftUploadInputs inputs = null!;
            public static readonly WebApplicationBuilder builder = WebApplication.CreateBuilder();
            public static readonly WebApplication app = builder.Build();
        }
        """;

    // A block may name what it does not use, and leave out what would distract.
    private static readonly string[] Ignored = ["CS0168", "CS0219", "CS1591", "CS1998", "CS8019", "CS8321", "CS8933", "CS0105", "CS9113"];

    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileNameWithoutExtension(path) != "Documentation.Tests")
        .Select(static path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    /// <summary>Compiles a block together with those that it continues and with what is generated from the page's specifications.</summary>
    public static CSharpCompilation Compile(Page page, Block block, bool isWholeProgram = false)
    {
        var program = Program(page, block);
        var trees = SpecProject.Of(page.Blocks).Run().Sources
            .Select(static source => CSharpSyntaxTree.ParseText(source.Value, Options, source.Key))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, Options, "ImplicitUsings.cs"))
            .Append(CSharpSyntaxTree.ParseText(program, Options, page.Path));
        if (!isWholeProgram)
        {
            trees = trees.Append(CSharpSyntaxTree.ParseText(PageUsings, Options, "PageUsings.cs"));
        }
        if (!page.Path.StartsWith("docs/", StringComparison.Ordinal) && page.Path.Contains('/', StringComparison.Ordinal))
        {
            trees = trees.Append(CSharpSyntaxTree.ParseText(PackageGiven, Options, "Given.cs"));
        }
        var isProgram = CSharpSyntaxTree.ParseText(program, Options).GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);
        return CSharpCompilation.Create("Snippet", trees, References, new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What is wrong with it, as the page's lines.</summary>
    public static IEnumerable<string> Complaints(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Ignored.Contains(diagnostic.Id))
        .Select(static diagnostic => diagnostic.ToString());

    /// <summary>Usings, then what is given, then statements, then types: the order that C# wants.</summary>
    private static string Program(Page page, Block block)
    {
        var (usings, statements, types) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var part in Chain(page, block))
        {
            Add(part.Directives["given"] ?? "", 1, "given");
            Add(part.Text, part.Line, page.Path);
        }
        return string.Concat(usings.Concat(statements).Concat(types));

        void Add(string text, int line, string file)
        {
            var root = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();
            usings.AddRange(root.Usings.Select(static directive => directive.ToFullString()));
            foreach (var member in root.Members)
            {
                var start = line + member.SyntaxTree.GetLineSpan(member.FullSpan).StartLinePosition.Line;
                (member is GlobalStatementSyntax ? statements : types).Add($"\n#line {start} \"{file}\"\n{member.ToFullString()}\n");
            }
        }
    }

    private static IEnumerable<Block> Chain(Page page, Block block)
    {
        var blocks = page.In("csharp").ToList();
        var last = blocks.FindIndex(candidate => candidate.Line == block.Line);
        blocks[last] = block;
        var first = last;
        while (first > 0 && blocks[first].Directives.Has("continues"))
        {
            first--;
        }
        return blocks[first..(last + 1)];
    }
}
