using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The variables of one path while its operations are read.</summary>
internal sealed class PathVariables
{
    private readonly ScalarNode? _key;
    private readonly MappingNode _item;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _reported = [];
    private readonly Dictionary<string, OpenApiParameter> _implied = [];

    public PathVariables(string path, ScalarNode? key, MappingNode item)
    {
        Path = path;
        _key = key;
        _item = item;
        Variables = [.. PathTemplate.Parse(path).Where(static segment => segment.IsVariable)];
        _names = [.. Variables.Select(static variable => variable.Name), .. Variables.Select(static variable => variable.Inner)];
    }

    public string Path { get; }

    public ImmutableArray<PathSegment> Variables { get; }

    public bool IsInQuery(PathSegment variable) => Path.IndexOf('?') is var query and >= 0 && query < variable.Start;

    public bool Has(string parameter) => _names.Contains(parameter) || PathTemplate.WithBraces(Path, [parameter]) != Path;

    public TextRange RangeOf(PathSegment variable) => _key?.RangeOf(variable.Start, variable.Text.Length) ?? _item.Range.FirstLine;

    /// <summary>True for the first operation that lacks the variable: one report for each path is enough.</summary>
    public bool FirstReport(string variable) => _reported.Add(variable);

    public OpenApiParameter Imply(PathSegment variable)
    {
        if (!_implied.TryGetValue(variable.Name, out var parameter))
        {
            var node = _key ?? (Node)_item;
            parameter = new OpenApiParameter(node)
            {
                Name = variable.Name,
                In = ParameterLocation.Path,
                Required = true,
                Style = "simple",
                Schema = new OpenApiSchema(node) { Types = SchemaTypes.String },
                IsImplied = true,
            };
            _implied.Add(variable.Name, parameter);
        }
        return parameter;
    }
}

internal static class ImmutableArrayBuilderExtensions
{
    public static void AddIfNotNull<T>(this ImmutableArray<T>.Builder builder, T? item) where T : class
    {
        if (item is not null)
        {
            builder.Add(item);
        }
    }
}
