using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>Chooses among the media types of an answer.</summary>
internal static class ResponseContent
{
    /// <summary>The preferred media type that is no stream of items: JSON, then XML with a schema, then text and what is like it, then whatever comes first. Null when there is none.</summary>
    public static OpenApiEntry<OpenApiMediaType>? Plain(BindingContext context, Located<OpenApiResponse> response) =>
        Best(response.Value.Content, entry => Kind(context, response, entry) switch
        {
            // What is JSON by its schema alone comes after all that is by its name.
            ResponseKind.Json => Math.Min(MediaTypes.JsonRank(entry.Name), 8),
            ResponseKind.Xml => 9,
            ResponseKind.Text => 10,
            ResponseKind.Binary => 11,
            _ => int.MaxValue,
        });

    /// <summary>The first media type that is a stream of items of a kind. Null when there is none.</summary>
    public static OpenApiEntry<OpenApiMediaType>? Items(OpenApiMap<OpenApiMediaType> content, ResponseKind kind) =>
        Best(content, entry => ItemKind(entry.Name) == kind ? 0 : int.MaxValue);

    /// <summary>How a body of a media type is read.</summary>
    public static ResponseKind Kind(BindingContext context, Located<OpenApiResponse> response, OpenApiEntry<OpenApiMediaType> entry)
    {
        if (ItemKind(entry.Name) is not ResponseKind.None and var items)
        {
            return items;
        }
        if (IsBinary(context, response, entry.Value.Schema))
        {
            return ResponseKind.Binary;
        }
        if (MediaTypes.JsonRank(entry.Name) < int.MaxValue)
        {
            return ResponseKind.Json;
        }
        if (MediaTypes.IsXml(entry.Name) && IsStructure(context, response, entry.Value.Schema))
        {
            return ResponseKind.Xml;
        }
        // A text with members is JSON under another name.
        return !IsText(MediaTypes.Type(entry.Name)) ? ResponseKind.Binary
            : MediaTypes.Type(entry.Name) == "text/plain" && IsObject(context, response, entry.Value.Schema) ? ResponseKind.Json
            : ResponseKind.Text;
    }

    /// <summary>Those that end in <c>+json</c> are told before JSON is.</summary>
    private static ResponseKind ItemKind(string name) =>
        MediaTypes.Type(name) == "text/event-stream" ? ResponseKind.Events : MediaTypes.IsJsonLines(name) ? ResponseKind.JsonLines : ResponseKind.None;

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal)
        || type.EndsWith("+xml", StringComparison.Ordinal)
        || type.EndsWith("+yaml", StringComparison.Ordinal)
        || type is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" or "application/x-javascript" or "application/ecmascript"
            or "application/graphql" or "application/jwt" or "application/sql" or "application/toml" or "application/x-sh" or "application/x-www-form-urlencoded"
            or "application/pem-certificate-chain" or "application/x-pem-file" or "application/openmetrics-text" or "application/csv" or "application/n-triples" or "application/n-quads";

    // XML of anything else is text that the caller reads.
    private static bool IsStructure(BindingContext context, Located<OpenApiResponse> response, OpenApiSchema? schema) =>
        schema is not null
        && context.References.Schema(response.With(schema)) is { Value: var target }
        && (target.Properties.Count > 0 || target.Items is not null || !target.AllOf.IsEmpty);

    private static bool IsObject(BindingContext context, Located<OpenApiResponse> response, OpenApiSchema? schema) =>
        schema is not null && new SchemaKinds(context).Of(response.With(schema)) == JsonKinds.Object;

    private static bool IsBinary(BindingContext context, Located<OpenApiResponse> response, OpenApiSchema? schema) =>
        schema is not null
        && context.References.Schema(response.With(schema)) is { Value: var target }
        && (target.Format == "binary" || (target is { ContentMediaType: { } mediaType, ContentEncoding: null, ContentSchema: null } && !IsText(mediaType) && MediaTypes.JsonRank(mediaType) == int.MaxValue));

    private static OpenApiEntry<OpenApiMediaType>? Best(OpenApiMap<OpenApiMediaType> content, Func<OpenApiEntry<OpenApiMediaType>, int> rank)
    {
        OpenApiEntry<OpenApiMediaType>? best = null;
        var bestRank = int.MaxValue;
        foreach (var entry in content)
        {
            if (rank(entry) is var current && current < bestRank)
            {
                (best, bestRank) = (entry, current);
            }
        }
        return best;
    }
}
