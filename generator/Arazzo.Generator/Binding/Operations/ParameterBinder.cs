using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Location = Arazzo.Generator.OpenApi.ParameterLocation;
using Target = Arazzo.Generator.Model.ParameterLocation;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides the parameters of an operation's method.</summary>
internal sealed class ParameterBinder(
    BindingContext context, TypeTable types, SecurityBinder security, Located<OpenApiOperation> operation, string id, string name)
{
    // What every method has besides.
    private static readonly HashSet<string> MethodParameters = new(StringComparer.Ordinal) { "body", "cancellationToken", "options" };

    private readonly DiagnosticBag _diagnostics = context.Diagnostics(operation.File);

    /// <summary>The parameters, required ones first. Null when a required one is not supported, which a diagnostic says.</summary>
    public EquatableArray<ParameterModel>? Bind()
    {
        var bound = new List<(OpenApiParameter Parameter, TypeReference Type)>();
        var isIncomplete = false;
        foreach (var reference in operation.Value.Parameters)
        {
            if (context.References.Parameter(operation.With(reference)) is not { } located)
            {
                isIncomplete = true;
                continue;
            }
            if (IsIgnored(located.Value))
            {
                continue;
            }
            var parameter = located.Value;
            var type = parameter.Schema is { } schema ? types.Bind(located.With(schema), name + CSharpName.Pascal(parameter.Name)).NotNull() : TypeReference.String;
            if (Unsupported(parameter, type) is { } reason)
            {
                if (IsRequired(parameter))
                {
                    _diagnostics.Report(
                        DiagnosticDescriptors.UnsupportedOperation, operation.Value.MethodKey.Range, id, $"its required parameter '{parameter.Name}' needs {reason}, which is not supported yet");
                    return null;
                }
                context.Diagnostics(located.File).Report(DiagnosticDescriptors.UnsupportedParameter, parameter.Range.FirstLine, parameter.Name, reason);
                continue;
            }
            bound.RemoveAll(other => other.Parameter.Name == parameter.Name && other.Parameter.In == parameter.In);
            bound.Add((parameter, type.Kind is TypeKind.Any or TypeKind.Binary ? TypeReference.String : type));
        }
        if (isIncomplete)
        {
            bound.AddRange(Implied(bound.ConvertAll(static item => item.Parameter)));
        }
        var names = Names(bound.ConvertAll(static item => item.Parameter));
        return bound
            .Select((item, index) => Model(item.Parameter, item.Type, names[index]))
            .OrderBy(static parameter => parameter.IsRequired ? 0 : 1)
            .ToEquatableArray();
    }

    /// <summary>The path's variables whose declarations are references that lead nowhere: strings, so that the operation can be called all the same.</summary>
    private IEnumerable<(OpenApiParameter Parameter, TypeReference Type)> Implied(List<OpenApiParameter> declared) => PathTemplate.Parse(operation.Value.Path)
        .Where(segment => segment.IsVariable && !declared.Exists(parameter => parameter.Name == segment.Name || parameter.Name == segment.Inner))
        .Select(segment => segment.Name)
        .Distinct(StringComparer.Ordinal)
        .Select(name => (new OpenApiParameter(operation.Value.Node) { Name = name, In = Location.Path, Required = true, Style = "simple", IsImplied = true }, TypeReference.String));

    /// <summary>Of parameters with one name in several places, that of the path keeps it, then that of the query; the others say where they are.</summary>
    private static string[] Names(List<OpenApiParameter> parameters)
    {
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var name = CSharpName.Camel(parameter.Name);
            if (!places.TryGetValue(name, out var place) || Rank(parameter.In) < Rank(place))
            {
                places[name] = parameter.In;
            }
        }
        var names = parameters.ToDictionary(static parameter => parameter.Name + " " + parameter.In, parameter =>
            CSharpName.Camel(parameter.Name) is var name && places[name] == parameter.In ? name : name + parameter.In, StringComparer.Ordinal);
        return MemberNames.Assign([.. names.Keys], MethodParameters.Contains, "Parameter", text => names[text]);
    }

    private static int Rank(Location location) => location == Location.Path ? -1 : (int)location;

    private static ParameterModel Model(OpenApiParameter parameter, TypeReference type, string name)
    {
        var isRequired = IsRequired(parameter);
        return new ParameterModel(
            parameter.Name,
            name,
            parameter.In switch
            {
                Location.Path => Target.Path,
                Location.Header => Target.Header,
                Location.Cookie => Target.Cookie,
                _ => Target.Query,
            },
            isRequired ? type : type.OrNull(),
            isRequired,
            parameter.Explode,
            parameter.Style switch { "pipeDelimited" => '|', "spaceDelimited" => ' ', _ => ',' },
            parameter.Description);
    }

    private static bool IsRequired(OpenApiParameter parameter) => parameter.Required || parameter.In == Location.Path;

    /// <summary>Headers that the specification gives to the media type and to security (Parameter Object, <c>in: header</c>), and credentials declared twice.</summary>
    private bool IsIgnored(OpenApiParameter parameter) =>
        (parameter.In == Location.Header
            && (Is(parameter.Name, "Accept") || Is(parameter.Name, "Content-Type") || Is(parameter.Name, "Authorization")))
        || security.IsCredential(parameter.In, parameter.Name);

    private static bool Is(string header, string other) => string.Equals(header, other, StringComparison.OrdinalIgnoreCase);

    private static string? Unsupported(OpenApiParameter parameter, TypeReference type)
    {
        if (parameter.Content.Count > 0)
        {
            return "'content'";
        }
        if (parameter.In == Location.QueryString)
        {
            return "'in: querystring'";
        }
        if (type.Kind is TypeKind.Object or TypeKind.Map || (type.Kind == TypeKind.List && type.Argument!.Kind is TypeKind.Object or TypeKind.Map or TypeKind.List))
        {
            return "an object or a nested array";
        }
        if (type.Kind == TypeKind.List && parameter.In == Location.Cookie)
        {
            return "an array in 'cookie'";
        }
        var isSupported = parameter.In switch
        {
            Location.Query => type.Kind != TypeKind.List || parameter.Style is "form" or "pipeDelimited" or "spaceDelimited",
            Location.Cookie => parameter.Style is "form" or "cookie",
            _ => parameter.Style == "simple",
        };
        return isSupported ? null : $"the style '{parameter.Style}'";
    }
}
