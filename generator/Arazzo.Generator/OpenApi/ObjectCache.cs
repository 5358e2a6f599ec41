using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The objects that nodes were read into, so that the same node gives the same object.</summary>
/// <param name="known">What a document was read into; only looked at, for the document is shared between runs.</param>
internal sealed class ObjectCache<T>(ObjectCache<T>? known) where T : class
{
    private readonly Dictionary<Node, T> _objects = [];

    public T GetOrRead(Node node, Func<Node, T> read)
    {
        if (_objects.TryGetValue(node, out var found) || (known is not null && known._objects.TryGetValue(node, out found)))
        {
            return found;
        }
        var result = read(node);
        _objects[node] = result;
        return result;
    }
}

/// <summary>One cache for each kind of object, for any node may be referred to as anything.</summary>
internal sealed class ObjectCaches(ObjectCaches? known)
{
    public ObjectCache<OpenApiSchema> Schemas { get; } = new(known?.Schemas);

    public ObjectCache<OpenApiParameter> Parameters { get; } = new(known?.Parameters);

    public ObjectCache<OpenApiRequestBody> RequestBodies { get; } = new(known?.RequestBodies);

    public ObjectCache<OpenApiMediaType> MediaTypes { get; } = new(known?.MediaTypes);

    public ObjectCache<OpenApiResponse> Responses { get; } = new(known?.Responses);

    public ObjectCache<OpenApiHeader> Headers { get; } = new(known?.Headers);

    public ObjectCache<OpenApiSecurityScheme> SecuritySchemes { get; } = new(known?.SecuritySchemes);
}
