using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The document as a whole: what stands at its root and under <c>components</c>.</summary>
internal sealed partial class OpenApiReader
{
    private OpenApiDocument ReadRoot(string path, MappingNode root)
    {
        var info = _fields.Mapping(root["info"], "info");
        if (root["paths"] is null && root["components"] is null && root["webhooks"] is null)
        {
            _fields.ReportMissing(root.Find("openapi")!.Key, "paths", "without it there are no operations");
        }
        var document = new OpenApiDocument(path, root)
        {
            Version = Version,
            Objects = _objects,
            Title = info is null ? "" : _fields.Text(info, "title") ?? "",
            ApiVersion = info is null ? "" : _fields.Text(info, "version") ?? "",
            Description = info is null ? null : _fields.Text(info, "description"),
            Self = _fields.Text(root, "$self"),
            Servers = ReadServers(root),
            Components = ReadComponents(root),
            Paths = ReadPaths(root),
            Webhooks = _fields.Map(root, "webhooks", (key, node) => IsExtension(key) ? null : GetOrReadPathItem(key, node, isTemplate: false)),
            Security = ReadSecurity(root) ?? [],
            Tags = _fields.List(root, "tags", ReadTag),
        };
        ReportDuplicateOperationIds(document);
        return document;
    }

    private OpenApiPathItem? ReadPath(ScalarNode key, Node node)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (IsExtension(key))
        {
            return null;
        }
        if (key.Text.Length == 0 || key.Text[0] != '/')
        {
            Diagnostics.Report(DiagnosticDescriptors.PathWithoutSlash, key.Range.FirstLine, key.Text);
        }
        return GetOrReadPathItem(key, node, isTemplate: true);
    }

    private void ReportDuplicateOperationIds(OpenApiDocument document)
    {
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        foreach (var operation in document.Operations.Concat(document.Webhooks.SelectMany(static webhook => webhook.Value.Operations)))
        {
            if (operation.OperationIdNode is not { } id)
            {
                continue;
            }
            if (!seen.TryGetValue(id.Text, out var first))
            {
                seen.Add(id.Text, id);
            }
            else if (first != id)
            {
                Diagnostics.Report(DiagnosticDescriptors.DuplicateOperationId, id.Range.FirstLine, id.Text, Diagnostics.Line(first.Range));
            }
        }
    }

    private OpenApiComponents ReadComponents(MappingNode root)
    {
        if (_fields.Mapping(root["components"], "components") is not { } components)
        {
            return OpenApiComponents.Empty;
        }
        return new OpenApiComponents
        {
            Schemas = _fields.Map(components, "schemas", (_, node) => ReadSchema(node)),
            Responses = _fields.Map(components, "responses", (_, node) => ReadResponse(node)),
            Parameters = _fields.Map(components, "parameters", (_, node) => ReadParameter(node)),
            RequestBodies = _fields.Map(components, "requestBodies", (_, node) => ReadRequestBody(node)),
            Headers = _fields.Map(components, "headers", (_, node) => ReadHeader(node)),
            SecuritySchemes = _fields.Map(components, "securitySchemes", (_, node) => ReadSecurityScheme(node)),
            PathItems = _fields.Map(components, "pathItems", (key, node) => GetOrReadPathItem(key, node, isTemplate: false)),
            MediaTypes = _fields.Map(components, "mediaTypes", (_, node) => ReadMediaType(node)),
        };
    }

    private ImmutableArray<OpenApiServer> ReadServers(MappingNode owner) => _fields.List(owner, "servers", ReadServer);

    private OpenApiServer? ReadServer(Node node)
    {
        if (_fields.Mapping(node, "servers") is not { } server)
        {
            return null;
        }
        var url = _fields.Text(server, "url");
        if (url is null)
        {
            _fields.ReportMissing(server, "url", "the server is ignored");
            return null;
        }
        return new OpenApiServer(server)
        {
            Url = url,
            Name = _fields.Text(server, "name"),
            Description = _fields.Text(server, "description"),
            Variables = _fields.Map(server, "variables", ReadServerVariable),
        };
    }

    private OpenApiServerVariable? ReadServerVariable(ScalarNode key, Node node)
    {
        if (_fields.Mapping(node, key.Text) is not { } variable)
        {
            return null;
        }
        if (variable["default"] is null)
        {
            _fields.ReportMissing(key, "default", "the variable is left empty unless the user of the client gives a base address");
        }
        return new OpenApiServerVariable(variable)
        {
            Default = _fields.Text(variable, "default") ?? "",
            Enum = _fields.Texts(variable, "enum"),
            Description = _fields.Text(variable, "description"),
        };
    }

    private OpenApiTag? ReadTag(Node node)
    {
        if (_fields.Mapping(node, "tags") is not { } tag || _fields.Text(tag, "name") is not { } name)
        {
            return null;
        }
        return new OpenApiTag(tag) { Name = name, Description = _fields.Text(tag, "description"), Kind = _fields.Text(tag, "kind") };
    }

    /// <summary>The paths, and those that only differ by their query, which Azure's documents list apart.</summary>
    private OpenApiMap<OpenApiPathItem> ReadPaths(MappingNode root)
    {
        var paths = _fields.Map(root, "paths", ReadPath);
        var others = _fields.Map(root, "x-ms-paths", ReadPath);
        return others.Count == 0 ? paths : new OpenApiMap<OpenApiPathItem>([.. paths.Entries, .. others.Entries.Where(entry => paths[entry.Name] is null)]);
    }

    private static bool IsExtension(ScalarNode key) => key.Text.StartsWith("x-", StringComparison.Ordinal);
}
