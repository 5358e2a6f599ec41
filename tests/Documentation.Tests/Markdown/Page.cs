using System.Text.RegularExpressions;

namespace Documentation.Tests.Markdown;

/// <summary>A page of Markdown, as far as its tests need it.</summary>
internal sealed partial class Page
{
    private Page(string path, string text)
    {
        Path = path;
        Text = text;
        Blocks = [.. ReadBlocks(path, text.Split('\n'))];
    }

    /// <summary>From the repository's root.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The page without its blocks and comments.</summary>
    public string Prose => Comment().Replace(Fence().Replace(Text, ""), "");

    public static Page Read(string path) => new(path, Repository.Read(path));

    public IEnumerable<Block> In(params string[] languages) => Blocks.Where(block => languages.Contains(block.Language));

    private static IEnumerable<Block> ReadBlocks(string path, string[] lines)
    {
        var heading = "";
        var directives = new Directives();
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (line.StartsWith("<!--", StringComparison.Ordinal))
            {
                var first = index;
                while (!lines[index].Contains("-->", StringComparison.Ordinal))
                {
                    index++;
                }
                directives.Add(string.Join('\n', lines[first..(index + 1)])["<!--".Length..].Replace("-->", "", StringComparison.Ordinal));
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                var first = index + 1;
                var end = Array.FindIndex(lines, first, static candidate => candidate == "```");
                Assert.True(end >= 0, $"{path}({first}): the block has no end.");
                yield return new Block(path, first + 1, line[3..].Trim(), heading, string.Join('\n', lines[first..end]) + "\n", directives);
                directives = new Directives();
                index = end;
            }
            else if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#').Trim();
            }
            else if (line.Length > 0)
            {
                directives = new Directives();
            }
        }
    }

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
