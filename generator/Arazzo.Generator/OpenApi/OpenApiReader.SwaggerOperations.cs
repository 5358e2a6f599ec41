using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Swagger 2.0: parameters, of which some make up the request's body, and responses.</summary>
internal sealed partial class OpenApiReader
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>The request body that an operation's <c>body</c> and <c>formData</c> parameters make up; null when it has none.</summary>
    public OpenApiRequestBody? ReadSwaggerBody(MappingNode operation, ImmutableArray<OpenApiParameter> parameters)
    {
        var known = parameters.Select(LookThrough).Where(static parameter => parameter is not null).ToList();
        var consumes = SwaggerMediaTypesOf(operation, "consumes");
        if (known.FindLast(static parameter => parameter!.In == ParameterLocation.Body) is { } body)
        {
            return new OpenApiRequestBody(body.Node)
            {
                Description = body.Description,
                Required = body.Required,
                Content = Content(consumes, "application/json", body.Node, new OpenApiMediaType(body.Node) { Schema = body.Schema, Examples = body.Examples }),
            };
        }
        var fields = known.FindAll(static parameter => parameter!.In == ParameterLocation.FormData).ConvertAll(static parameter => parameter!);
        if (fields.Count == 0)
        {
            return null;
        }
        var hasFile = fields.Exists(field => IsSwaggerFile((MappingNode)field.Node));
        consumes = consumes.RemoveAll(type => !type.Text.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase) && (hasFile || !type.Text.StartsWith(Form, StringComparison.OrdinalIgnoreCase)));
        var place = operation["parameters"] ?? operation;
        return new OpenApiRequestBody(place)
        {
            Required = fields.Exists(static field => field.Required),
            Content = Content(consumes, hasFile ? Multipart : Form, place, ReadSwaggerForm(place, fields)),
        };
    }

    private static OpenApiMediaType ReadSwaggerForm(Node place, List<OpenApiParameter> fields)
    {
        var names = fields.ConvertAll(static field => (ScalarNode)((MappingNode)field.Node)["name"]!);
        return new OpenApiMediaType(place)
        {
            Schema = new OpenApiSchema(place)
            {
                Types = SchemaTypes.Object,
                Properties = new OpenApiMap<OpenApiSchema>([.. fields.Select((field, index) => new OpenApiEntry<OpenApiSchema>(names[index], field.Schema!))]),
                Required = [.. names.Where((_, index) => fields[index].Required)],
                AdditionalProperties = new OpenApiSchema(place) { BooleanValue = false },
            },
            Encoding = new OpenApiMap<OpenApiEncoding>([.. fields
                .Select((field, index) => new OpenApiEntry<OpenApiEncoding>(names[index], new OpenApiEncoding(field.Node) { Style = field.Style, Explode = field.Explode }))
                .Where((_, index) => fields[index].Schema!.Types == SchemaTypes.Array)]),
        };
    }

    private ImmutableArray<OpenApiParameter> WithoutBody(ImmutableArray<OpenApiParameter> parameters) =>
        parameters.RemoveAll(parameter => LookThrough(parameter) is { In: ParameterLocation.Body or ParameterLocation.FormData });

    private OpenApiParameter ReadSwaggerParameter(MappingNode parameter, string name, ScalarNode location)
    {
        ParameterLocation? place = location.Text switch
        {
            "body" => ParameterLocation.Body,
            "formData" or "form" => ParameterLocation.FormData,
            "query" => ParameterLocation.Query,
            "path" => ParameterLocation.Path,
            "header" => ParameterLocation.Header,
            _ => null,
        };
        if (place is null)
        {
            _fields.ReportUnknown(location, "in", "query, header, path, formData or body; the parameter is ignored");
            return new OpenApiParameter(parameter) { Name = "" };
        }
        var missing = place == ParameterLocation.Body ? "schema" : "type";
        if (parameter["schema"] is null && parameter[missing] is null)
        {
            _fields.ReportMissing(parameter, missing, place == ParameterLocation.Body ? "any JSON can be sent" : "the parameter is taken for a string");
        }
        var isSimple = place is ParameterLocation.Path or ParameterLocation.Header;
        var format = ReadCollectionFormat(parameter);
        return new OpenApiParameter(parameter)
        {
            Name = name,
            In = place.Value,
            Required = place == ParameterLocation.Path || _fields.Flag(parameter, "required"),
            Style = format switch
            {
                "ssv" => "spaceDelimited",
                "tsv" => "tabDelimited",
                "pipes" => "pipeDelimited",
                _ => isSimple ? "simple" : "form",
            },
            Explode = format == "multi" && !isSimple,
            AllowEmptyValue = _fields.Flag(parameter, "allowEmptyValue"),
            Deprecated = _fields.Flag(parameter, "x-deprecated") || _fields.Flag(parameter, "deprecated"),
            Description = _fields.Text(parameter, "description"),
            // `schema` outside of a body is a habit of 3.x.
            Schema = place == ParameterLocation.Body || parameter["type"] is null ? ReadOptionalSchema(parameter, "schema") ?? Untold(parameter, place.Value) : ReadSwaggerItems(parameter),
            Examples = parameter["x-example"] is { } example ? [example] : ReadExamplesOf(parameter["x-examples"]),
        };
    }

    private static OpenApiSchema? Untold(MappingNode parameter, ParameterLocation place) =>
        place == ParameterLocation.Body ? null : new OpenApiSchema(parameter) { Types = SchemaTypes.String };

    private string ReadCollectionFormat(MappingNode parameter)
    {
        if (_fields.Scalar(parameter, "collectionFormat") is not { } format)
        {
            return "csv";
        }
        if (format.Text is not ("csv" or "ssv" or "tsv" or "pipes" or "multi"))
        {
            _fields.ReportUnknown(format, "collectionFormat", "csv, ssv, tsv, pipes or multi");
        }
        return format.Text;
    }

    /// <summary>The schema that stands in a parameter or header itself (Items Object), without what is the parameter's and means something else in schemas.</summary>
    private OpenApiSchema ReadSwaggerItems(MappingNode owner) => ReadSchema(new MappingNode(
        owner.Entries.RemoveAll(static entry => entry.Key.Text is "name" or "in" or "required" or "allowEmptyValue" or "collectionFormat"), owner.Range));

    private OpenApiMap<OpenApiResponse> ReadSwaggerResponses(MappingNode operation)
    {
        var produces = SwaggerMediaTypesOf(operation, "produces");
        return _fields.Map(operation, "responses", (status, node) => ReadStatus(status, node, response => ReadSwaggerStatus(response, produces)));
    }

    // What a response has as its content depends on the operation; only a reference to another file must stay one.
    private OpenApiResponse ReadSwaggerStatus(Node node, ImmutableArray<ScalarNode> produces)
    {
        var target = node;
        for (var step = 0; step < LongestChain && target is MappingNode mapping && mapping["$ref"] is ScalarNode; step++)
        {
            if (ResolveHere(new OpenApiReference(((ScalarNode)mapping["$ref"]!).Text, mapping.Range)) is not { } next)
            {
                return ReadResponse(node);
            }
            target = next;
        }
        return target is MappingNode response && response["$ref"] is null ? ReadSwaggerResponse(response, produces) : ReadResponse(node);
    }

    private OpenApiResponse ReadSwaggerResponse(MappingNode response, ImmutableArray<ScalarNode> produces)
    {
        var schema = ReadOptionalSchema(response, "schema");
        var isFile = schema is { Format: "binary" };
        return new OpenApiResponse(response)
        {
            Reference = _fields.Reference(response),
            Description = _fields.Text(response, "description"),
            Headers = _fields.Map(response, "headers", (_, header) => ReadHeader(header)),
            Content = schema is null
                ? OpenApiMap<OpenApiMediaType>.Empty
                : Content(
                    produces, isFile ? "application/octet-stream" : "application/json", response["schema"]!,
                    new OpenApiMediaType(response) { Schema = schema, Examples = ReadExamplesOf(response["examples"]) }),
        };
    }

    private static OpenApiMap<OpenApiMediaType> Content(ImmutableArray<ScalarNode> types, string otherwise, Node place, OpenApiMediaType mediaType) => new(types.IsEmpty
        ? [new OpenApiEntry<OpenApiMediaType>(new ScalarNode(otherwise, ScalarKind.String, place.Range.FirstLine), mediaType)]
        : [.. types.GroupBy(static type => type.Text, StringComparer.OrdinalIgnoreCase).Select(type => new OpenApiEntry<OpenApiMediaType>(type.First(), mediaType))]);

    // By media type; what other vendors write under `x-examples` is by name, and is no value itself.
    private static ImmutableArray<Node> ReadExamplesOf(Node? examples) =>
        examples is MappingNode named ? [.. named.Entries.Where(static entry => entry.Key.Text.IndexOf('/') > 0).Select(static entry => entry.Value)] : [];

    private bool IsSwaggerFile(MappingNode schema) => Version == OpenApiVersion.V2_0 && schema["type"] is ScalarNode { Text: "file" };
}
