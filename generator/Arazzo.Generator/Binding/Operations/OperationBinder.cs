using Arazzo.Generator.Binding.Operations.Bodies;
using Arazzo.Generator.Binding.Operations.Responses;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Xml;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides what the method of one operation looks like.</summary>
internal sealed class OperationBinder(
    BindingContext context, TypeTable types, XmlShapeBinder xml, SecurityBinder security, Located<OpenApiOperation> operation, string id, string name,
    Func<string, string> variantName)
{
    private readonly OpenApiOperation _operation = operation.Value;
    private readonly DiagnosticBag _diagnostics = context.Diagnostics(operation.File);

    /// <summary>A method for each way to call the operation, the preferred one first. None when it cannot be offered, which a diagnostic says.</summary>
    public IReadOnlyList<OperationModel> Bind()
    {
        var responses = new ResponseBinder(context, types, xml, operation, name).Bind();
        var headers = new HeadersBinder(context, types, operation, name).Bind();
        if (!HttpToken.IsToken(_operation.Method))
        {
            _diagnostics.Report(DiagnosticDescriptors.UnsupportedOperation, _operation.MethodKey.Range, id, "its method is no token (RFC 9110, section 5.6.2)");
            return [];
        }
        if (new BodyBinder(context, types, xml, operation, id, name).Bind() is not { } bodies)
        {
            return [];
        }
        var binder = new ParameterBinder(context, types, security, operation, name);
        var parameters = binder.Bind();
        var requirements = security.Requirements(operation, binder.Keys);
        var (summary, description) = Documentation();
        return bodies.SelectMany(_ => responses, (body, answers) => new OperationModel(
            id,
            body.Suffix.Length + answers.Suffix.Length == 0 ? name : variantName(name + body.Suffix + answers.Suffix),
            _operation.Method,
            RequestPaths.Of(_operation.Path, parameters),
            summary,
            description,
            $"{operation.File.Source.RelativePath}#/paths/{Reading.JsonPointer.Escape(_operation.Path)}/{_operation.MethodKey.Text}",
            IsRepeatable(),
            _operation.Deprecated,
            parameters,
            body.Model,
            answers.Result,
            answers.Responses,
            requirements)
        {
            Server = ServerBinder.Own(_operation),
            Results = answers.Results,
            Headers = headers,
        }).ToList();
    }

    private (string? Summary, string? Description) Documentation() => (_operation.Summary, _operation.Description) switch
    {
        (null, var description) => (description, null),
        (var summary, var description) => (summary, summary == description ? null : description),
    };

    /// <summary>RFC 9110 §9.2.2, unless the document says otherwise.</summary>
    private bool IsRepeatable() => _operation.Extension("x-idempotent") is ScalarNode { Kind: ScalarKind.Boolean } hint
        ? string.Equals(hint.Text, "true", StringComparison.OrdinalIgnoreCase)
        : _operation.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" or "QUERY";
}
