using System.Collections.Immutable;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Steps and request bodies.</summary>
internal sealed partial class ArazzoReader
{
    private static readonly ImmutableArray<string> Targets = ["operationId", "operationPath", "workflowId", "channelPath"];
    private static readonly ImmutableArray<KeyValuePair<string, bool>> MessageActions = [new("send", false), new("receive", true)];

    private ImmutableArray<ArazzoStep> ReadSteps(MappingNode workflow, string workflowId)
    {
        var steps = ImmutableArray.CreateBuilder<ArazzoStep>();
        var ids = new NameTable(this, "stepId");
        foreach (var node in RequireObjects(workflow, "steps", $"The workflow '{workflowId}'"))
        {
            if (ReadStep(node, workflowId) is { } step && ids.Add(step.StepId))
            {
                steps.Add(step);
            }
        }
        return steps.ToImmutable();
    }

    private ArazzoStep? ReadStep(MappingNode node, string workflowId)
    {
        CheckFields(node, "a step",
        [
            "stepId", "description", "operationId", "operationPath", "channelPath", "workflowId", "parameters", "requestBody", "successCriteria",
            "onSuccess", "onFailure", "outputs", "timeout", "correlationId", "action", "dependsOn",
        ]);
        if (RequireString(node, "stepId", "This step") is not { } id)
        {
            return null;
        }
        CheckIdentifier(id, "a step");
        CheckTarget(node, id);
        CheckMessaging(node, id, workflowId);
        CheckNotEmpty(node, "successCriteria", ", or leave it out: then any 2xx status is a success");
        CheckNotEmpty(node, "dependsOn", ", or leave it out");
        CheckVersion11(node, "timeout");
        CheckVersion11(node, "dependsOn");
        return new ArazzoStep
        {
            Node = node,
            StepId = id,
            Description = ReadString(node, "description"),
            OperationId = RequireIfPresent(node, "operationId"),
            OperationPath = RequireIfPresent(node, "operationPath"),
            WorkflowId = RequireIfPresent(node, "workflowId"),
            ChannelPath = RequireIfPresent(node, "channelPath"),
            Parameters = ReadParameters(node, node["workflowId"] is null ? ParameterUse.Operation : ParameterUse.Anywhere),
            RequestBody = ReadRequestBody(node),
            SuccessCriteria = ReadCriteria(node, "successCriteria"),
            OnSuccess = ReadActions(node, "onSuccess", ActionList.Success),
            OnFailure = ReadActions(node, "onFailure", ActionList.Failure),
            Outputs = ReadOutputs(node),
            Timeout = ReadNumber(node, "timeout", 0, int.MaxValue, whole: true, "a whole number of milliseconds") is { } timeout
                ? TimeSpan.FromMilliseconds((double)timeout)
                : null,
            DependsOn = ReadStepDependencies(node),
        };
    }

    private ScalarNode? RequireIfPresent(MappingNode node, string field) => node[field] is null ? null : RequireString(node, field, "");

    private void CheckTarget(MappingNode node, ScalarNode id)
    {
        MappingEntry? target = null;
        foreach (var field in Targets)
        {
            if (node.Find(field) is not { } entry)
            {
                continue;
            }
            if (target is not null)
            {
                Fault(DiagnosticDescriptors.ArazzoSeveralTargets, entry.Key.Range, id.Text, field, target.Key.Text);
            }
            target ??= entry;
        }
        if (target is null)
        {
            Fault(DiagnosticDescriptors.ArazzoNoTarget, id.Range.FirstLine, id.Text);
        }
        else if (target.Key.Text == "workflowId" && node.Find("requestBody") is { } body)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldNotAllowed, body.Key.Range, "requestBody", "a step that calls a workflow sends no request: its inputs are its parameters");
        }
    }

    /// <summary>AsyncAPI (1.1): checked as far as the specification goes, and not supported.</summary>
    private void CheckMessaging(MappingNode node, ScalarNode id, string workflowId)
    {
        var isReceive = ReadChoice<bool>(node, "action", MessageActions);
        if ((node.Find("channelPath") ?? node.Find("action") ?? node.Find("correlationId")) is not { } messaging)
        {
            return;
        }
        if (node["workflowId"] is not null || node["operationPath"] is not null)
        {
            if (messaging.Key.Text != "channelPath")
            {
                Fault(DiagnosticDescriptors.ArazzoFieldNotAllowed, messaging.Key.Range, messaging.Key.Text, "the step does not call an operation of AsyncAPI");
            }
            return;
        }
        if (node.Find("correlationId") is { } correlation && isReceive != true)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldNotAllowed, correlation.Key.Range, "correlationId", "only a step with 'action: receive' waits for a message");
        }
        if (messaging.Key.Text == "channelPath" && node["action"] is null)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, messaging.Key.Range, $"The step '{id.Text}' has a 'channelPath' but", "action");
        }
        Fault(DiagnosticDescriptors.ArazzoAsyncApi, messaging.Key.Range, id.Text, messaging.Key.Text, workflowId);
    }

    /// <summary>Step ids, and steps of other workflows by a runtime expression.</summary>
    private ImmutableArray<ScalarNode> ReadStepDependencies(MappingNode node)
    {
        var dependencies = ReadStrings(node, "dependsOn");
        foreach (var dependency in dependencies)
        {
            if (dependency.Text.StartsWith("$", StringComparison.Ordinal)
                && RuntimeExpressionParser.Parse(dependency.Text).Value is not (WorkflowStepExpression or SourceDescriptionExpression))
            {
                Fault(DiagnosticDescriptors.ArazzoInvalidReference, dependency.Range.FirstLine, dependency.Text,
                    "a stepId, '$workflows.id.steps.id' or '$sourceDescriptions.name.id.steps.id'");
            }
        }
        return dependencies;
    }

    private ArazzoRequestBody? ReadRequestBody(MappingNode step)
    {
        if (ReadMapping(step, "requestBody") is not { } node)
        {
            return null;
        }
        CheckFields(node, "a request body", ["contentType", "payload", "replacements"]);
        return new ArazzoRequestBody
        {
            Node = node,
            ContentType = ReadString(node, "contentType"),
            Payload = node["payload"],
            Replacements = [.. ReadObjects(node, "replacements").Select(ReadReplacement).OfType<ArazzoPayloadReplacement>()],
        };
    }

    private ArazzoPayloadReplacement? ReadReplacement(MappingNode node)
    {
        CheckFields(node, "a payload replacement", ["target", "targetSelectorType", "value"]);
        CheckVersion11(node, "targetSelectorType");
        var target = RequireString(node, "target", "This replacement");
        var type = node["targetSelectorType"] is null ? null : ReadExpressionType(node, "targetSelectorType", SelectorKinds);
        return RequireValue(node, "This replacement") is { } value && target is not null
            ? new ArazzoPayloadReplacement { Node = node, Target = target, TargetSelectorType = type, Value = value, Selector = ReadPossibleSelector(value) }
            : null;
    }
}
