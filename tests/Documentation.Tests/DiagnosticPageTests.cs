using System.Globalization;
using System.Text.RegularExpressions;
using Arazzo.Generator.Tests.Harness;
using Documentation.Tests.Markdown;

namespace Documentation.Tests;

/// <summary>A page for each diagnostic, and each page's examples give what it says.</summary>
public sealed partial class DiagnosticPageTests
{
    private const string Folder = "docs/diagnostics/";

    /// <summary>What no page can show: a file that is no text, files of that size or depth, parents of that many generations, an older compiler, a fault of the generator.</summary>
    internal static readonly string[] WithoutExample = ["ARZ0011", "ARZ0013", "ARZ0053", "ARZ0054", "ARZ0130", "ARZ0901"];

    public static TheoryData<string> Ids => [.. KnownDiagnostics.Ids];

    public static TheoryData<string> IdsWithExample => [.. KnownDiagnostics.Ids.Except(WithoutExample)];

    [Fact]
    public void Every_diagnostic_has_a_page_and_every_page_a_diagnostic() => Assert.Equal(
        KnownDiagnostics.Ids,
        Repository.Pages.Where(static page => page.StartsWith(Folder + "ARZ", StringComparison.Ordinal)).Select(static page => page[Folder.Length..^".md".Length]));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_begins_with_id_title_and_severity(string id)
    {
        var text = Repository.Read($"{Folder}{id}.md");
        if (KnownDiagnostics.Descriptors.TryGetValue(id, out var descriptor))
        {
            Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n\n{descriptor.DefaultSeverity}. ", text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Matches($@"\A# {id}: .+\n\nError\. ", text);
        }
    }

    [Fact]
    public void Index_lists_every_diagnostic_with_severity_and_title()
    {
        var rows = IndexRow().Matches(Repository.Read(Folder + "README.md")).ToDictionary(static row => row.Groups["id"].Value);
        Assert.Equal(KnownDiagnostics.Ids, rows.Keys);
        Assert.All(KnownDiagnostics.Descriptors.Values, descriptor =>
        {
            Assert.Equal(descriptor.DefaultSeverity.ToString(), rows[descriptor.Id].Groups["severity"].Value);
            Assert.Equal(descriptor.Title.ToString(CultureInfo.InvariantCulture), rows[descriptor.Id].Groups["title"].Value);
        });
    }

    [Fact]
    public void Release_notes_of_the_analyzer_list_every_descriptor()
    {
        var rows = ReleaseRow().Matches(Repository.Read("generator/Arazzo.Generator/AnalyzerReleases.Unshipped.md"))
            .Select(static row => (row.Groups["id"].Value, row.Groups["severity"].Value, row.Groups["title"].Value));
        Assert.Equal(
            KnownDiagnostics.Descriptors.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)
                .Select(static descriptor => (descriptor.Id, descriptor.DefaultSeverity.ToString(), descriptor.Title.ToString(CultureInfo.InvariantCulture))),
            rows);
    }

    [Theory]
    [MemberData(nameof(IdsWithExample))]
    public void Wrong_example_gives_the_diagnostic_and_no_other(string id)
    {
        var found = Generate(id, "Wrong");
        Assert.True(found.Any(diagnostic => diagnostic.Id == id), $"The wrong example does not give {id}:\n" + string.Join('\n', found));
        Assert.True(found.All(diagnostic => diagnostic.Id == id), string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(IdsWithExample))]
    public void Right_example_gives_no_diagnostic(string id)
    {
        var found = Generate(id, "Right");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>What the examples under a heading give, without what they are known to give besides.</summary>
    private static List<FoundDiagnostic> Generate(string id, string heading)
    {
        var blocks = Examples(id, heading);
        var others = blocks.Select(static block => block.Directives["also"]).ToList();
        return [.. SpecProject.Of(blocks).RunWithDiagnostics().Diagnostics.Where(diagnostic => !others.Contains(diagnostic.Id))];
    }

    internal static List<Block> Examples(string id, string heading)
    {
        var blocks = Page.Read($"{Folder}{id}.md").Blocks.Where(block => block.Heading == heading).ToList();
        Assert.True(blocks.Count > 0, $"{Folder}{id}.md has no block under '{heading}'.");
        return blocks;
    }

    [GeneratedRegex(@"^\| \[(?<id>ARZ\d{4})\]\(\k<id>\.md\) \| (?<severity>\w+) \| (?<title>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex IndexRow();

    [GeneratedRegex(@"^(?<id>ARZ\d{4}) \| Arazzo\.Generator \| (?<severity>\w+) \| (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow();
}
