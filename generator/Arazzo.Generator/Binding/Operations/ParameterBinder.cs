using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Operations.Bodies;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Location = Arazzo.Generator.OpenApi.ParameterLocation;
using Target = Arazzo.Generator.Model.ParameterLocation;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides the parameters of an operation's method.</summary>
internal sealed class ParameterBinder(
    BindingContext context, TypeTable types, SecurityBinder security, Located<OpenApiOperation> operation, string name)
{
    // What every method has besides.
    private static readonly HashSet<string> MethodParameters = new(StringComparer.Ordinal) { "body", "cancellationToken", "options" };

    /// <summary>The parameters that are the keys of security schemes, too: those are the client's to give.</summary>
    public List<OpenApiParameter> Keys { get; } = [];

    /// <summary>The parameters, required ones first. What cannot be sent is left out, which a diagnostic says.</summary>
    public EquatableArray<ParameterModel> Bind()
    {
        var bound = new List<(OpenApiParameter Parameter, ParameterShape Shape)>();
        foreach (var reference in operation.Value.Parameters)
        {
            if (context.References.Parameter(operation.With(reference)) is not { } located)
            {
                continue;
            }
            var parameter = located.Value;
            if (security.IsCredential(parameter.In, parameter.Name))
            {
                Keys.Add(parameter);
            }
            else if (!IsIgnored(parameter) && IsSendable(located))
            {
                bound.RemoveAll(other => other.Parameter.In == parameter.In && IsSame(other.Parameter.Name, parameter.Name, parameter.In));
                bound.Add((parameter, ParameterShape.Of(types, located, TypeName(reference, parameter), reference.Reference is null) with { IsSecret = parameter.Schema is { } schema && SecretSchemas.IsSecret(context, located.With(schema)) }));
            }
        }
        bound.AddRange(Implied(bound.ConvertAll(static item => item.Parameter)));
        var names = Names(bound.ConvertAll(static item => item.Parameter));
        return bound
            .Select((item, index) => Model(item.Parameter, item.Shape, names[index]))
            .OrderBy(static parameter => parameter.IsRequired ? 0 : 1)
            .ToEquatableArray();
    }

    /// <summary>The name of a type that only the parameter has. That of a shared parameter does not depend on who uses it first.</summary>
    private string TypeName(OpenApiParameter reference, OpenApiParameter parameter)
    {
        if (reference.Reference?.Fragment is not { Length: > 0 } fragment)
        {
            return name + CSharpName.Pascal(parameter.Name);
        }
        var shared = CSharpName.Pascal(JsonPointer.TryParseFragment(fragment, out var pointer) && pointer.Tokens.Count > 0 ? pointer.Tokens[pointer.Tokens.Count - 1] : fragment);
        return shared.EndsWith("Parameter", StringComparison.Ordinal) ? shared : shared + "Parameter";
    }

    /// <summary>The path's variables that nothing declares when all references are followed: strings, so that the operation can be called all the same.</summary>
    private IEnumerable<(OpenApiParameter Parameter, ParameterShape Shape)> Implied(List<OpenApiParameter> declared) => PathTemplate.Parse(operation.Value.Path)
        .Where(segment => segment.IsVariable && !declared.Exists(parameter => parameter.Name == segment.Name || parameter.Name == segment.Inner))
        .Select(segment => segment.Name)
        .Distinct(StringComparer.Ordinal)
        .Select(name => (new OpenApiParameter(operation.Value.Node) { Name = name, In = Location.Path, Required = true, Style = "simple", IsImplied = true }, ParameterShape.Text));

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
        return MemberNames.Assign(
            [.. names.Keys], MethodParameters.Contains, "Parameter", text => names[text],
            text => CSharpName.CamelSpelled(Written(text)), text => CSharpName.Verbatim(Written(text)), text => names[text] + text.Substring(text.LastIndexOf(' ') + 1));

        static string Written(string text) => text.Substring(0, text.LastIndexOf(' '));
    }

    private static int Rank(Location location) => location == Location.Path ? -1 : (int)location;

    private ParameterModel Model(OpenApiParameter parameter, ParameterShape shape, string name)
    {
        var isRequired = IsRequired(parameter);
        var location = parameter.In switch
        {
            Location.Path => Target.Path,
            Location.Header => Target.Header,
            Location.Cookie => Target.Cookie,
            Location.QueryString => Target.QueryString,
            _ => Target.Query,
        };
        return new ParameterModel(parameter.Name, name, location, shape.Form, isRequired ? shape.Type : shape.Type.OrNull(), isRequired, Documentation(parameter))
        {
            IsSecret = shape.IsSecret,
            Style = shape.Style,
            Explode = parameter.Explode,
            AllowReserved = parameter.AllowReserved || (location == Target.Path && IsReserved(parameter.Name)),
            AllowEmpty = parameter.AllowEmptyValue,
            Fields = shape.Form == ParameterForm.Form && parameter.Content.Count > 0 ? FormFieldBinder.Bind(parameter.Content[0].Value) : [],
        };
    }

    /// <summary>What the parameter is for, and what callers must know of it besides.</summary>
    private static string? Documentation(OpenApiParameter parameter)
    {
        var parts = new List<string>();
        if (parameter.Deprecated)
        {
            parts.Add("Deprecated.");
        }
        if (!string.IsNullOrWhiteSpace(parameter.Description))
        {
            parts.Add(parameter.Description!.Trim());
        }
        if (parameter.Schema?.Default is ScalarNode { IsNull: false } value && value.Text.IndexOf('`') < 0)
        {
            parts.Add($"Default: `{value.Text}`.");
        }
        return parts.Count == 0 ? null : string.Join(" ", parts);
    }

    private static bool IsRequired(OpenApiParameter parameter) => parameter.Required || parameter.In == Location.Path;

    private bool IsReserved(string name) => PathTemplate.Parse(operation.Value.Path).Any(segment => segment is { IsVariable: true, IsReserved: true } && (segment.Name == name || segment.Inner == name));

    /// <summary>Headers that the specification gives to the media type and to security (Parameter Object, <c>in: header</c>).</summary>
    private static bool IsIgnored(OpenApiParameter parameter) =>
        parameter.In == Location.Header && (Is(parameter.Name, "Accept") || Is(parameter.Name, "Content-Type") || Is(parameter.Name, "Authorization"));

    private bool IsSendable(Located<OpenApiParameter> located)
    {
        var parameter = located.Value;
        if (parameter.In is Location.Body or Location.FormData && context.References.Reader(operation.File).Version == OpenApiVersion.V2_0)
        {
            return false;
        }
        var reason = parameter.In switch
        {
            Location.Header when !HttpToken.IsToken(parameter.Name) => "its name is no token (RFC 9110, section 5.6.2), and the name of a header must be one",
            Location.Body or Location.FormData => "it is a request body of Swagger 2.0; describe it under requestBody",
            _ => null,
        };
        if (reason is null)
        {
            return true;
        }
        var place = (parameter.Node as MappingNode)?["name"]?.Range ?? parameter.Range;
        context.Diagnostics(located.File).Report(DiagnosticDescriptors.UnsendableParameter, place.FirstLine, parameter.Name, reason);
        return false;
    }

    private static bool IsSame(string name, string other, Location location) => location == Location.Header ? Is(name, other) : name == other;

    // RFC 9110, section 5.1: the names of headers have no case.
    private static bool Is(string header, string other) => string.Equals(header, other, StringComparison.OrdinalIgnoreCase);
}
