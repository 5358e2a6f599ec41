using System.Collections.Immutable;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Finds what Reusable Objects refer to.</summary>
internal sealed class Components(WorkflowScope scope, ArazzoComponents components)
{
    public ArazzoAction? Action(ArazzoReusable<ArazzoAction> reusable, ComponentKind kind) =>
        reusable.Object ?? Find(reusable.Reference!, kind, kind == ComponentKind.SuccessActions ? components.SuccessActions : components.FailureActions);

    /// <summary>The parameter and its value, which the reference may replace.</summary>
    public (ArazzoParameter Parameter, Node Value, ArazzoSelector? Selector)? Parameter(ArazzoReusable<ArazzoParameter> reusable)
    {
        if (reusable.Object is { } own)
        {
            return (own, own.Value, own.Selector);
        }
        var reference = reusable.Reference!;
        return Find(reference, ComponentKind.Parameters, components.Parameters) is { } parameter
            ? (parameter, reference.Value ?? parameter.Value, reference.Value is null ? parameter.Selector : null)
            : null;
    }

    private T? Find<T>(ArazzoReference reference, ComponentKind kind, ImmutableArray<ArazzoComponent<T>> candidates)
        where T : ArazzoObject
    {
        if (scope.Checked(scope.Expressions.ReadExpression(reference.Reference)) is not { } expression)
        {
            return null;
        }
        if (expression is ComponentExpression component && component.Kind == kind)
        {
            foreach (var candidate in candidates)
            {
                if (candidate.Key.Text == component.Key)
                {
                    return candidate.Value;
                }
            }
        }
        var prefix = $"$components.{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString().Substring(1)}.";
        scope.Report(
            DiagnosticDescriptors.UnknownComponent, reference.Reference.Range, reference.Reference.Text,
            Suggestion.For(reference.Reference.Text, candidates.Select(candidate => prefix + candidate.Key.Text)));
        return null;
    }
}
