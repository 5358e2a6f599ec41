namespace Arazzo.Generator.Tests;

/// <summary>Public test suites and real documents, where they lie beside the repository; the repository does not carry them.</summary>
internal static class SharedFolder
{
    private static readonly string? Root = Find();

    /// <summary>The files below a folder; none where the suites are absent.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Root is null ? null : Path.Combine(Root, folder);
        return path is null || !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "conformance")))
            {
                return shared;
            }
        }
        return null;
    }
}
