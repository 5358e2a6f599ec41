using System.Text;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>
/// Prints an operation: the call, its twin that returns the whole answer, the request that both send, and what is fixed about it.
/// </summary>
internal sealed class OperationEmitter(SourceWriter writer, TypeSyntax types, OperationModel operation)
{
    private const int LongestLine = 120;
    private const string Runtime = "global::Arazzo.Runtime.";
    private const string Trailing = "global::Arazzo.Runtime.RequestOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default";

    private readonly ResponseEmitter _responses = new(types, operation);

    private string Result => _responses.Result;

    public void Emit()
    {
        var parameters = Parameters();
        var arguments = string.Join(", ", ArgumentNames());
        var separator = parameters.Length > 0 ? ", " : "";

        writer.Line("// " + CSharpText.Comment(operation.Source));
        Documentation();
        Obsolete();
        writer.Line($"public {_responses.Task} {operation.Name}Async({parameters}{separator}{Trailing}) =>");
        writer.Line($"    {operation.Name}Request({arguments}).{_responses.Send}(options, cancellationToken);");
        writer.Line();

        writer.Line($"/// <inheritdoc cref=\"{operation.Name}Async\" path=\"/*[self::summary or self::remarks or self::param]\"/>");
        _responses.WholeDocumentation(writer);
        Obsolete();
        writer.Line($"public global::System.Threading.Tasks.Task<{Runtime}ApiResponse<{Result}>> {operation.Name}WithResponseAsync({parameters}{separator}{Trailing}) =>");
        writer.Line($"    {operation.Name}Request({arguments}).SendWithResponseAsync(options, cancellationToken);");
        writer.Line();

        writer.Line(SourceFile.Hidden);
        Request();
        if (operation.SharedDefinition is null)
        {
            writer.Line();
            Definition();
        }
    }

    private void Documentation()
    {
        var route = $"<c>{CSharpText.Escape(operation.Method)} {CSharpText.Escape(operation.Path)}</c>";
        writer.Documentation("summary", operation.Summary, route);
        writer.Documentation("remarks", operation.Description);
        foreach (var parameter in operation.Parameters)
        {
            writer.Documentation($"param name=\"{parameter.Name.TrimStart('@')}\"", parameter.Documentation);
        }
        writer.Documentation("param name=\"body\"", operation.Body?.Documentation);
        _responses.Documentation(writer);
    }

    private void Obsolete()
    {
        if (operation.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's description marks this operation as deprecated.\")]");
        }
    }

    /// <param name="isRequest">Whether a value that is missing may come from the client's options.</param>
    private string Parameters(bool isRequest = false)
    {
        var required = operation.Parameters.Where(static parameter => parameter.IsRequired).Select(Required);
        var optional = operation.Parameters.Where(static parameter => !parameter.IsRequired).Select(Optional);
        var body = operation.Body switch
        {
            null => Array.Empty<string>(),
            { IsRequired: true } given => [$"{types.Type(given.Type)} body"],
            var given => [$"{types.Type(given.Type.OrNull())} body = null"],
        };
        return string.Join(", ", operation.Body is { IsRequired: true } ? required.Concat(body).Concat(optional) : required.Concat(optional).Concat(body));

        string Required(ParameterModel parameter) => $"{types.Type(isRequest && parameter.MayComeFromClient ? parameter.Type.OrNull() : parameter.Type)} {parameter.Name}";
        string Optional(ParameterModel parameter) => $"{types.Type(parameter.Type.OrNull())} {parameter.Name} = null";
    }

    private IEnumerable<string> ArgumentNames()
    {
        foreach (var parameter in operation.Parameters)
        {
            yield return $"{parameter.Name}: {parameter.Name}";
        }
        if (operation.Body is not null)
        {
            yield return "body: body";
        }
    }

    private void Request()
    {
        var calls = new ParameterEmitter(types).Calls(operation);
        if (operation.Body is { } body)
        {
            calls.Add(new BodyEmitter(types).Call(body));
        }
        writer.Line($"public ApiRequest<{Result}> {operation.Name}Request({Parameters(isRequest: true)}) =>");
        var request = $"new ApiRequest<{Result}>(_pipeline, {operation.SharedDefinition ?? operation.Name}Operation)";
        writer.Line("    " + Fill(calls.Prepend(request), "", "\n        ") + ";");
    }

    private void Definition()
    {
        var method = operation.Method switch
        {
            "GET" => "Get",
            "PUT" => "Put",
            "POST" => "Post",
            "DELETE" => "Delete",
            "HEAD" => "Head",
            "OPTIONS" => "Options",
            "PATCH" => "Patch",
            "TRACE" => "Trace",
            _ => null,
        };
        var verb = method is null ? $"new global::System.Net.Http.HttpMethod({CSharpText.Literal(operation.Method)})" : "global::System.Net.Http.HttpMethod." + method;
        var security = string.Join(", ", operation.Security.Select(Requirement));
        var kind = $"{CSharpText.Literal(operation.Id)}, {verb}, {CSharpText.Literal(operation.Path)}, isRepeatable: {(operation.IsRepeatable ? "true" : "false")}, [{security}]";
        writer.Line($"private static ApiOperation<{Result}> {operation.Name}Operation => field ??= new ApiOperation<{Result}>(");
        writer.Line($"    {Fill(operation.Responses.Select(_responses.Case).Prepend(kind), ", ", ",\n    ")}){_responses.Initializer};");
    }

    /// <summary>Puts parts on as few lines as hold them.</summary>
    /// <param name="parts">What is not taken apart.</param>
    /// <param name="separator">What stands between two of a line.</param>
    /// <param name="lineBreak">What stands between two lines.</param>
    private static string Fill(IEnumerable<string> parts, string separator, string lineBreak)
    {
        var result = new StringBuilder();
        var length = 0;
        foreach (var part in parts)
        {
            var fits = length + part.Length <= LongestLine;
            result.Append(result.Length == 0 ? "" : fits ? separator : lineBreak).Append(part);
            length = part.Length + (fits ? length + separator.Length : 0);
        }
        return result.ToString();
    }

    private static string Requirement(SecurityRequirementModel requirement)
    {
        var scopes = requirement.Schemes.SelectMany(static scheme => scheme.Scopes).Distinct(StringComparer.Ordinal).ToList();
        var text = $"new SecurityRequirement({string.Join(", ", requirement.Schemes.Select(static scheme => CSharpText.Literal(scheme.Name)))})";
        return scopes.Count == 0 ? text : $"{text} {{ Scopes = [{string.Join(", ", scopes.Select(CSharpText.Literal))}] }}";
    }
}
