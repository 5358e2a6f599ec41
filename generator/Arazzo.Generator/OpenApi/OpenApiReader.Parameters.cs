using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Parameters and headers.</summary>
internal sealed partial class OpenApiReader
{
    private const int LongestChain = 64;

    public OpenApiParameter ReadParameter(Node node) => GetOrRead(node, static objects => objects.Parameters, ReadParameterCore);

    public OpenApiHeader ReadHeader(Node node) => GetOrRead(node, static objects => objects.Headers, ReadHeaderCore);

    private OpenApiParameter ReadParameterCore(Node node)
    {
        if (_fields.Mapping(node, "parameter") is not { } parameter)
        {
            return new OpenApiParameter(node);
        }
        if (_fields.Reference(parameter) is { } reference)
        {
            return new OpenApiParameter(parameter) { Reference = reference, Description = _fields.Text(parameter, "description") };
        }
        var location = _fields.Scalar(parameter, "in");
        var name = _fields.Text(parameter, "name") ?? (Version == OpenApiVersion.V2_0 && location?.Text == "body" ? "body" : null);
        if (name is null or "" || location is null)
        {
            _fields.ReportMissing(parameter, name is null or "" ? "name" : "in", "the parameter is ignored");
            return new OpenApiParameter(parameter) { Name = "" };
        }
        if (Version == OpenApiVersion.V2_0)
        {
            return ReadSwaggerParameter(parameter, name, location);
        }
        if (ParseLocation(location.Text) is not { } place)
        {
            _fields.ReportUnknown(location, "in", "query, header, path or cookie; the parameter is ignored");
            return new OpenApiParameter(parameter) { Name = "" };
        }
        if (parameter["schema"] is null && parameter["content"] is null)
        {
            _fields.ReportMissing(parameter, "schema", "the parameter is taken for a string");
        }
        var style = ReadStyle(parameter, place);
        return new OpenApiParameter(parameter)
        {
            Name = name,
            In = place,
            Required = place == ParameterLocation.Path || _fields.Flag(parameter, "required"),
            Style = style,
            Explode = _fields.OptionalFlag(parameter, "explode") ?? style is "form" or "cookie",
            AllowReserved = _fields.Flag(parameter, "allowReserved"),
            AllowEmptyValue = _fields.Flag(parameter, "allowEmptyValue"),
            Deprecated = _fields.Flag(parameter, "deprecated"),
            Description = _fields.Text(parameter, "description"),
            Schema = ReadOptionalSchema(parameter, "schema"),
            Content = _fields.Map(parameter, "content", (_, content) => ReadMediaType(content)),
            Examples = ReadNamedExamples(parameter),
        };
    }

    private OpenApiHeader ReadHeaderCore(Node node)
    {
        if (_fields.Mapping(node, "header") is not { } header)
        {
            return new OpenApiHeader(node);
        }
        return new OpenApiHeader(header)
        {
            Reference = _fields.Reference(header),
            Description = _fields.Text(header, "description"),
            Required = _fields.Flag(header, "required"),
            Deprecated = _fields.Flag(header, "deprecated"),
            Explode = _fields.Flag(header, "explode"),
            Schema = Version == OpenApiVersion.V2_0 ? ReadSwaggerItems(header) : ReadOptionalSchema(header, "schema"),
            Content = _fields.Map(header, "content", (_, content) => ReadMediaType(content)),
        };
    }

    private ImmutableArray<OpenApiParameter> ReadParameters(MappingNode owner) => _fields.List(owner, "parameters", item =>
    {
        var parameter = ReadParameter(item);
        return parameter.Reference is null && parameter.Name.Length == 0 ? null : parameter;
    });

    private ImmutableArray<OpenApiParameter> MergeParameters(ImmutableArray<OpenApiParameter> shared, ImmutableArray<OpenApiParameter> own)
    {
        var merged = ImmutableArray.CreateBuilder<OpenApiParameter>(shared.Length + own.Length);
        var places = new Dictionary<(ParameterLocation, string), (int Index, bool IsShared)>();
        var count = 0;
        foreach (var parameter in shared.Concat(own))
        {
            var isShared = count++ < shared.Length;
            if (LookThrough(parameter) is not { } known)
            {
                merged.Add(parameter);
                continue;
            }
            // RFC 9110, section 5.1: the names of headers have no case.
            var identity = (known.In, known.In == ParameterLocation.Header ? known.Name.ToLowerInvariant() : known.Name);
            if (!places.TryGetValue(identity, out var place))
            {
                places.Add(identity, (merged.Count, isShared));
                merged.Add(parameter);
                continue;
            }
            if (place.IsShared == isShared)
            {
                Diagnostics.Report(DiagnosticDescriptors.DuplicateParameter, (parameter.Reference?.Range ?? parameter.Range).FirstLine, known.Name);
            }
            merged[place.Index] = parameter;
            places[identity] = (place.Index, isShared);
        }
        return merged.ToImmutable();
    }

    /// <summary>What stands behind references inside this document; null when they leave it or lead nowhere.</summary>
    private OpenApiParameter? LookThrough(OpenApiParameter parameter)
    {
        for (var step = 0; step < LongestChain && parameter.Reference is { } reference; step++)
        {
            if (ResolveHere(reference) is not { } node)
            {
                return null;
            }
            parameter = ReadParameter(node);
        }
        return parameter.Reference is null && parameter.Name.Length > 0 ? parameter : null;
    }

    /// <summary>The style as written, if the place has it (OpenAPI, Style Values), else what the place has of itself.</summary>
    private string ReadStyle(MappingNode parameter, ParameterLocation place)
    {
        var usual = place is ParameterLocation.Path or ParameterLocation.Header ? "simple" : "form";
        if (_fields.Scalar(parameter, "style") is not { } style)
        {
            return usual;
        }
        if (style.Text is not ("matrix" or "label" or "simple" or "form" or "spaceDelimited" or "pipeDelimited" or "deepObject" or "cookie"))
        {
            _fields.ReportUnknown(style, "style", "matrix, label, simple, form, spaceDelimited, pipeDelimited or deepObject");
            return usual;
        }
        var fits = place switch
        {
            ParameterLocation.Path => style.Text is "simple" or "label" or "matrix",
            ParameterLocation.Query => style.Text is "form" or "spaceDelimited" or "pipeDelimited" or "deepObject",
            ParameterLocation.Cookie => style.Text is "form" or "cookie",
            _ => style.Text == usual,
        };
        if (!fits)
        {
            Diagnostics.Report(DiagnosticDescriptors.MisplacedStyle, style.Range, style.Text, place.ToString().ToLowerInvariant(), usual);
            return usual;
        }
        return style.Text;
    }

    private static ParameterLocation? ParseLocation(string text) => text switch
    {
        "query" => ParameterLocation.Query,
        "path" => ParameterLocation.Path,
        "header" => ParameterLocation.Header,
        "cookie" => ParameterLocation.Cookie,
        "querystring" => ParameterLocation.QueryString,
        _ => null,
    };
}
