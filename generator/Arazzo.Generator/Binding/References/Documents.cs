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
        return (url.Contains("://") ? null : ByIdentity(FileResolver.Resolve(Place(from), url), HasRelativeSelf(from))) ?? FileResolver.Find(files, from, url);
    }

    /// <summary>The document that says it is at a place of the project, or is there for one that says where it is itself.</summary>
    private SpecificationFile? ByIdentity(string place, bool isBaseSaid) =>
        files.FirstOrDefault(file => HasRelativeSelf(file) && string.Equals(Place(file), place, StringComparison.OrdinalIgnoreCase))
        ?? (isBaseSaid ? FileResolver.ByRelativePath(files, place) : null);

    /// <summary>The place of a document; a relative <c>$self</c> is resolved against where it is (Arazzo 1.1, Establishing the Base URI).</summary>
    private static string Place(SpecificationFile file) => HasRelativeSelf(file) ? FileResolver.Resolve(file.Source.RelativePath, Self(file)!) : file.Source.RelativePath;

    private static bool HasRelativeSelf(SpecificationFile file) => Self(file) is { Length: > 0 } self && !Uri.TryCreate(self, UriKind.Absolute, out _);

    private static string? Self(SpecificationFile file) => file.Arazzo?.Self?.Text ?? file.OpenApi?.Self;

    private static string Combine(string? @base, string reference) =>
        Uri.TryCreate(@base, UriKind.Absolute, out var absolute) && Uri.TryCreate(absolute, reference, out var combined) ? combined.AbsoluteUri : reference;
}
