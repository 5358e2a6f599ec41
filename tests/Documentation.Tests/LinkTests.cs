using System.Text.RegularExpressions;
using Documentation.Tests.Markdown;

namespace Documentation.Tests;

/// <summary>Links lead somewhere, and commands name projects that exist.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_and_headings(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Assert.All(Link().Matches(Page.Read(path).Prose).Select(static match => match.Groups[1].Value), link =>
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? path : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0])));
            Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), $"{path}: there is no {link}.");
            if (parts.Length > 1)
            {
                Assert.Contains(parts[1], Heading().Matches(Repository.Read(target)).Select(static heading => Anchor(heading.Groups[1].Value)));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_name_projects_that_exist(string path)
    {
        var page = Page.Read(path);
        Assert.All(Command().Matches(page.Text).Select(static match => match.Groups[1].Value), project =>
        {
            var folder = Path.Combine(Repository.Root, project);
            Assert.True(Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csproj").Any(), $"{path}: there is no project {project}.");
        });
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_root()
    {
        var reached = new HashSet<string> { "README.md" };
        var pending = new Queue<string>(reached);
        while (pending.TryDequeue(out var path))
        {
            var targets = Link().Matches(Page.Read(path).Prose)
                .Select(match => Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, match.Groups[1].Value.Split('#')[0]))
                .Select(static target => Path.GetRelativePath(Repository.Root, Path.GetFullPath(target)).Replace('\\', '/'));
            foreach (var target in targets.Where(target => Repository.Pages.Contains(target) && reached.Add(target)))
            {
                pending.Enqueue(target);
            }
        }
        Assert.Empty(Repository.Pages.Where(static page => page.StartsWith("docs/", StringComparison.Ordinal)).Except(reached));
    }

    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(static character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\((?![a-z]+:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"dotnet (?:run|test|build|pack) (?:--project )?((?:samples|src|tests|generator)/[\w./-]+)")]
    private static partial Regex Command();
}
