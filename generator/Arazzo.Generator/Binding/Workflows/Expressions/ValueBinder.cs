using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Conditions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Decides the values that a step sends.</summary>
internal sealed class ValueBinder(ExpressionBinder expressions)
{
    private readonly WorkflowScope _scope = expressions.Scope;
    private readonly CaseFinder _cases = new(expressions.Scope.Types);

    /// <summary>The names of members whose values are credentials.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>A node as a value of <paramref name="target"/>, nullable when something that it reads may be missing. Null after an error.</summary>
    /// <param name="node">The value in the document.</param>
    /// <param name="target">The type that is wanted.</param>
    /// <param name="place">What wants it, for messages: <c>The parameter 'x'</c>.</param>
    public ValueModel? Bind(Node node, TypeReference target, string place)
    {
        switch (node)
        {
            case ScalarNode { Kind: ScalarKind.String } text:
                return Text(text, target, place);
            case ScalarNode scalar:
                return Literals.Bind(_scope, scalar, target, place);
            case MappingNode when ArazzoSelector.TryRead(node) is { } selector:
                return Selector(selector, target, place);
            case MappingNode or SequenceNode when target.Kind == TypeKind.Union && _cases.Union(node, target) is { } found:
                return Bind(node, found.Type, place) is { } part ? new CaseValue(target.NotNull(), part, found.Name) : null;
            case MappingNode when _cases.Derived(node, target) is { } derived:
                return Bind(node, derived, place) is { } item ? new CaseValue(target.NotNull(), item, null) : null;
            case MappingNode or SequenceNode when target.Kind == TypeKind.Union:
            case MappingNode when _scope.Types.FindObject(target.NotNull()) is { Derived.IsEmpty: false }:
                return Bind(node, TypeReference.Any, place) is { } json ? new ConvertedValue(target.NotNull(), json) : null;
            case MappingNode mapping when target.Kind == TypeKind.Object:
                return Object(mapping, target, place);
            case MappingNode mapping when target.Kind is TypeKind.Map or TypeKind.Any:
                return Map(mapping, target, place);
            case SequenceNode sequence when target.Kind is TypeKind.List or TypeKind.Any:
                return List(sequence, target, place);
            default:
                _scope.Report(DiagnosticDescriptors.TypeClash, node.Range, place, Conversions.Describe(target), node is MappingNode ? "an object" : "an array");
                return null;
        }
    }

    /// <summary>The value, which must not be missing where the place wants one.</summary>
    public ValueModel? Require(ValueModel? value, Node node, string place)
    {
        if (value is null || !value.Type.IsNullable)
        {
            return value;
        }
        var expression = node is ScalarNode scalar ? scalar.Text : ArazzoSelector.TryRead(node) is { } selector ? $"{selector.Selector.Text} of {selector.Context.Text}" : place;
        return new RequiredValue(value.Type.NotNull(), value, expressions.For!, place, expression);
    }

    private ValueModel? Text(ScalarNode text, TypeReference target, string place)
    {
        if (_scope.Checked(_scope.Expressions.ReadTemplate(text)) is not { } template)
        {
            return null;
        }
        if (template.IsLiteral)
        {
            return Literals.Bind(_scope, text, target, place);
        }
        var value = _scope.Uses.InCredential(() => new TemplateBinder(expressions).Bind(template, text, place), HasSecrets(target));
        return Convert(value, target, text.Range, place);
    }

    private ValueModel? Selector(ArazzoSelector selector, TypeReference target, string place)
    {
        var value = _scope.Uses.InCredential(() => new SelectorBinder(expressions).Bind(selector, isOne: target.Kind is not (TypeKind.List or TypeKind.Any)), HasSecrets(target));
        return Convert(value, target, selector.Range.FirstLine, place);
    }

    private bool HasSecrets(TypeReference target) => SecretSchemas.Has(_scope.Types, target, isAnswer: false);

    private ValueModel? Convert(ValueModel? value, TypeReference target, TextRange range, string place)
    {
        if (value is null)
        {
            return null;
        }
        if (target.Kind == TypeKind.Union && !value.Type.IsNullable && _cases.Union(value.Type, target) is { } found)
        {
            return new CaseValue(target.NotNull(), value, found.Name);
        }
        if (Conversions.Convert(value, target) is { } converted)
        {
            return converted;
        }
        _scope.Report(DiagnosticDescriptors.TypeClash, range, place, Conversions.Describe(target), Conversions.Describe(value.Type));
        return null;
    }

    private ObjectValue? Object(MappingNode mapping, TypeReference target, string place)
    {
        var type = target.NotNull();
        var model = _scope.Types.FindObject(type);
        var properties = new List<ObjectPropertyValue>();
        var isSound = model is not null;
        var operation = expressions.Step?.Variant?.Id ?? "";
        foreach (var entry in mapping.Entries)
        {
            if (_scope.Types.FindProperty(type, entry.Key.Text) is not { } property)
            {
                _scope.Report(
                    DiagnosticDescriptors.UnknownBodyProperty, entry.Key.Range, operation, entry.Key.Text, Conversions.Describe(type),
                    Suggestion.For(entry.Key.Text, model?.Properties.Select(static item => item.JsonName) ?? []));
                isSound = false;
                continue;
            }
            if (property.Constant is { } constant && entry.Value is ScalarNode literal && literal.Text == constant)
            {
                continue;
            }
            var inner = $"the property '{property.JsonName}'";
            var value = _scope.Uses.InCredential(() => Bind(entry.Value, property.Type.NotNull(), inner), property.IsSecret || Secrets.Contains(property.JsonName));
            if (property.IsRequired && !property.Type.IsNullable)
            {
                value = Require(value, entry.Value, inner);
            }
            isSound &= value is not null;
            if (value is not null)
            {
                properties.Add(new ObjectPropertyValue(property.Name, value, property.IsOptionalAndNullable));
            }
        }
        foreach (var property in model?.Properties ?? EquatableArray<PropertyModel>.Empty)
        {
            if (property.MustBeSet && mapping[property.JsonName] is null)
            {
                _scope.Report(DiagnosticDescriptors.MissingBodyProperty, mapping.Range.FirstLine, operation, property.JsonName, Conversions.Describe(type));
                isSound = false;
            }
        }
        return isSound ? new ObjectValue(type, properties.ToEquatableArray()) : null;
    }

    private ValueModel? Map(MappingNode mapping, TypeReference target, string place)
    {
        if (target.Kind == TypeKind.Any && Literals.Json(_scope, mapping) is { } json)
        {
            return json;
        }
        var element = target.Argument ?? TypeReference.Any;
        var items = new List<ObjectPropertyValue>();
        foreach (var entry in mapping.Entries)
        {
            var inner = $"the property '{entry.Key.Text}'";
            var value = _scope.Uses.InCredential(() => Bind(entry.Value, element, inner), Secrets.Contains(entry.Key.Text));
            value = target.Kind == TypeKind.Map && !element.IsNullable ? Require(value, entry.Value, inner) : value;
            if (value is null)
            {
                return null;
            }
            items.Add(new ObjectPropertyValue(entry.Key.Text, value, IsOptional: false));
        }
        return new ObjectValue(target.NotNull(), items.ToEquatableArray());
    }

    private ValueModel? List(SequenceNode sequence, TypeReference target, string place)
    {
        if (target.Kind == TypeKind.Any && Literals.Json(_scope, sequence) is { } json)
        {
            return json;
        }
        var element = target.Argument ?? TypeReference.Any;
        var items = new List<ValueModel>();
        foreach (var item in sequence.Items)
        {
            var value = Bind(item, element, $"an element of {place}");
            value = element.IsNullable || target.Kind == TypeKind.Any ? value : Require(value, item, $"an element of {place}");
            if (value is null)
            {
                return null;
            }
            items.Add(value);
        }
        return new ListValue(target.NotNull(), items.ToEquatableArray());
    }
}
