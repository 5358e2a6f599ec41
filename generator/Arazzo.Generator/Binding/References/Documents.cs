using System.Collections.Immutable;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.References;

/// <summary>Finds the documents that source descriptions name: first by their identity (Arazzo 1.1, Identity-Based Referencing), then by place.</summary>
internal sealed class Documents(ImmutableArray<SpecificationFile> files)
{
    /// <summary>The file of the project that a URL names; null when there is none.</summary>
    public SpecificationFile? Find(SpecificationFile from, string url)
    {
        var uri = Combine(from.Arazzo?.Self?.Text, url);
        foreach (var file in files)
        {
            if (Self(file) is { } self && (self == uri || self == url))
            {
                return file;
            }
        }
        return FileResolver.Find(files, from, url);
    }

    private static string? Self(SpecificationFile file) => file.Arazzo?.Self?.Text ?? file.OpenApi?.Self;

    private static string Combine(string? @base, string reference) =>
        Uri.TryCreate(@base, UriKind.Absolute, out var absolute) && Uri.TryCreate(absolute, reference, out var combined) ? combined.AbsoluteUri : reference;
}
