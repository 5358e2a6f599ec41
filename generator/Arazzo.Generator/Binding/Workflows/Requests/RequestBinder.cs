using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>Decides what a step sends.</summary>
internal sealed class RequestBinder(WorkflowScope scope, Components components, StepSymbol step, string clientField)
{
    private readonly ValueBinder _values = new(new ExpressionBinder(scope, step, StepPhase.Request));
    private readonly List<ArgumentModel> _arguments = [];
    private readonly List<ExtraModel> _extras = [];

    // Of a parameter with 'in: body' (1.0.0), which the step's own request body overrides.
    private Node? _body;

    public RequestModel Bind(OperationModel operation)
    {
        var given = ParameterList.Merge(scope, components, scope.Workflow.Parameters, step.Step.Parameters, areInputs: false);
        foreach (var (parameter, value, isOwn) in given)
        {
            if (parameter.In is null)
            {
                WithoutPlace(parameter, isOwn);
            }
            else
            {
                Parameter(operation, parameter, value, parameter.In.Value);
            }
        }
        if (given.Exists(static item => item.Parameter.In == ArazzoParameterLocation.Query)
            && given.Find(static item => item.Parameter.In == ArazzoParameterLocation.QueryString) is { } query)
        {
            // Both are sent.
            scope.Accept(query.Parameter.Name, DialectForm.QueryStringBesideQuery);
        }
        foreach (var declared in operation.Parameters)
        {
            if (declared.IsRequired && !given.Exists(item => Matches(declared, item.Parameter)))
            {
                Missing(operation, declared);
            }
        }
        Body(operation);
        return new RequestModel(clientField, operation.Name + "Request", _arguments.ToEquatableArray(), _extras.ToEquatableArray(), []);
    }

    private void Missing(OperationModel operation, ParameterModel declared)
    {
        var isUserAgent = declared.Location == ParameterLocation.Header && declared.WireName.Equals("User-Agent", StringComparison.OrdinalIgnoreCase);
        if (!declared.MayComeFromClient || !isUserAgent)
        {
            scope.Report(
                declared.MayComeFromClient ? DiagnosticDescriptors.ParameterOfClient : DiagnosticDescriptors.MissingParameter, step.Step.StepId.Range,
                step.Id, declared.WireName, Word(declared.Location), operation.Id);
        }
        if (declared.MayComeFromClient)
        {
            _arguments.Add(new ArgumentModel(declared.Name, new MissingValue()));
        }
    }

    /// <summary>An input of workflows. One of the workflow's own parameters is for those of its steps that call one (Parameter Object, <c>in</c>).</summary>
    private void WithoutPlace(ArazzoParameter parameter, bool isOwn)
    {
        if (!isOwn && scope.Steps.Any(static other => other.Call is not null))
        {
            return;
        }
        var isRead = parameter.Node["in"] is not null || step.Step.Parameters.Any(item => ReferenceEquals(item.Object, parameter));
        if (!isRead && (isOwn || scope.Steps.FirstOrDefault(static other => other.Operation is not null) == step))
        {
            scope.Report(DiagnosticDescriptors.ArazzoFieldMissing, parameter.Name.Range, $"The parameter '{parameter.Name.Text}'", "in");
        }
        // Else reported where it is read, or for another step.
        scope.Checked<ArazzoParameter>(null);
    }

    private void Parameter(OperationModel operation, ArazzoParameter parameter, Node value, ArazzoParameterLocation location)
    {
        var name = parameter.Name.Text;
        var place = $"the parameter '{name}'";
        if (location == ArazzoParameterLocation.Body)
        {
            _body = value;
            return;
        }
        if (operation.Parameters.FirstOrDefault(declared => Matches(declared, parameter)) is { } known)
        {
            var bound = Sent(known.Name, known.IsSecret, () => _values.Bind(value, known.Type.NotNull(), place));
            bound = known.IsRequired ? _values.Require(bound, value, place) : bound;
            if (bound is not null)
            {
                _arguments.Add(new ArgumentModel(known.Name, bound));
            }
            return;
        }
        if (location == ArazzoParameterLocation.Path)
        {
            scope.Report(
                DiagnosticDescriptors.UnknownPathParameter, parameter.Name.Range, operation.Path, name,
                Suggestion.For(name, operation.Parameters.Where(static item => item.Location == ParameterLocation.Path).Select(static item => item.WireName)));
            return;
        }
        var isCredential = CredentialParameters.Has(step, location.ToString(), name);
        if (!isCredential)
        {
            scope.Report(
                DiagnosticDescriptors.UndeclaredParameter, parameter.Name.Range, operation.Id, name, Word(location),
                Suggestion.For(name, operation.Parameters.Select(static item => item.WireName)));
        }
        // A credential that is not there must not be sent as nothing; anything else that is missing is left out.
        var extra = Sent(ExtraModel.KeyOf(location.ToString(), name), isCredential, () => _values.Bind(value, TypeReference.String, place));
        extra = isCredential ? _values.Require(extra, value, place) : extra;
        if (extra is not null)
        {
            _extras.Add(new ExtraModel(location.ToString(), name, extra, isCredential));
        }
    }

    private void Body(OperationModel operation)
    {
        var body = step.Step.RequestBody ?? (_body is null ? null : new ArazzoRequestBody { Node = step.Step.Node, Payload = _body });
        if (body?.Payload is not { } payload)
        {
            if (operation.Body is { IsRequired: true })
            {
                scope.Report(DiagnosticDescriptors.MissingBody, step.Step.StepId.Range, step.Id, operation.Id);
            }
            return;
        }
        var mediaType = body.ContentType?.Text ?? operation.Body?.MediaType ?? "application/json";
        var kind = MediaTypes.Kind(mediaType, operation.Body?.Type);
        if (operation.Body is null ? kind is not (BodyKind.Json or BodyKind.Text) : kind != operation.Body.Kind || kind == BodyKind.JsonLines)
        {
            scope.NotSupported((body.ContentType ?? step.Step.StepId).Range, $"Request bodies of the media type '{mediaType}' are");
            return;
        }
        if (kind == BodyKind.Xml && (payload is ScalarNode || !body.Replacements.IsEmpty))
        {
            scope.NotSupported(payload.Range.FirstLine, "Text and replacements for a body whose XML has a schema are");
            return;
        }
        var expected = operation.Body?.Type.NotNull() ?? (kind == BodyKind.Text ? TypeReference.String : TypeReference.Any);
        var value = Sent("body", isCredential: false, () => new PayloadBinder(new ExpressionBinder(scope, step, StepPhase.Request)).Bind(body, expected, mediaType));
        if (operation.Body is null && value is not null)
        {
            _extras.Add(new ExtraModel(kind.ToString(), mediaType, kind == BodyKind.Text ? _values.Require(value, payload, "the request body")! : value));
            return;
        }
        if (operation.Body is { IsRequired: true })
        {
            value = _values.Require(value, payload, "the request body");
        }
        if (value is not null)
        {
            _arguments.Add(new ArgumentModel("body", value));
        }
    }

    /// <summary>Binds a part of the request, and notes what it is made of, for whoever reads what was sent.</summary>
    private ValueModel? Sent(string key, bool isCredential, Func<ValueModel?> bind)
    {
        ValueModel? value = null;
        step.SentReads[key] = scope.Uses.Read(() => value = scope.Uses.InCredential(bind, isCredential));
        return value;
    }

    private static bool Matches(ParameterModel declared, ArazzoParameter parameter) =>
        parameter.In is { } location && declared.Location.ToString() == location.ToString()
        // There is but one that is the whole query, and nobody sends its name.
        && (location == ArazzoParameterLocation.QueryString || ParameterList.SameName(declared.WireName, parameter.Name.Text, location));

    private static string Word<T>(T location) where T : struct, Enum => location.ToString().ToLowerInvariant();
}
