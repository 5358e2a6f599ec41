using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Reads workflows.</summary>
internal sealed class FlowReader
{
    private const string Qualified = "$sourceDescriptions.";

    private readonly Spec _document;
    private readonly List<(string Name, Api Api)> _sources = [];

    private FlowReader(Spec document, IReadOnlyDictionary<string, Api> apis)
    {
        _document = document;
        foreach (var source in document.Raw("sourceDescriptions")?.Items ?? [])
        {
            if (document.Set.Find(document.File, source.Text("url") ?? "") is { } found && apis.TryGetValue(found.File, out var api))
            {
                _sources.Add((source.Text("name") ?? "", api));
            }
        }
    }

    public static IReadOnlyList<Flow> Read(SpecificationSet set)
    {
        var apis = set.Documents.Where(Api.IsDocument).ToDictionary(static root => root.File, static root => new Api(root), StringComparer.Ordinal);
        var flows = new List<Flow>();
        flows.AddRange(set.Documents.Where(static root => root.Text("arazzo") is not null).SelectMany(document => new FlowReader(document, apis).Flows(flows)));
        return flows;
    }

    private IEnumerable<Flow> Flows(IReadOnlyList<Flow> all) => (_document.Raw("workflows")?.Items ?? []).Select(workflow => new Flow(
        _document, workflow.Text("workflowId") ?? "", workflow["inputs"],
        [.. (workflow.Raw("steps")?.Items ?? []).Select(step => Step(workflow, step))],
        Outputs(workflow), [.. _sources.Select(static source => source.Api)])
    {
        All = all,
        DependsOn = [.. (workflow.Raw("dependsOn")?.Items ?? []).Select(static item => Json.Text(item.Node)).OfType<string>()],
    });

    private FlowStep Step(Spec workflow, Spec step) => new(
        step.Text("stepId") ?? "",
        Operation(step),
        step.Text("workflowId"),
        [.. Reusables(step, "parameters", Parameter).Concat(Reusables(workflow, "parameters", Parameter)).DistinctBy(static parameter => (parameter.Name, parameter.In))],
        step.Raw("requestBody"),
        Criteria(step, "successCriteria"),
        [.. Reusables(step, "onSuccess", Action).Concat(Reusables(workflow, "successActions", Action)).DistinctBy(static action => action.Name)],
        [.. Reusables(step, "onFailure", Action).Concat(Reusables(workflow, "failureActions", Action)).DistinctBy(static action => action.Name)],
        Outputs(step))
    {
        Timeout = TimeSpan.FromMilliseconds(step.Number("timeout") ?? 100_000),
    };

    private ApiOperation? Operation(Spec step)
    {
        if (step.Text("operationId") is { } id)
        {
            var source = id.StartsWith(Qualified, StringComparison.Ordinal)
                ? _sources.Find(source => id[Qualified.Length..].StartsWith(source.Name + ".", StringComparison.Ordinal))
                : default;
            return source.Api is { } api
                ? api.FindById(id[(Qualified.Length + source.Name.Length + 1)..])
                : _sources.Select(pair => pair.Api.FindById(id)).FirstOrDefault(static operation => operation is not null);
        }
        return step.Text("operationPath") is { } path && OperationPathParser.Parse(path).Value is { } place && place.Pointer.Tokens.Count == 3
            ? _sources.Find(source => source.Name == place.SourceName).Api?.FindByPath(place.Pointer.Tokens[1], place.Pointer.Tokens[2])
            : null;
    }

    private List<T> Reusables<T>(Spec owner, string field, Func<Spec, Spec?, T> read) => [.. (owner.Raw(field)?.Items ?? []).Select(item =>
        item.Text("reference") is { } reference && Component(reference) is { } component ? read(component, item) : read(item, null))];

    private Spec? Component(string reference)
    {
        var parts = reference.Split('.', 3);
        return parts.Length == 3 ? _document.Raw("components")?.Raw(parts[1])?.Raw(parts[2]) : null;
    }

    private static FlowParameter Parameter(Spec parameter, Spec? reference) =>
        new(parameter.Text("name") ?? "", parameter.Text("in"), (reference?.Raw("value") ?? parameter.Raw("value"))?.Node);

    private FlowAction Action(Spec action, Spec? reference) => new(
        action.Text("name") ?? "", action.Text("type") ?? "end", action.Text("stepId"), action.Text("workflowId"), (int)(action.Number("retryLimit") ?? 1), action.Number("retryAfter") ?? 0, Criteria(action, "criteria"),
        Reusables(action, "parameters", Parameter));

    private static List<FlowCriterion> Criteria(Spec owner, string field) => [.. (owner.Raw(field)?.Items ?? []).Select(static item => new FlowCriterion(
        item.Text("condition") ?? "", item.Text("context"), item.Text("type") ?? item.Raw("type")?.Text("type") ?? "simple"))];

    private static Dictionary<string, JsonNode?> Outputs(Spec owner) =>
        (owner.Raw("outputs")?.Members ?? []).ToDictionary(static pair => pair.Name, static pair => pair.Value.Node, StringComparer.Ordinal);
}
