using System.Collections.Immutable;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.References;

/// <summary>Finds the file of the project that a URI reference names. Nothing is fetched: what is not an ApiSpec item is not there.</summary>
internal static class FileResolver
{
    /// <summary>
    /// Looks for the file relative to the one that refers to it, then relative to the project's root, then by its name alone, which must be unambiguous.
    /// </summary>
    /// <param name="files">The files of the project.</param>
    /// <param name="from">The file that holds the reference.</param>
    /// <param name="reference">A relative or absolute URI reference without a fragment.</param>
    /// <returns>The file, or null.</returns>
    public static SpecificationFile? Find(ImmutableArray<SpecificationFile> files, SpecificationFile from, string reference)
    {
        var path = Uri.UnescapeDataString(reference).Replace('\\', '/');
        var query = path.IndexOf('?');
        path = query < 0 ? path : path.Substring(0, query);
        if (path.Length == 0)
        {
            return from;
        }
        if (!path.Contains("://"))
        {
            var folder = Folder(from.Source.RelativePath);
            var found = ByRelativePath(files, Normalize(folder + "/" + path)) ?? ByRelativePath(files, Normalize(path));
            if (found is not null)
            {
                return found;
            }
        }
        var name = path.Substring(path.LastIndexOf('/') + 1);
        SpecificationFile? only = null;
        foreach (var file in files)
        {
            var relative = file.Source.RelativePath;
            if (string.Equals(relative.Substring(relative.LastIndexOf('/') + 1), name, StringComparison.OrdinalIgnoreCase))
            {
                if (only is not null)
                {
                    return null;
                }
                only = file;
            }
        }
        return only;
    }

    /// <summary>The path that a relative reference leads to from a document.</summary>
    public static string Resolve(string document, string reference) => Normalize(Folder(document) + "/" + Uri.UnescapeDataString(reference).Replace('\\', '/'));

    public static SpecificationFile? ByRelativePath(ImmutableArray<SpecificationFile> files, string path)
    {
        foreach (var file in files)
        {
            if (string.Equals(Normalize(file.Source.RelativePath), path, StringComparison.OrdinalIgnoreCase))
            {
                return file;
            }
        }
        return null;
    }

    private static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";

    private static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] != "..")
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment.Length > 0 && segment != ".")
            {
                segments.Add(segment);
            }
        }
        return string.Join("/", segments);
    }
}
