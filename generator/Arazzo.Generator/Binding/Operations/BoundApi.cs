using Arazzo.Generator.Binding.Xml;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>An OpenAPI document and the client that it became.</summary>
internal sealed class BoundApi(SpecificationFile file, OpenApiDocument document, ClientModel client, XmlShapeBinder xml)
{
    private readonly Dictionary<string, BoundOperation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Method), BoundOperation> _byPath = [];

    public SpecificationFile File { get; } = file;

    public OpenApiDocument Document { get; } = document;

    public ClientModel Client { get; } = client;

    /// <summary>Whether there is anything to call: a document that only tells what is sent to the reader has no client.</summary>
    public bool HasClient => HasClientOf(Document);

    /// <inheritdoc cref="HasClient"/>
    public static bool HasClientOf(OpenApiDocument document) => document.Paths.Count > 0 || document.Webhooks.Count == 0;

    /// <summary>How its types stand in XML.</summary>
    public XmlShapeBinder Xml { get; } = xml;

    /// <summary>In the order of the document.</summary>
    public List<BoundOperation> Operations { get; } = [];

    /// <summary>The operation with this <c>operationId</c>, or null.</summary>
    public BoundOperation? FindById(string operationId) => _byId.TryGetValue(operationId, out var operation) ? operation : null;

    /// <summary>The operation at this path template, as written, or null.</summary>
    /// <param name="path">The path template.</param>
    /// <param name="method">The method in any case.</param>
    public BoundOperation? FindByPath(string path, string method) =>
        _byPath.TryGetValue((path, method.ToUpperInvariant()), out var operation) ? operation : null;

    public void Add(BoundOperation operation)
    {
        var description = operation.Operation.Value;
        Operations.Add(operation);
        if (description.OperationId is { } id && !_byId.ContainsKey(id))
        {
            _byId.Add(id, operation);
        }
        if (!_byPath.ContainsKey((description.Path, description.Method)))
        {
            _byPath.Add((description.Path, description.Method), operation);
        }
    }
}
