using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Specifications;

/// <summary>
/// A specification that has been read. It is as good as another one of the same source, which is all that is compared:
/// documents carry positions and are not compared by value.
/// </summary>
internal sealed class SpecificationFile : IEquatable<SpecificationFile>
{
    private SpecificationFile(SpecificationSource source, EquatableArray<DiagnosticInfo> diagnostics)
    {
        Source = source;
        Diagnostics = diagnostics;
    }

    /// <summary>The order in which files are bound, whatever the order in which the compiler hands them over.</summary>
    public static IComparer<SpecificationFile> ByPath { get; } = Comparer<SpecificationFile>.Create(
        static (left, right) => string.CompareOrdinal(left.Source.RelativePath, right.Source.RelativePath));

    public SpecificationSource Source { get; }

    /// <summary>What reading found, positions included.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; }

    /// <summary>How the text is divided, by which the ranges of what was read of it become places in the file.</summary>
    public TextLayout Layout { get; private init; } = new("");

    /// <summary>The root of the file; null when it could not be read.</summary>
    public MappingNode? Root { get; private init; }

    /// <summary>Whether it is a file of objects that others refer to, and no document itself.</summary>
    public bool IsFragment { get; private init; }

    /// <summary>Set when it is an OpenAPI description that could be read.</summary>
    public OpenApiDocument? OpenApi { get; private init; }

    /// <summary>Set when it is an Arazzo description that could be read.</summary>
    public ArazzoDocument? Arazzo { get; private init; }

    /// <summary>Reads the text. What is wrong with it becomes <see cref="Diagnostics"/>.</summary>
    /// <param name="source">The text and what the project says about it.</param>
    /// <param name="previous">Its last version, if it is known: what has not changed is taken over, and comes to the same as if it were read again.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static SpecificationFile Read(SpecificationSource source, SpecificationFile? previous, CancellationToken cancellationToken)
    {
        if (source.Text is null)
        {
            return new SpecificationFile(source, source.Diagnostics);
        }
        var diagnostics = new DiagnosticBag(source.Path);
        var specification = SpecificationReader.Read(source.Path, source.Text, previous?.Layout, diagnostics, cancellationToken);
        var openApi = specification is { Kind: SpecificationKind.OpenApi }
            ? OpenApiReader.ReadDocument(specification, previous?.OpenApi, diagnostics, cancellationToken)
            : null;
        var arazzo = specification is { Kind: SpecificationKind.Arazzo }
            ? ArazzoReader.Read(specification.Root, source.Options.Dialect, diagnostics, cancellationToken)
            : null;
        return new SpecificationFile(source, source.Diagnostics.Concat(diagnostics.ToEquatableArray()).ToEquatableArray())
        {
            Layout = diagnostics.Layout,
            Root = specification?.Root,
            IsFragment = specification is { Kind: SpecificationKind.Fragment },
            OpenApi = openApi,
            Arazzo = arazzo,
        };
    }

    /// <summary>A file that could not be read because of a fault of the generator.</summary>
    public static SpecificationFile Unreadable(SpecificationSource source, DiagnosticInfo diagnostic) => new(source, [.. source.Diagnostics, diagnostic]);

    public bool Equals(SpecificationFile? other) => other is not null && Source.Equals(other.Source);

    public override bool Equals(object? obj) => Equals(obj as SpecificationFile);

    /// <summary>That of the path: binding looks files up by the thousand, and a text of megabytes must not be hashed each time.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Source.Path);
}
