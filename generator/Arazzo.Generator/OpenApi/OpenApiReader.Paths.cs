using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Path items and operations.</summary>
internal sealed partial class OpenApiReader
{
    /// <summary>Reads a path item for <paramref name="path"/>: the same node under another path is another path item.</summary>
    public OpenApiPathItem ReadPathItem(Node node, string path) => ReadPathItem(node, path, null, isTemplate: true);

    private OpenApiPathItem ReadPathItem(Node node, string path, ScalarNode? key, bool isTemplate)
    {
        if (_fields.Mapping(node, path) is not { } item)
        {
            return new OpenApiPathItem(path, node);
        }
        var parameters = ReadParameters(item);
        var servers = ReadServers(item);
        var template = isTemplate ? new PathVariables(path, key, item) : null;
        var operations = ImmutableArray.CreateBuilder<OpenApiOperation>();
        foreach (var entry in item.Entries)
        {
            if (Method(entry.Key.Text) is { } method)
            {
                operations.AddIfNotNull(ReadOperation(entry, method, path, template, parameters, servers));
            }
        }
        foreach (var entry in _fields.Mapping(item["additionalOperations"], "additionalOperations")?.Entries ?? [])
        {
            operations.AddIfNotNull(ReadOperation(entry, entry.Key.Text, path, template, parameters, servers));
        }
        ReportUnusedPathParameters(template, parameters);
        return new OpenApiPathItem(path, item)
        {
            Reference = _fields.Reference(item),
            Summary = _fields.Text(item, "summary"),
            Description = _fields.Text(item, "description"),
            Parameters = parameters,
            Servers = servers,
            Operations = operations.ToImmutable(),
        };
    }

    private OpenApiOperation? ReadOperation(
        MappingEntry entry, string method, string path, PathVariables? template, ImmutableArray<OpenApiParameter> shared, ImmutableArray<OpenApiServer> servers)
    {
        if (_fields.Mapping(entry.Value, entry.Key.Text) is not { } operation)
        {
            return null;
        }
        if (Version <= OpenApiVersion.V3_0 && operation["responses"] is null)
        {
            _fields.ReportMissing(entry.Key, "responses", "list what the operation answers");
        }
        var own = ReadParameters(operation);
        ReportUnusedPathParameters(template, own);
        var ownServers = Version == OpenApiVersion.V2_0 ? ReadSwaggerServers(operation) : ReadServers(operation);
        var parameters = MergeParameters(shared, own);
        // Those of other files may belong to the body: who follows references makes it then.
        var hasOwnBody = Version == OpenApiVersion.V2_0 && parameters.All(parameter => LookThrough(parameter) is not null);
        return new OpenApiOperation(operation)
        {
            Method = method,
            MethodKey = entry.Key,
            Path = path,
            OperationIdNode = _fields.Scalar(operation, "operationId"),
            Summary = _fields.Text(operation, "summary"),
            Description = _fields.Text(operation, "description"),
            Deprecated = _fields.Flag(operation, "deprecated"),
            Tags = _fields.Texts(operation, "tags"),
            Parameters = WithImpliedParameters(template, hasOwnBody ? WithoutBody(parameters) : parameters),
            RequestBody = Version == OpenApiVersion.V2_0 ? hasOwnBody ? ReadSwaggerBody(operation, parameters) : null
                : operation["requestBody"] is { } body and not ScalarNode { IsNull: true } ? ReadRequestBody(body) : null,
            Responses = Version == OpenApiVersion.V2_0 ? ReadSwaggerResponses(operation) : _fields.Map(operation, "responses", (status, node) => ReadStatus(status, node, ReadResponse)),
            Security = ReadSecurity(operation),
            Servers = ownServers.IsEmpty ? servers : ownServers,
        };
    }

    private OpenApiResponse? ReadStatus(ScalarNode status, Node node, Func<Node, OpenApiResponse> read)
    {
        if (IsExtension(status))
        {
            return null;
        }
        if (status.Text == "default" || IsStatus(status.Text))
        {
            return read(node);
        }
        _fields.ReportUnknown(status, "responses", "a status such as 200, a range such as 4XX, or default");
        return null;
    }

    private static bool IsStatus(string text) =>
        text.Length == 3 && text[0] is >= '1' and <= '5'
        && ((text[1] is 'X' or 'x' && text[2] is 'X' or 'x') || (text[1] is >= '0' and <= '9' && text[2] is >= '0' and <= '9'));

    /// <summary>The parameters with those of the path's variables that nothing declares, each a string.</summary>
    private ImmutableArray<OpenApiParameter> WithImpliedParameters(PathVariables? template, ImmutableArray<OpenApiParameter> parameters)
    {
        if (template is null || template.Variables.IsEmpty)
        {
            return parameters;
        }
        var known = parameters.Select(LookThrough).ToList();
        if (known.Contains(null))
        {
            return parameters; // What other files hold is not known yet.
        }
        var declared = Names(known, ParameterLocation.Path);
        var query = Names(known, ParameterLocation.Query);
        var all = parameters.ToBuilder();
        foreach (var variable in template.Variables)
        {
            var isQuery = template.IsInQuery(variable) && query.Contains(variable.Inner); // `/items?page={page}` and a query parameter of that name
            if (isQuery || declared.Contains(variable.Inner) || !declared.Add(variable.Name))
            {
                continue;
            }
            if (template.FirstReport(variable.Name))
            {
                Diagnostics.Report(DiagnosticDescriptors.UndeclaredPathVariable, template.RangeOf(variable), template.Path, variable.Name);
            }
            all.Add(template.Imply(variable));
        }
        return all.ToImmutable();
    }

    private static HashSet<string> Names(IEnumerable<OpenApiParameter?> parameters, ParameterLocation location) =>
        new(parameters.Where(parameter => parameter!.In == location).Select(static parameter => parameter!.Name), StringComparer.Ordinal);

    private void ReportUnusedPathParameters(PathVariables? template, ImmutableArray<OpenApiParameter> parameters)
    {
        foreach (var parameter in template is null ? [] : parameters)
        {
            if (LookThrough(parameter) is { In: ParameterLocation.Path } path && !template!.Has(path.Name))
            {
                var range = parameter.Reference?.Range ?? (parameter.Node as MappingNode)?["name"]?.Range ?? parameter.Range;
                Diagnostics.Report(DiagnosticDescriptors.PathParameterNotInPath, range.FirstLine, template.Path, path.Name);
            }
        }
    }

    private static string? Method(string key) => key switch
    {
        "get" => "GET",
        "put" => "PUT",
        "post" => "POST",
        "delete" => "DELETE",
        "options" => "OPTIONS",
        "head" => "HEAD",
        "patch" => "PATCH",
        "trace" => "TRACE",
        "query" => "QUERY",
        _ => null,
    };
}
