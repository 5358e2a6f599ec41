using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.Documents;

/// <summary>Parses every expression of a document.</summary>
internal sealed class EveryExpression(ExpressionReader expressions)
{
    public void Read(ArazzoDocument document)
    {
        foreach (var workflow in document.Workflows)
        {
            ReadOutputs(workflow.Outputs);
            ReadParameters(workflow.Parameters);
            ReadActions(workflow.SuccessActions);
            ReadActions(workflow.FailureActions);
            foreach (var step in workflow.Steps)
            {
                Read(step);
            }
        }
        foreach (var component in document.Components.SuccessActions.Concat(document.Components.FailureActions))
        {
            ReadCriteria(component.Value.Criteria);
        }
    }

    private void Read(ArazzoStep step)
    {
        if (step.OperationPath is { } path)
        {
            expressions.ReadOperationPath(path);
        }
        ReadOutputs(step.Outputs);
        ReadParameters(step.Parameters);
        ReadCriteria(step.SuccessCriteria);
        ReadActions(step.OnSuccess);
        ReadActions(step.OnFailure);
        if (step.RequestBody?.Payload is { } payload)
        {
            ReadValue(payload);
        }
        foreach (var replacement in step.RequestBody?.Replacements ?? [])
        {
            ReadValue(replacement.Value);
        }
    }

    private void ReadOutputs(IEnumerable<ArazzoOutput> outputs)
    {
        foreach (var output in outputs)
        {
            if (output.Value is ScalarNode scalar)
            {
                expressions.ReadExpression(scalar);
            }
        }
    }

    private void ReadParameters(IEnumerable<ArazzoReusable<ArazzoParameter>> parameters)
    {
        foreach (var parameter in parameters)
        {
            if ((parameter.Object?.Value ?? parameter.Reference?.Value) is { } value)
            {
                ReadValue(value);
            }
        }
    }

    private void ReadActions(IEnumerable<ArazzoReusable<ArazzoAction>> actions)
    {
        foreach (var action in actions)
        {
            ReadCriteria(action.Object?.Criteria ?? []);
        }
    }

    private void ReadCriteria(IEnumerable<ArazzoCriterion> criteria)
    {
        foreach (var criterion in criteria)
        {
            if (criterion.Context is { } context)
            {
                expressions.ReadExpression(context);
            }
            _ = criterion.Type.Kind switch
            {
                ArazzoExpressionKind.JsonPath => (object?)expressions.ReadJsonPathCriterion(criterion.Condition),
                ArazzoExpressionKind.Regex => expressions.ReadRegex(criterion.Condition),
                ArazzoExpressionKind.XPath => expressions.ReadXPath(criterion.Condition),
                _ => expressions.ReadCondition(criterion.Condition),
            };
        }
    }

    private void ReadValue(Node node)
    {
        switch (node)
        {
            case ScalarNode { Kind: ScalarKind.String } scalar:
                expressions.ReadTemplate(scalar);
                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    ReadValue(item);
                }
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    ReadValue(entry.Value);
                }
                break;
        }
    }
}
