using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Decides what runtime expressions read.</summary>
/// <param name="scope">The workflow.</param>
/// <param name="step">The step that reads; null for outputs of the workflow.</param>
/// <param name="phase">What of the step is there.</param>
internal sealed partial class ExpressionBinder(WorkflowScope scope, StepSymbol? step, StepPhase phase)
{
    public WorkflowScope Scope { get; } = scope;

    public StepSymbol? Step { get; } = step;

    /// <summary>The C# name of the step that a value is for; null when it is for none, so that it may be missing.</summary>
    public string? For { get; init; } = phase == StepPhase.Request ? step?.Name : null;

    /// <summary>Whether something has been read that is gone once the step has ended.</summary>
    public bool ReadsAnswer { get; private set; }

    /// <summary>The value as untyped JSON; of the answer's body the very JSON, with all that its type leaves out. Null after an error.</summary>
    public ValueModel? BindJson(RuntimeExpression expression, TextRange range)
    {
        if (Bind(expression, range) is not { } value)
        {
            return null;
        }
        if (expression is BodyExpression { Message: MessageKind.Response } body)
        {
            return Navigate(new ResponseValue(TypeReference.Any, "Json"), body.Value.Navigation, body.Value.Pointer, body.Text, range);
        }
        return Conversions.Convert(value, TypeReference.Any) ?? new ConvertedValue(TypeReference.Any.OrNull(), value);
    }

    /// <summary>The value as XML: of the answer's body the very bytes, else a text. Null after an error.</summary>
    public ValueModel? BindXml(RuntimeExpression expression, TextRange range)
    {
        if (expression is BodyExpression { Message: MessageKind.Response, Value: { Path: "", Pointer: null } } && phase != StepPhase.Request)
        {
            return new ResponseValue(TypeReference.Any, "RawBody");
        }
        return Bind(expression, range) is { } value ? TemplateBinder.ToText(value) : null;
    }

    /// <summary>The value as text; of the answer's body, when it is XML, the very text. Null after an error.</summary>
    public ValueModel? BindText(RuntimeExpression expression, TextRange range)
    {
        var isXml = expression is BodyExpression { Message: MessageKind.Response, Value: { Path: "", Pointer: null } } && phase != StepPhase.Request
            && Step?.Variant is { } operation && operation.Responses.Any(static response => response.Xml is not null);
        return isXml ? new ResponseValue(TypeReference.String, "Text") : Bind(expression, range) is { } value ? TemplateBinder.ToText(value) : null;
    }

    /// <summary>The value; null after an error.</summary>
    public ValueModel? Bind(RuntimeExpression expression, TextRange range)
    {
        if (!Enter(expression.Text, range))
        {
            return null;
        }
        var value = Read(expression, range);
        Scope.Nesting.Leave();
        return value;
    }

    private bool Enter(string text, TextRange range, int count = 1)
    {
        if (Scope.Nesting.TryEnter(count))
        {
            return true;
        }
        Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, text, "it stands for an expression that stands for another, and so on, too many times; write what it is");
        return false;
    }

    private ValueModel? Read(RuntimeExpression expression, TextRange range)
    {
        switch (expression)
        {
            case InputExpression input:
                return Input(input, range);
            case InputsExpression:
                return Inputs();
            case SelfExpression:
                return new LiteralValue(TypeReference.String, Scope.Self);
            case StepOutputExpression output:
                return StepOutput(output, range);
            case UrlExpression url:
                return Url(url, range);
            case FieldExpression { Message: MessageKind.Request } field:
                return RequestField(field, range);
            case BodyExpression { Message: MessageKind.Request } body:
                return RequestBody(body, range);
            case SourceDescriptionExpression source:
                return SourceDescription(source, range);
            case ComponentExpression component:
                return Component(component, range);
            case StepOutputsExpression outputs:
                return StepOutputs(outputs, range);
            case OutputsExpression outputs:
                return CalledOutputs(outputs, range);
            case OutputExpression output:
                return Output(output, range);
            case WorkflowOutputExpression output:
                return WorkflowOutput(output, range);
            case WorkflowInputExpression input:
                return WorkflowInput(input, range);
            case StatusCodeExpression when phase != StepPhase.Request && Step?.Call is not null:
                ReadsAnswer = true;
                return new CalledStatusValue();
            case BodyExpression { Message: MessageKind.Response } or FieldExpression { Message: MessageKind.Response, Location: FieldLocation.Header } when Step?.Call is not null:
                Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, "the step calls a workflow, which has no answer of its own; read its outputs, '$outputs.name'");
                return null;
            case StatusCodeExpression when phase != StepPhase.Request:
                ReadsAnswer = true;
                // A step may fail without an answer.
                return phase == StepPhase.Failure
                    ? new ResponseValue(new TypeReference(TypeKind.Int32, IsNullable: true), "StatusOrNull")
                    : new ResponseValue(new TypeReference(TypeKind.Int32), "StatusCode");
            case MethodExpression when Step?.Variant is { } operation:
                return new LiteralValue(TypeReference.String, operation.Method);
            case BodyExpression { Message: MessageKind.Response } body when phase != StepPhase.Request:
                return Body(body, range);
            case FieldExpression { Message: MessageKind.Response, Location: FieldLocation.Header } header when phase != StepPhase.Request:
                return Header(header.Name);
            case StatusCodeExpression or BodyExpression { Message: MessageKind.Response } or FieldExpression { Message: MessageKind.Response, Location: FieldLocation.Header }:
                Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, "the step has no answer yet");
                return null;
            default:
                Scope.NotSupported(range, $"The expression '{expression.Text}' is");
                return null;
        }
    }

    /// <summary>The answer's body: typed where the step only goes on with a documented success, text where it is no JSON.</summary>
    public ValueModel ResponseBody()
    {
        var result = Step?.Variant?.Result;
        if (result is { Kind: TypeKind.Stream or TypeKind.Sequence or TypeKind.Events })
        {
            // A workflow reads a stream whole.
            return new ResponseValue(TypeReference.String, "Text");
        }
        if (phase is StepPhase.Success or StepPhase.Kept && Step?.Result is { } only)
        {
            Step.ReadsResult = true;
            return new ResultBodyValue(only.Type!.OrNull());
        }
        return phase is StepPhase.Success or StepPhase.Kept && Step is { IsTyped: true } && result is { Kind: not (TypeKind.Any or TypeKind.Result) }
            ? new ResponseValue(result.IsValueType ? result : result.OrNull(), "Body")
            : new ResponseValue(TypeReference.Any, "Json");
    }

    /// <summary>An output of the step that is the very value, or the value itself.</summary>
    public ValueModel Kept(ValueModel value)
    {
        if (phase == StepPhase.Kept)
        {
            foreach (var output in Step!.Outputs.Values)
            {
                if (output.Value == value)
                {
                    return new StepOutputValue(output.Type, output.Field);
                }
            }
        }
        return value;
    }

    private ValueModel? Body(BodyExpression body, TextRange range)
    {
        ReadsAnswer = true;
        var value = ResponseBody();
        if (value is ResponseValue { Member: "Text" } && body.Value is not { Path: "", Pointer: null or { Tokens.Count: 0 } })
        {
            // Of a stream of items the array that they are (OpenAPI 3.2, Sequential Media Types); of bytes what JSON they are.
            value = new ResponseValue(TypeReference.Any, "Json");
        }
        if (Scope.Uses.Reads is not null && ReadsSecret([.. Tokens(body.Value.Navigation, body.Value.Pointer)]))
        {
            Scope.Uses.AddMade([ValueUses.Password]);
        }
        return Navigate(value, body.Value.Navigation, body.Value.Pointer, body.Text, range);
    }

    /// <summary>Whether the answer says of what is read there that it is a secret, or is a token of OAuth.</summary>
    private bool ReadsSecret(List<string> tokens)
    {
        if (Step?.Variant is not { } operation)
        {
            return false;
        }
        return operation.Responses.Any(response => response.Type is { } type && SecretSchemas.Reads(Scope.Types, type, tokens, isAnswer: true))
            || ((tokens.Count == 0 || TokenRequests.Tokens.Contains(tokens[0])) && TokenRequests.Is(Step, Scope.Types));
    }

    /// <summary>A header: numbers and booleans as documented, all else as the text that it is.</summary>
    private ValueModel Header(string name)
    {
        ReadsAnswer = true;
        if (Step is { Operation: { } operation, Variant.Headers: { } headers }
            && headers.Headers.FirstOrDefault(header => header.WireName.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Form: HeaderForm.Value } documented
            && (documented.Type.Kind == TypeKind.Boolean || Conversions.IsNumber(documented.Type.Kind)))
        {
            return new DocumentedHeaderValue(documented.Type.OrNull(), operation.Api.Client.Namespace, headers.Name, documented.Name);
        }
        return new ResponseHeaderValue(name);
    }

    private ValueModel? Input(InputExpression expression, TextRange range)
    {
        if (Split(expression.Value, Scope.Inputs.ContainsKey) is not { } found)
        {
            Scope.Report(DiagnosticDescriptors.UnknownInput, range, Scope.Id, expression.Value.Path, Suggestion.For(expression.Value.Path, Scope.Inputs.Keys));
            return null;
        }
        var input = Scope.Inputs[found.Name];
        Scope.Uses.Add(input.DocumentName);
        return Navigate(new InputValue(input.Type, input.Name), found.Path, expression.Value.Pointer, expression.Text, range);
    }

    /// <summary>All inputs as an object. That does not make those public that are credentials.</summary>
    private ObjectValue Inputs()
    {
        Scope.Uses.Reads?.UnionWith(Scope.Inputs.Keys);
        return new(TypeReference.Any, Scope.Inputs.Values
            .Select(static input => new ObjectPropertyValue(input.DocumentName, Conversions.Convert(new InputValue(input.Type, input.Name), TypeReference.Any)!, IsOptional: false))
            .ToEquatableArray());
    }

    private ValueModel? StepOutput(StepOutputExpression expression, TextRange range)
    {
        if (Scope.FindStep(expression.StepId) is not { } source)
        {
            Scope.Report(
                DiagnosticDescriptors.UnknownStep, range, Scope.Id, expression.StepId, Suggestion.For(expression.StepId, Scope.Steps.Select(static item => item.Id)));
            return null;
        }
        var declared = source.Step.Outputs.Select(static output => output.Name.Text).ToList();
        if (source.Call is { } call && Split(expression.Value, name => declared.Contains(name)) is null
            && Split(expression.Value, call.Outputs.ContainsKey) is not null && !(Step is not null && IsTooEarly(Step, source)))
        {
            // The step does not name the output, and yet the workflow that it calls has it.
            return Kept(call, expression.Value, expression.Text, range);
        }
        if (Split(expression.Value, name => declared.Contains(name)) is not { } found)
        {
            Scope.Report(DiagnosticDescriptors.UnknownStepOutput, range, source.Id, expression.Value.Path, Suggestion.For(expression.Value.Path, declared));
            return null;
        }
        if (Step is not null && IsTooEarly(Step, source))
        {
            Scope.Report(DiagnosticDescriptors.ForwardReference, range, Step.Id, source.Id);
            return null;
        }
        if (Kept(source, found.Name, expression.Text, range) is not { } output)
        {
            return null;
        }
        Scope.Uses.Add(output.Key);
        return Navigate(new StepOutputValue(output.Type, output.Field), found.Path, expression.Value.Pointer, expression.Text, range);
    }

    /// <summary>An output of a step; null after an error.</summary>
    private StepOutputModel? Kept(StepSymbol source, string name, string text, TextRange range)
    {
        if (Scope.OwnOutputs.Contains(source.OutputKey(name)))
        {
            Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, text, "the output reads itself");
            return null;
        }
        return source.BindOutput!(name);
    }

    /// <summary>A later step, or the step itself, has run before only when something leads back.</summary>
    private bool IsTooEarly(StepSymbol reader, StepSymbol source) =>
        source.Index >= reader.Index && (source != reader || phase == StepPhase.Request) && !Scope.Graph.Leads(source, reader);

    /// <summary>The longest beginning of the path that is a name, and what follows it.</summary>
    private static (string Name, List<NavigationSegment> Path)? Split(ValueReference value, Func<string, bool> isName)
    {
        if (isName(value.Path))
        {
            return (value.Path, []);
        }
        var segments = value.Navigation ?? EquatableArray<NavigationSegment>.Empty;
        for (var index = segments.Count - 1; index > 0; index--)
        {
            var name = value.Path.Substring(0, segments[index].Offset);
            if (isName(name))
            {
                return (name, [.. segments.Skip(index)]);
            }
        }
        return null;
    }

    private ValueModel? Navigate(ValueModel value, IEnumerable<NavigationSegment>? segments, JsonPointer? pointer, string text, TextRange range)
    {
        return new Navigation(Scope, text, range).Follow(value, Tokens(segments, pointer)) is { } found ? Kept(found) : null;
    }

    private static IEnumerable<string> Tokens(IEnumerable<NavigationSegment>? segments, JsonPointer? pointer) => (segments ?? []).Select(static segment => segment switch
    {
        MemberSegment member => member.Name,
        ElementSegment element => element.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    }).Concat(pointer?.Tokens ?? []);
}
