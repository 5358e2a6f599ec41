using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>Decides the type of the items of a stream (OpenAPI 3.2, "Sequential Media Types"; earlier versions leave it to habit).</summary>
internal sealed class SequenceBinder(BindingContext context, TypeTable types)
{
    /// <summary>How an item is read, and its type; of events, that of their data.</summary>
    public (ResponseKind Kind, TypeReference Type) Item(Located<OpenApiMediaType> media, ResponseKind kind, string name, bool isWatch = false)
    {
        var schema = isWatch && media.Value.ItemSchema is null ? Watched(media) : Schema(media);
        if (kind == ResponseKind.JsonLines)
        {
            return (kind, schema is { } item ? types.Bind(item, name) : TypeReference.Any);
        }
        if (schema is { Value: var value } && value.Properties["data"] is not null)
        {
            // The schema describes the event, with its name and data as properties.
            schema = Data(schema.Value);
        }
        else if (schema is { } union && Branches(union) is { Count: > 0 } data)
        {
            // Events of several names; what has no JSON for data makes the data of all text.
            schema = data.Exists(static branch => branch is not { } content || IsText(content.Value)) ? null
                : union.With(new OpenApiSchema(union.Value.Node) { OneOf = [.. data.Select(static branch => branch!.Value.Value).Distinct()] });
        }
        return schema is { } payload && !IsText(payload.Value) ? (kind, types.Bind(payload, name)) : (ResponseKind.TextEvents, TypeReference.String);
    }

    /// <summary>Which case of a union the names of its events stand for, where the document gives each of them one; else none.</summary>
    /// <param name="media">The media type.</param>
    /// <param name="type">The union.</param>
    public EquatableArray<EventModel> Events(Located<OpenApiMediaType> media, TypeReference type)
    {
        if (types.FindUnion(type) is not { } union || Schema(media) is not { } item)
        {
            return [];
        }
        var events = new List<EventModel>();
        foreach (var branch in item.Value.OneOf.Concat(item.Value.AnyOf).Select(branch => context.References.Schema(item.With(branch))).OfType<Located<OpenApiSchema>>())
        {
            if (Name(branch) is { } name && Data(branch) is { } data && types.Bind(data, type.Name!).NotNull() is var bound
                && union.Cases.FirstOrDefault(candidate => candidate.Type == bound) is { } found && !events.Exists(other => other.Name == name))
            {
                events.Add(new EventModel(name, found.Name, found.Type));
            }
        }
        return events.ToEquatableArray();
    }

    private string? Name(Located<OpenApiSchema> item) => item.Value.Properties["event"] is { } property && context.References.Schema(item.With(property)) is { Value: var schema }
        && (schema.Const ?? (schema.Enum is { Length: 1 } values ? values[0] : null)) is ScalarNode { Kind: ScalarKind.String, Text: var name }
        ? name
        : null;

    /// <summary>The schema of one item: <c>itemSchema</c>; else that of the array that the whole stands for; else <c>schema</c> itself, as before 3.2.</summary>
    private Located<OpenApiSchema>? Schema(Located<OpenApiMediaType> media)
    {
        if ((media.Value.ItemSchema ?? media.Value.Schema) is not { } schema || context.References.Schema(media.With(schema)) is not { } target)
        {
            return null;
        }
        if (media.Value.ItemSchema is null && target.Value is { Types: SchemaTypes.Array, Items: { } items })
        {
            return context.References.Schema(target.With(items));
        }
        return target;
    }

    /// <summary>
    /// What a watch yields. Its schema is often that of the list which comes when nobody watches: then it is the document's event of a watch, with what happened and to what
    /// object, if there is one.
    /// </summary>
    private Located<OpenApiSchema>? Watched(Located<OpenApiMediaType> media) =>
        media.Value.Schema is not { } schema || context.References.Schema(media.With(schema)) is not { } target ? null
        : IsWatchEvent(target.Value) ? target
        : target.File.OpenApi!.Components.Schemas.FirstOrDefault(static entry => (entry.Name == "WatchEvent" || entry.Name.EndsWith(".WatchEvent", StringComparison.Ordinal)) && IsWatchEvent(entry.Value)).Value is { } item
            ? target.With(item)
            : null;

    private static bool IsWatchEvent(OpenApiSchema schema) => schema.Properties["type"] is not null && schema.Properties["object"] is not null;

    /// <summary>What the data of an event says: where it is a text that holds JSON, that.</summary>
    private Located<OpenApiSchema>? Data(Located<OpenApiSchema> item) => item.Value.Properties["data"] is { } data && context.References.Schema(item.With(data)) is { } content
        ? content.Value.ContentSchema is { } inner ? context.References.Schema(content.With(inner)) : content
        : null;

    /// <summary>The data of each branch, when every branch describes an event with data and all are written in one file; else none.</summary>
    private List<Located<OpenApiSchema>?> Branches(Located<OpenApiSchema> item)
    {
        var branches = item.Value.OneOf.Concat(item.Value.AnyOf).Select(branch => context.References.Schema(item.With(branch))).ToList();
        var data = branches.ConvertAll(branch => branch is { Value: var schema } target && schema.Properties["data"] is not null ? Data(target) : null);
        return branches.TrueForAll(static branch => branch is { Value: var schema } && schema.Properties["data"] is not null) && data.TrueForAll(content => content is not { } target || target.File == item.File) ? data : [];
    }

    private static bool IsText(OpenApiSchema schema) =>
        schema is { Types: SchemaTypes.String, Enum: null, ContentSchema: null } && schema.Format is null or "binary" or "event-stream";
}
