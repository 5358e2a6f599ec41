using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Decides what criteria become.</summary>
internal sealed class CriterionBinder(ExpressionBinder expressions)
{
    private readonly WorkflowScope _scope = expressions.Scope;

    /// <summary>All criteria of an action as one condition. Null: there are none, or one is broken.</summary>
    public ConditionModel? BindAll(IEnumerable<ArazzoCriterion> criteria)
    {
        var conditions = criteria.Select(Bind).OfType<ConditionModel>().ToList();
        return conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new AllCondition(conditions.ToEquatableArray()),
        };
    }

    /// <summary>A criterion; null after an error.</summary>
    public ConditionModel? Bind(ArazzoCriterion criterion) => criterion.Type.Kind switch
    {
        ArazzoExpressionKind.JsonPath => JsonPath(criterion),
        ArazzoExpressionKind.Regex => Regex(criterion),
        ArazzoExpressionKind.XPath => XPath(criterion),
        _ => _scope.Checked(_scope.Expressions.ReadCondition(criterion.Condition)) is { } condition
            ? new ConditionBinder(expressions, criterion.Condition, null).Bind(condition)
            : null,
    };

    private ConditionModel? JsonPath(ArazzoCriterion criterion)
    {
        var place = criterion.Condition;
        if (_scope.Checked(_scope.Expressions.ReadJsonPathCriterion(place)) is not { } path || Context(criterion) is not { } context)
        {
            return null;
        }
        if (path.Condition is { } condition)
        {
            return expressions.Bind(context, criterion.Context!.Range) is { } value ? new ConditionBinder(expressions, place, value).Bind(condition) : null;
        }
        if (path.Query!.Segments.Count == 0)
        {
            // A context that is null fails (Arazzo 1.1, Criterion Object), although '$' selects it.
            return expressions.Bind(context, criterion.Context!.Range) is { } value ? new NullCondition(value, IsNull: false) : null;
        }
        return new SelectorBinder(expressions).Select(context, criterion.Context!.Range, path.Query!, place) is { } selected ? new SelectsCondition(selected.Path) : null;
    }

    private FitsCondition? Regex(ArazzoCriterion criterion)
    {
        if (_scope.Checked(_scope.Expressions.ReadRegex(criterion.Condition)) is not { } pattern
            || Context(criterion) is not { } context
            || expressions.BindText(context, criterion.Context!.Range) is not { } text)
        {
            return null;
        }
        var templates = new TemplateBinder(expressions);
        return Pattern(pattern, criterion.Condition) is { } bound ? new FitsCondition(text, bound) : null;

        // What is embedded is text; only a condition that is nothing else than an expression reads a pattern.
        ValueModel? Pattern(Template template, ScalarNode place) =>
            template.Parts.All(static part => part is LiteralPart) ? _scope.Pattern(place.Text, !PatternChecker.NeedsBacktracking(place.Text))
            : templates.Bind(template, place, "the pattern", template.Parts.Count == 1 ? TextForm.Plain : TextForm.Regex) is { } whole ? TemplateBinder.ToText(whole)
            : null;
    }

    private XPathCondition? XPath(ArazzoCriterion criterion) =>
        _scope.Checked(_scope.Expressions.ReadXPath(criterion.Condition)) is { } path
        && Context(criterion) is { } context
        && expressions.BindXml(context, criterion.Context!.Range) is { } xml
        && new TemplateBinder(expressions).Bind(path with { IsWhole = false }, criterion.Condition, "the XPath", TextForm.XPath) is { } bound
            ? new XPathCondition(xml, bound)
            : null;

    private RuntimeExpression? Context(ArazzoCriterion criterion) => _scope.Checked(_scope.Expressions.ReadExpression(criterion.Context!));
}
