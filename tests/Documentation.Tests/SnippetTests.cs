using Documentation.Tests.Markdown;

namespace Documentation.Tests;

/// <summary>What pages show is true.</summary>
public sealed class SnippetTests
{
    private static readonly string[] Languages = ["csharp", "xml", "yaml", "json", "ini", ""];
    private static readonly string[] Metadata = ["Include", "Update", "Remove", "Exclude", "Namespace", "Client", "Emit", "Dialect", "Visibility", "Link"];

    // Of diagnostics, only the index: DiagnosticPageTests has the others.
    private static readonly IReadOnlyList<Page> Pages =
        [.. Repository.Pages.Where(static path => !path.StartsWith("docs/diagnostics/ARZ", StringComparison.Ordinal)).Select(Page.Read)];

    public static TheoryData<string, int> CSharpBlocks => [.. Blocks("csharp").Select(static block => (block.Page, block.Line))];

    public static TheoryData<string, int> XmlBlocks => [.. Blocks("xml").Select(static block => (block.Page, block.Line))];

    public static TheoryData<string> PagesWithDocuments => [.. Pages.Where(static page => page.In("yaml", "json").Any()).Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public void CSharp_compiles(string path, int line)
    {
        var page = Page.Read(path);
        var complaints = CSharpSnippet.Complaints(CSharpSnippet.Compile(page, page.Blocks.Single(block => block.Line == line)));
        Assert.True(!complaints.Any(), string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(XmlBlocks))]
    public void Xml_is_well_formed_and_its_items_have_known_metadata(string path, int line)
    {
        var elements = SpecProject.Xml(Page.Read(path).Blocks.Single(block => block.Line == line)).ToList();
        Assert.NotEmpty(elements);
        Assert.All(elements.Where(static element => element.Name == "ApiSpec").SelectMany(static item => item.Attributes()), static attribute => Assert.Contains(attribute.Name.LocalName, Metadata));
    }

    [Theory]
    [MemberData(nameof(PagesWithDocuments))]
    public void Documents_of_a_page_generate_without_a_warning(string path) =>
        SpecProject.Of(Page.Read(path).Blocks).Run();

    [Fact]
    public void Every_block_is_of_a_language_that_is_checked() => Assert.All(Pages.SelectMany(static page => page.Blocks), static block => Assert.Contains(block.Language, Languages));

    private static IEnumerable<Block> Blocks(params string[] languages) => Pages.SelectMany(page => page.In(languages));
}
