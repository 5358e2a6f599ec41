using System.Collections.Immutable;

namespace Arazzo.Generator.Specifications;

/// <summary>
/// The files as the last run of a driver read them, of which the next one takes over what has not changed. Which run that was decides on the time that a run takes and
/// on nothing else, so that drivers which have it in common, one made from another, may run side by side.
/// </summary>
internal sealed class LastFiles
{
    private volatile ImmutableDictionary<string, SpecificationFile> _files = ImmutableDictionary<string, SpecificationFile>.Empty;

    /// <summary>The last version of a file, or null.</summary>
    public SpecificationFile? Find(string path) => _files.TryGetValue(path, out var file) ? file : null;

    /// <summary>Keeps the files of a project in place of the last ones.</summary>
    public void Keep(ImmutableArray<SpecificationFile> files) => _files = files.ToImmutableDictionary(static file => file.Source.Path, StringComparer.Ordinal);
}
