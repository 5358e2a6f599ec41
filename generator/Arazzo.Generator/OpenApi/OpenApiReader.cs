using System.Globalization;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>
/// Nodes to the objects of an OpenAPI document. <see cref="ReadDocument"/> reads a whole document; an instance reads single objects on demand, wherever a
/// reference leads. The same node always gives the same instance, also between a document and the readers made for it.
/// </summary>
/// <remarks>
/// Binding makes a reader of its own on every run, so that what it reports is reported on every run: a document is cached, and diagnostics must not depend on that.
/// </remarks>
internal sealed partial class OpenApiReader
{
    private readonly FieldReader _fields;
    private readonly MappingNode? _root;
    private readonly CancellationToken _cancellationToken;

    /// <summary>A reader for a file that is no document but holds objects.</summary>
    public OpenApiReader(OpenApiVersion version, DiagnosticBag diagnostics)
        : this(version, null, null, null, diagnostics, CancellationToken.None)
    {
    }

    /// <summary>A reader for what references into <paramref name="document"/> lead to; a fault is reported unless reading the document has done so.</summary>
    public OpenApiReader(OpenApiDocument document, DiagnosticBag diagnostics)
        : this(document.Version, document.Root, document.Objects, null, diagnostics, CancellationToken.None)
    {
    }

    private OpenApiReader(
        OpenApiVersion version, MappingNode? root, DocumentObjects? known, DocumentObjects? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        Version = version;
        Diagnostics = diagnostics;
        _root = root;
        _fields = new FieldReader(diagnostics);
        _known = known;
        _previous = previous;
        _cancellationToken = cancellationToken;
        _readSchema = ReadSchema;
        _readSchemaCore = ReadSchemaCore;
        _readNamedSchema = (_, node) => ReadSchema(node);
    }

    public OpenApiVersion Version { get; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>Reads a document of kind <see cref="SpecificationKind.OpenApi"/>. Null when its version is not supported. Throws only for cancellation.</summary>
    /// <param name="specification">The document's nodes.</param>
    /// <param name="previous">Its last version, if it is known: what its blocks were read into is taken over.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static OpenApiDocument? ReadDocument(Specification specification, OpenApiDocument? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var known = OpenApiVersion.V3_1;
        if (specification.Version is not { } version)
        {
            diagnostics.Report(
                DiagnosticDescriptors.MissingField, specification.Root.Entries[0].Key.Range.FirstLine, "openapi", "the document is read as one of version 3.1");
        }
        else if (ParseVersion(version.Text, specification.Root["openapi"] != version) is { } supported)
        {
            known = supported;
            if (known == OpenApiVersion.V3_2 && Minor(version.Text) > 2)
            {
                diagnostics.Report(DiagnosticDescriptors.LaterVersion, version.Range, version.Text);
            }
        }
        else
        {
            diagnostics.Report(DiagnosticDescriptors.UnsupportedVersion, version.Range, "OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0", version.Text);
            return null;
        }
        // What an object of 2.0 comes to depends on what stands at the root.
        var last = previous?.Version == known && known != OpenApiVersion.V2_0 ? previous.Objects : null;
        var reader = new OpenApiReader(known, specification.Root, null, last, diagnostics, cancellationToken);
        return known == OpenApiVersion.V2_0 ? reader.ReadSwaggerRoot(specification.Path, specification.Root) : reader.ReadRoot(specification.Path, specification.Root);
    }

    private static OpenApiVersion? ParseVersion(string text, bool isSwagger) => isSwagger
        ? text is "2.0" or "2" ? OpenApiVersion.V2_0 : null
        : Minor(text) switch
        {
            0 => OpenApiVersion.V3_0,
            1 => OpenApiVersion.V3_1,
            >= 2 => OpenApiVersion.V3_2, // A minor version adds, and takes nothing back.
            _ => null,
        };

    /// <summary>The <c>x</c> of <c>3.x</c> and what may follow it; null for anything else.</summary>
    private static int? Minor(string text)
    {
        var parts = text.Split('.', '-');
        return parts.Length > 1 && parts[0] == "3" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : null;
    }
}
