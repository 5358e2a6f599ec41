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
internal sealed class OpenApiReader(OpenApiVersion version, DiagnosticBag diagnostics)
{
    /// <summary>A reader for what references into <paramref name="document"/> lead to; a fault is reported unless reading the document has done so.</summary>
    public OpenApiReader(OpenApiDocument document, DiagnosticBag diagnostics)
        : this(document.Version, diagnostics)
    {
    }

    public OpenApiVersion Version { get; } = version;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>Reads a document of kind <see cref="SpecificationKind.OpenApi"/>. Null when its version is not supported. Throws only for cancellation.</summary>
    public static OpenApiDocument? ReadDocument(Specification specification, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        diagnostics.Report(DiagnosticDescriptors.UnsupportedVersion, specification.Root.Range.FirstLine, "", "");
        return null;
    }

#pragma warning disable CA1822 // Signatures first.
    public OpenApiSchema ReadSchema(Node node) => new(node);

    public OpenApiParameter ReadParameter(Node node) => new(node);

    public OpenApiRequestBody ReadRequestBody(Node node) => new(node);

    public OpenApiMediaType ReadMediaType(Node node) => new(node);

    public OpenApiResponse ReadResponse(Node node) => new(node);

    public OpenApiHeader ReadHeader(Node node) => new(node);

    public OpenApiSecurityScheme ReadSecurityScheme(Node node) => new(node);

    /// <summary>Reads a path item for <paramref name="path"/>: the same node under another path gives another instance.</summary>
    public OpenApiPathItem ReadPathItem(Node node, string path) => new(path, node);
}
