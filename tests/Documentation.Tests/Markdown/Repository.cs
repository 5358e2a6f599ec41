namespace Documentation.Tests.Markdown;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The pages that people read: README.md, docs/ and what the packages show.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        "generator/Arazzo.Generator/README.md",
        "src/TikTok.ContentPosting.Sdk/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a file.</summary>
    /// <param name="path">From the repository's root.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TikTok.ContentPosting.Sdk.sln")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
