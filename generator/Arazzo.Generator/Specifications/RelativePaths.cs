namespace Arazzo.Generator.Specifications;

/// <summary>Paths as text. The file system is not asked: a generator must not, and need not.</summary>
internal static class RelativePaths
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The way from <paramref name="folder"/> to <paramref name="path"/>, with <c>/</c> and <c>..</c>; the path itself where there is none.</summary>
    public static string Get(string? folder, string path)
    {
        var to = Normalize(path);
        if (folder is null)
        {
            return string.Join("/", to);
        }
        var from = Normalize(folder);
        var common = 0;
        while (common < from.Count && common < to.Count && string.Equals(from[common], to[common], StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }
        return common == 0
            ? string.Join("/", to)
            : string.Concat(Enumerable.Repeat("../", from.Count - common)) + string.Join("/", to.Skip(common));
    }

    private static List<string> Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split(Separators))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }
        return parts;
    }
}
