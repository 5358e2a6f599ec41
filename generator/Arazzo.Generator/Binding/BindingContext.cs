using System.Collections.Immutable;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding;

/// <summary>What one run of binding shares: the files, the names that are taken and the diagnostics.</summary>
internal sealed class BindingContext
{
    private readonly Dictionary<string, DiagnosticBag> _diagnostics = new(StringComparer.Ordinal);

    public BindingContext(ImmutableArray<SpecificationFile> files, CancellationToken cancellationToken)
    {
        Files = files;
        CancellationToken = cancellationToken;
        Resources = new SchemaResources(files);
        Fragments = new Fragments(files);
        References = new ReferenceResolver(this);
        Documents = new Documents(files);
    }

    /// <summary>Every file of the project, sorted by path.</summary>
    public ImmutableArray<SpecificationFile> Files { get; }

    public CancellationToken CancellationToken { get; }

    public ReferenceResolver References { get; }

    /// <summary>What source descriptions name.</summary>
    public Documents Documents { get; }

    /// <summary>What URIs lead to.</summary>
    public SchemaResources Resources { get; }

    /// <summary>The files that hold objects for others.</summary>
    public Fragments Fragments { get; }

    public TypeNames Names { get; } = new();

    /// <summary>Where to report what is wrong with <paramref name="file"/>.</summary>
    public DiagnosticBag Diagnostics(SpecificationFile file)
    {
        if (!_diagnostics.TryGetValue(file.Source.Path, out var bag))
        {
            bag = new DiagnosticBag(file.Source.Path) { Layout = file.Layout };
            _diagnostics.Add(file.Source.Path, bag);
        }
        return bag;
    }

    /// <summary>All that was reported, in the order of the files.</summary>
    public EquatableArray<DiagnosticInfo> AllDiagnostics() => Files
        .Where(file => _diagnostics.ContainsKey(file.Source.Path))
        .SelectMany(file => _diagnostics[file.Source.Path].ToEquatableArray())
        .Distinct()
        .ToEquatableArray();
}
