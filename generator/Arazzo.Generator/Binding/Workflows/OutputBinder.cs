using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what an output of a step or workflow is.</summary>
internal sealed class OutputBinder(ExpressionBinder expressions)
{
    /// <summary>The value; null after an error.</summary>
    public ValueModel? Bind(ArazzoOutput output)
    {
        if (output.Selector is { } selector)
        {
            return new SelectorBinder(expressions).Bind(selector);
        }
        var scope = expressions.Scope;
        return output.Value is ScalarNode text && scope.Expressions.ReadExpression(text) is { } expression ? expressions.Bind(expression, text.Range) : scope.Checked<ValueModel>(null);
    }
}
