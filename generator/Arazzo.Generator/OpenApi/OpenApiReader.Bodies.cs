using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Request bodies, responses and media types.</summary>
internal sealed partial class OpenApiReader
{
    public OpenApiRequestBody ReadRequestBody(Node node) => GetOrRead(node, static objects => objects.RequestBodies, ReadRequestBodyCore);

    public OpenApiResponse ReadResponse(Node node) => GetOrRead(node, static objects => objects.Responses, ReadResponseCore);

    public OpenApiMediaType ReadMediaType(Node node) => GetOrRead(node, static objects => objects.MediaTypes, ReadMediaTypeCore);

    private OpenApiRequestBody ReadRequestBodyCore(Node node)
    {
        if (_fields.Mapping(node, "requestBody") is not { } body)
        {
            return new OpenApiRequestBody(node);
        }
        return new OpenApiRequestBody(body)
        {
            Reference = _fields.Reference(body),
            Description = _fields.Text(body, "description"),
            Required = _fields.Flag(body, "required"),
            Content = _fields.Map(body, "content", (_, content) => ReadMediaType(content)),
        };
    }

    private OpenApiResponse ReadResponseCore(Node node)
    {
        if (_fields.Mapping(node, "response") is not { } response)
        {
            return new OpenApiResponse(node);
        }
        if (Version == OpenApiVersion.V2_0)
        {
            return ReadSwaggerResponse(response, SwaggerMediaTypes(_root, "produces"));
        }
        return new OpenApiResponse(response)
        {
            Reference = _fields.Reference(response),
            Description = _fields.Text(response, "description"),
            Headers = _fields.Map(response, "headers", (_, header) => ReadHeader(header)),
            Content = _fields.Map(response, "content", (_, content) => ReadMediaType(content)),
        };
    }

    private OpenApiMediaType ReadMediaTypeCore(Node node)
    {
        if (_fields.Mapping(node, "content") is not { } mediaType)
        {
            return new OpenApiMediaType(node);
        }
        if (_fields.Reference(mediaType) is { } reference)
        {
            return ReadReferredMediaType(node, reference);
        }
        return new OpenApiMediaType(mediaType)
        {
            Schema = ReadOptionalSchema(mediaType, "schema"),
            ItemSchema = ReadOptionalSchema(mediaType, "itemSchema"),
            Examples = ReadNamedExamples(mediaType),
            Encoding = _fields.Map(mediaType, "encoding", (key, encoding) => ReadEncoding(key.Text, encoding)),
            PrefixEncoding = _fields.List(mediaType, "prefixEncoding", node => ReadEncoding("prefixEncoding", node)),
            ItemEncoding = mediaType["itemEncoding"] is { } itemEncoding ? ReadEncoding("itemEncoding", itemEncoding) : null,
        };
    }

    /// <summary>What a media type of 3.2 refers to. It is part of what refers to it, and so it must stand in the same file.</summary>
    private OpenApiMediaType ReadReferredMediaType(Node node, OpenApiReference reference)
    {
        var target = ResolveHere(reference);
        for (var step = 0; step < LongestChain && target is MappingNode mapping && mapping["$ref"] is not null; step++)
        {
            target = _fields.Reference(mapping) is { } next ? ResolveHere(next) : null;
        }
        if (target is MappingNode found && found["$ref"] is null)
        {
            return ReadMediaType(found);
        }
        Diagnostics.Report(
            DiagnosticDescriptors.UnresolvedReference, reference.Range, reference.Text,
            reference.Document.Length > 0 ? "a media type must stand in the same file" : "nothing stands there; correct the reference or add what it names");
        return new OpenApiMediaType(node);
    }

    private OpenApiEncoding? ReadEncoding(string name, Node node)
    {
        if (_fields.Mapping(node, name) is not { } encoding)
        {
            return null;
        }
        return new OpenApiEncoding(encoding)
        {
            ContentType = _fields.Text(encoding, "contentType"),
            Style = encoding["style"] is null ? null : ReadStyle(encoding, ParameterLocation.Query),
            Explode = _fields.OptionalFlag(encoding, "explode"),
            AllowReserved = _fields.Flag(encoding, "allowReserved"),
            Headers = _fields.Map(encoding, "headers", (_, header) => ReadHeader(header)),
        };
    }

    // `example` is a value; `examples` holds Example Objects by name, whose value is under `value` or (3.2) `dataValue`.
    private static ImmutableArray<Node> ReadNamedExamples(MappingNode owner)
    {
        var examples = ImmutableArray.CreateBuilder<Node>();
        examples.AddIfNotNull(owner["example"]);
        if (owner["examples"] is MappingNode named)
        {
            foreach (var entry in named.Entries)
            {
                examples.AddIfNotNull(entry.Value is MappingNode example ? example["value"] ?? example["dataValue"] : null);
            }
        }
        return examples.ToImmutable();
    }
}
