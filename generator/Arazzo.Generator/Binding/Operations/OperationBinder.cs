using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides what the method of one operation looks like.</summary>
internal sealed class OperationBinder(
    BindingContext context, TypeTable types, SecurityBinder security, Located<OpenApiOperation> operation, string id, string name)
{
    private readonly OpenApiOperation _operation = operation.Value;
    private readonly DiagnosticBag _diagnostics = context.Diagnostics(operation.File);

    /// <summary>Null when the operation cannot be offered, which a diagnostic says.</summary>
    public OperationModel? Bind()
    {
        var responses = new ResponseBinder(context, types, operation, name).Bind(out var result);
        if (!_operation.Method.All(IsTokenCharacter))
        {
            _diagnostics.Report(DiagnosticDescriptors.UnsupportedOperation, _operation.MethodKey.Range, id, "its method is no token (RFC 9110, section 5.6.2)");
            return null;
        }
        if (!TryBindBody(out var body) || new ParameterBinder(context, types, security, operation, id, name).Bind() is not { } parameters)
        {
            return null;
        }
        if (!_operation.Servers.IsEmpty)
        {
            _diagnostics.Report(DiagnosticDescriptors.UnsupportedServer, _operation.MethodKey.Range, id);
        }
        return new OperationModel(
            id,
            name,
            _operation.Method,
            RequestPaths.Of(_operation.Path, parameters),
            Documentation(),
            $"{operation.File.Source.RelativePath}#/paths/{Reading.JsonPointer.Escape(_operation.Path)}/{_operation.MethodKey.Text}",
            IsRepeatable(),
            _operation.Deprecated,
            parameters,
            body,
            result,
            responses,
            security.Requirements(_operation));
    }

    private static bool IsTokenCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(character) >= 0;

    private string? Documentation() => (_operation.Summary, _operation.Description) switch
    {
        (null, var description) => description,
        (var summary, null) => summary,
        (var summary, var description) when summary == description => summary,
        (var summary, var description) => summary + "\n\n" + description,
    };

    /// <summary>RFC 9110 §9.2.2, unless the document says otherwise.</summary>
    private bool IsRepeatable() => _operation.Extension("x-idempotent") is ScalarNode { Kind: ScalarKind.Boolean } hint
        ? string.Equals(hint.Text, "true", StringComparison.OrdinalIgnoreCase)
        : _operation.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" or "QUERY";

    private bool TryBindBody(out BodyModel? model)
    {
        model = null;
        if (_operation.RequestBody is not { } reference)
        {
            return true;
        }
        if (context.References.RequestBody(operation.With(reference)) is not { } located)
        {
            _diagnostics.Report(DiagnosticDescriptors.UnsupportedOperation, _operation.MethodKey.Range, id, "its request body cannot be found");
            return false;
        }
        var body = located.Value;
        if (MediaTypes.Json(body.Content) is { } json)
        {
            var type = json.Value.Schema is { } schema ? types.Bind(located.With(schema), name + "Body") : TypeReference.Any;
            model = new BodyModel(type, body.Required, MediaTypes.ContentType(json.Name), body.Description);
            return true;
        }
        if (body.Content.Count == 0 || !body.Required)
        {
            return true;
        }
        _diagnostics.Report(
            DiagnosticDescriptors.UnsupportedOperation, body.Content[0].Key.Range, id, $"request bodies of the media type '{body.Content[0].Name}' are not supported yet");
        return false;
    }
}
