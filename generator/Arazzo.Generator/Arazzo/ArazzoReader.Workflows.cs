using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Workflows, their outputs, and the components.</summary>
internal sealed partial class ArazzoReader
{
    private ImmutableArray<ArazzoWorkflow> ReadWorkflows(MappingNode root)
    {
        var workflows = ImmutableArray.CreateBuilder<ArazzoWorkflow>();
        var ids = new NameTable(this, "workflowId");
        foreach (var node in RequireObjects(root, "workflows", "The document"))
        {
            if (ReadWorkflow(node) is { } workflow && ids.Add(workflow.WorkflowId))
            {
                workflows.Add(workflow);
            }
        }
        return workflows.ToImmutable();
    }

    private ArazzoWorkflow? ReadWorkflow(MappingNode node)
    {
        var faults = _faults;
        CheckFields(node, "a workflow",
            ["workflowId", "summary", "description", "inputs", "dependsOn", "steps", "successActions", "failureActions", "outputs", "parameters"]);
        if (RequireString(node, "workflowId", "This workflow") is not { } id)
        {
            return null;
        }
        CheckIdentifier(id, "a workflow");
        return new ArazzoWorkflow
        {
            Node = node,
            WorkflowId = id,
            Summary = ReadString(node, "summary"),
            Description = ReadString(node, "description"),
            Inputs = ReadSchema(node.Find("inputs")),
            DependsOn = ReadStrings(node, "dependsOn"),
            Steps = ReadSteps(node, id.Text),
            SuccessActions = ReadActions(node, "successActions", ActionList.Success),
            FailureActions = ReadActions(node, "failureActions", ActionList.Failure),
            Outputs = ReadOutputs(node),
            Parameters = ReadParameters(node, ParameterUse.Anywhere),
            IsSound = _faults == faults,
        };
    }

    /// <summary>A JSON Schema: what it says is for the schema reader.</summary>
    private Node? ReadSchema(MappingEntry? entry)
    {
        if (entry is null or { Value: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } })
        {
            return entry?.Value;
        }
        Fault(DiagnosticDescriptors.ArazzoWrongKind, entry.Value.Range.FirstLine, entry.Key.Text, "a JSON Schema", entry.Value.Describe());
        return null;
    }

    private ImmutableArray<ArazzoOutput> ReadOutputs(MappingNode node)
    {
        var outputs = ImmutableArray.CreateBuilder<ArazzoOutput>();
        foreach (var entry in ReadEntries(node, "outputs"))
        {
            CheckKey(entry.Key, "an output");
            if (entry.Value is ScalarNode { IsNull: false })
            {
                outputs.Add(new ArazzoOutput(entry.Key, entry.Value, null));
            }
            else if (entry.Value is not MappingNode mapping)
            {
                Fault(DiagnosticDescriptors.ArazzoWrongKind, entry.Value.Range.FirstLine, entry.Key.Text, "a runtime expression", entry.Value.Describe());
            }
            else if (ReadSelector(mapping, $"The output '{entry.Key.Text}'") is { } selector)
            {
                outputs.Add(new ArazzoOutput(entry.Key, mapping, selector));
            }
        }
        return outputs.ToImmutable();
    }

    private ArazzoComponents ReadComponents(MappingNode root)
    {
        if (ReadMapping(root, "components") is not { } node)
        {
            return new ArazzoComponents();
        }
        CheckFields(node, "the components", ["inputs", "parameters", "successActions", "failureActions"]);
        foreach (var entry in ReadEntries(node, "inputs"))
        {
            CheckKey(entry.Key, "a component");
        }
        return new ArazzoComponents
        {
            Inputs = [.. ReadEntries(node, "inputs").Where(entry => ReadSchema(entry) is not null)],
            Parameters = ReadComponents(node, "parameters", mapping => ReadParameter(mapping, ParameterUse.Anywhere)),
            SuccessActions = ReadComponents(node, "successActions", mapping => ReadAction(mapping, ActionList.Success)),
            FailureActions = ReadComponents(node, "failureActions", mapping => ReadAction(mapping, ActionList.Failure)),
        };
    }

    private ImmutableArray<ArazzoComponent<T>> ReadComponents<T>(MappingNode node, string field, Func<MappingNode, T?> read)
        where T : ArazzoObject
    {
        var components = ImmutableArray.CreateBuilder<ArazzoComponent<T>>();
        foreach (var entry in ReadEntries(node, field))
        {
            CheckKey(entry.Key, "a component");
            if (entry.Value is not MappingNode mapping)
            {
                Fault(DiagnosticDescriptors.ArazzoWrongKind, entry.Value.Range.FirstLine, entry.Key.Text, "a mapping", entry.Value.Describe());
            }
            else if (read(mapping) is { } value)
            {
                components.Add(new ArazzoComponent<T>(entry.Key, value));
            }
        }
        return components.ToImmutable();
    }
}
