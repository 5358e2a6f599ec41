using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <content>What the document itself says: its source descriptions and components.</content>
internal sealed partial class ExpressionBinder
{
    private LiteralValue? SourceDescription(SourceDescriptionExpression expression, TextRange range)
    {
        expression = expression.In(Scope.Document);
        var sources = Scope.Document.SourceDescriptions;
        if (sources.FirstOrDefault(source => source.Name.Text == expression.SourceName) is not { } source)
        {
            Scope.Report(
                DiagnosticDescriptors.UnknownSourceDescription, range, expression.SourceName, Suggestion.For(expression.SourceName, sources.Select(static item => item.Name.Text)));
            return null;
        }
        var field = expression.Reference switch
        {
            "url" => source.Url.Text,
            "name" => source.Name.Text,
            "type" => source.Type?.ToString().ToLowerInvariant(),
            _ => null,
        };
        if (field is not null)
        {
            return new LiteralValue(TypeReference.String, field);
        }
        Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, "a source description has the fields 'name', 'url' and 'type', and its operations and workflows are no values");
        return null;
    }

    private ValueModel? Component(ComponentExpression expression, TextRange range)
    {
        var parameters = Scope.Document.Components.Parameters;
        if (expression.Kind != ComponentKind.Parameters)
        {
            Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, "an action is no value");
            return null;
        }
        if (parameters.FirstOrDefault(parameter => parameter.Key.Text == expression.Key) is not { } found)
        {
            Scope.Report(
                DiagnosticDescriptors.UnknownComponent, range, expression.Text,
                Suggestion.For(expression.Text, parameters.Select(static parameter => "$components.parameters." + parameter.Key.Text)));
            return null;
        }
        if (!Scope.OwnOutputs.Add(expression.Text))
        {
            Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, "the parameter reads itself");
            return null;
        }
        var value = Component(found.Value);
        Scope.OwnOutputs.Remove(expression.Text);
        return value;
    }

    /// <summary>The value of a parameter with the type that it has by itself.</summary>
    private ValueModel? Component(ArazzoParameter parameter)
    {
        if (parameter.Selector is { } selector)
        {
            return new SelectorBinder(this).Bind(selector);
        }
        if (parameter.Value is not ScalarNode { Kind: ScalarKind.String } text)
        {
            return new ValueBinder(this).Bind(parameter.Value, TypeReference.Any, $"the parameter '{parameter.Name.Text}'");
        }
        return Scope.Checked(Scope.Expressions.ReadTemplate(text)) is not { } template ? null
            : template.IsLiteral ? new LiteralValue(TypeReference.String, text.Text)
            : new TemplateBinder(this).Bind(template, text, $"the parameter '{parameter.Name.Text}'");
    }

    /// <summary>All outputs of a step as an object.</summary>
    private ObjectValue? StepOutputs(StepOutputsExpression expression, TextRange range)
    {
        if (Scope.FindStep(expression.StepId) is not { } source)
        {
            Scope.Report(
                DiagnosticDescriptors.UnknownStep, range, Scope.Id, expression.StepId, Suggestion.For(expression.StepId, Scope.Steps.Select(static item => item.Id)));
            return null;
        }
        if (Step is not null && IsTooEarly(Step, source))
        {
            Scope.Report(DiagnosticDescriptors.ForwardReference, range, Step.Id, source.Id);
            return null;
        }
        var names = source.Step.Outputs.Select(static output => output.Name.Text).Distinct(StringComparer.Ordinal).ToList();
        var outputs = names.Count > 0 || source.Call is null
            ? names.ConvertAll(name => Kept(source, name, expression.Text, range))
            : [.. source.Call.Outputs.Values];
        if (outputs.Contains(null))
        {
            return null;
        }
        foreach (var output in outputs)
        {
            Scope.Uses.AddKept(output!.Key);
        }
        return Whole(outputs.Select(static output => (output!.DocumentName, (ValueModel)new StepOutputValue(output.Type, output.Field))));
    }

    /// <summary>All outputs of the workflow that the step calls.</summary>
    private ObjectValue? CalledOutputs(OutputsExpression expression, TextRange range)
    {
        if (Step?.Call is not { } call || phase == StepPhase.Request)
        {
            Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, "the step calls no workflow; write the name of an output");
            return null;
        }
        ReadsAnswer = true;
        var outputs = call.Target.Outputs!.Items;
        foreach (var output in outputs)
        {
            Scope.Uses.AddCalled(call.Key(output.DocumentName));
        }
        return Whole(outputs.Select(output => (output.DocumentName, (ValueModel)new CalledOutputValue(output.Type, output.Name, phase == StepPhase.Failure))));
    }

    private static ObjectValue Whole(IEnumerable<(string Name, ValueModel Value)> values) => new(TypeReference.Any, values
        .Select(static item => new ObjectPropertyValue(
            item.Name, Conversions.Convert(item.Value, TypeReference.Any) ?? new ConvertedValue(TypeReference.Any.OrNull(), item.Value), IsOptional: false))
        .ToEquatableArray());
}
