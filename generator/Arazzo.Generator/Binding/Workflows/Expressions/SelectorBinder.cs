using System.Xml.XPath;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Decides what Selector Objects (Arazzo 1.1) become.</summary>
internal sealed class SelectorBinder(ExpressionBinder expressions)
{
    private readonly WorkflowScope _scope = expressions.Scope;

    /// <summary>The value that is selected; null after an error.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="isOne">Whether one value is wanted: then a query that could select several must select one.</param>
    public ValueModel? Bind(ArazzoSelector selector, bool isOne = false)
    {
        if (_scope.Checked(_scope.Expressions.ReadExpression(selector.Context)) is not { } context)
        {
            return null;
        }
        switch (selector.Type.Kind)
        {
            case ArazzoExpressionKind.JsonPointer:
                return _scope.Checked(_scope.Expressions.ReadJsonPointer(selector.Selector)) is { } pointer
                    && expressions.Bind(context, selector.Context.Range) is { } target
                    ? Follow(target, pointer.Tokens, selector.Selector)
                    : null;
            case ArazzoExpressionKind.JsonPath:
                return _scope.Checked(_scope.Expressions.ReadJsonPath(selector.Selector)) is { } query ? JsonPath(selector, context, query, isOne) : null;
            default:
                return _scope.Checked(_scope.Expressions.ReadXPath(selector.Selector)) is { } path ? XPath(selector, context, path) : null;
        }
    }

    /// <summary>What a query selects, and the type of each node; null after an error.</summary>
    public (PathModel Path, TypeReference Type)? Select(RuntimeExpression context, TextRange contextRange, JsonPathQuery query, ScalarNode place)
    {
        if (expressions.Bind(context, contextRange) is not { } typed || expressions.BindJson(context, contextRange) is not { } json)
        {
            return null;
        }
        var types = new JsonPathTypes(_scope, place);
        var testsRoot = types.TestsRoot(typed.Type, query);
        if (testsRoot && !_scope.Accept(place, DialectForm.JsonPathRootFilter))
        {
            return null;
        }
        var type = types.Select(typed.Type, query, testsRoot);
        return new JsonPathBinder(expressions, json, place).Bind(query, testsRoot) is { } path ? (path, type) : null;
    }

    private ValueModel? JsonPath(ArazzoSelector selector, RuntimeExpression context, JsonPathQuery query, bool isOne)
    {
        if (JsonPathTypes.Tokens(query) is { } tokens)
        {
            return expressions.Bind(context, selector.Context.Range) is { } target ? Follow(target, tokens, selector.Selector) : null;
        }
        if (Select(context, selector.Context.Range, query, selector.Selector) is not { } selected)
        {
            return null;
        }
        var nodes = query.IsSingular ? SelectedNodes.First : isOne ? SelectedNodes.Only : SelectedNodes.All;
        var value = new SelectedValue(selected.Path, nodes);
        var type = nodes == SelectedNodes.All ? TypeReference.List(selected.Type) : selected.Type.OrNull();
        return selected.Type.Kind == TypeKind.Any ? value : new ConvertedValue(type, value);
    }

    private XPathValue? XPath(ArazzoSelector selector, RuntimeExpression context, Template path)
    {
        if (expressions.BindXml(context, selector.Context.Range) is not { } xml
            || new TemplateBinder(expressions).Bind(path with { IsWhole = false }, selector.Selector, "the XPath", TextForm.XPath) is not { } bound)
        {
            return null;
        }
        var type = PatternChecker.XPathResult(path) switch
        {
            XPathResultType.Boolean => new TypeReference(TypeKind.Boolean),
            XPathResultType.Number => new TypeReference(TypeKind.Double, IsNullable: true),
            _ => TypeReference.String.OrNull(),
        };
        return new XPathValue(type, xml, bound);
    }

    private ValueModel? Follow(ValueModel target, IEnumerable<string> tokens, ScalarNode place) =>
        new Navigation(_scope, place.Text, place.Range).Follow(target, tokens) is { } found ? expressions.Kept(found) : null;
}
