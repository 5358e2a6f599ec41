using System.Text.Json.Nodes;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>Workflows on the kiln that jump, retry, poll, call each other and go on to each other, as chance has it.</summary>
internal sealed class RandomWorkflows(int seed)
{
    private readonly Random _random = new(seed);
    private const int DeepestCall = 3;

    // Those that others may call, and how deep each calls others.
    private readonly List<string> _workflows = [];
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>A document with as many workflows. Each calls none but those before it.</summary>
    public string Document(int count) => new JsonObject
    {
        ["arazzo"] = "1.1.0",
        ["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" },
        ["sourceDescriptions"] = new JsonArray(new JsonObject { ["name"] = "kiln", ["url"] = "kiln.yml", ["type"] = "openapi" }),
        ["workflows"] = new JsonArray([.. Enumerable.Range(0, count).Select(Workflow)]),
    }.ToJsonString(new() { WriteIndented = true });

    private JsonObject Workflow(int index)
    {
        var steps = new List<Step>();
        _depth = 0;
        var count = _random.Next(1, 5);
        for (var number = 0; number < count; number++)
        {
            steps.Add(new Step($"s{number}", Chance(3) && _workflows.Count > 0 ? Callee() : null, Pick("openSession", "fire", "look", "look", "cool")));
        }
        var dependencies = Chance(6) && _workflows.Count > 0 ? [Callee()] : Array.Empty<string>();
        var workflow = new JsonObject
        {
            ["workflowId"] = $"w{index}",
            ["inputs"] = JsonNode.Parse("""
                { "type": "object", "required": ["id", "key"],
                  "properties": { "id": { "type": "integer" }, "glaze": { "type": "string", "default": "celadon" }, "key": { "type": "string", "format": "password" } } }
                """),
            ["steps"] = new JsonArray([.. steps.Select((step, number) => Describe(step, steps, number, dependencies))]),
            ["outputs"] = new JsonObject(new[] { "id", "state", "token" }.Select(name => KeyValuePair.Create(name, (JsonNode?)Known(steps, name)))),
        };
        if (dependencies.Length > 0)
        {
            workflow["dependsOn"] = new JsonArray([.. dependencies.Select(static id => (JsonNode?)id)]);
        }
        _depths.Add($"w{index}", _depth);
        if (_depth < DeepestCall)
        {
            _workflows.Add($"w{index}");
        }
        return workflow;
    }

    private string Callee()
    {
        var callee = Pick(_workflows);
        _depth = Math.Max(_depth, _depths[callee] + 1);
        return callee;
    }

    /// <summary>What a workflow yields: an output of one of its steps, or an input.</summary>
    private string Known(List<Step> steps, string name) => steps.Where(step => step.Yields(name)).Select(step => $"$steps.{step.Id}.outputs.{name}").ToList() is { Count: > 0 } all ? Pick(all)
        : name == "id" ? "$inputs.id" : "$inputs.glaze";

    private JsonObject Describe(Step step, List<Step> steps, int number, string[] dependencies)
    {
        var node = new JsonObject { ["stepId"] = step.Id };
        var before = steps.Take(number).ToList();
        if (step.Workflow is { } workflow)
        {
            node["workflowId"] = workflow;
            node["parameters"] = Inputs(before, isAction: false);
            node["outputs"] = new JsonObject { ["id"] = "$outputs.id", ["state"] = Chance(2) ? "$outputs.state" : $"$workflows.{workflow}.outputs.state", ["token"] = "$outputs.token" };
        }
        else
        {
            node["operationId"] = step.Operation;
            Add(node, "timeout", Pick<int?>(null, null, 1500));
            var parameters = new JsonArray();
            if (step.Operation is "look" or "cool")
            {
                parameters.Add(Parameter("id", "path", Chance(3) ? 4 : Source(before, "id")));
            }
            if (Chance(2))
            {
                parameters.Add(Parameter("Authorization", "header", $"Bearer {{{Source(before, "token", "$inputs.key")}}}"));
            }
            node["parameters"] = parameters;
            if (step.Operation == "fire")
            {
                node["requestBody"] = new JsonObject { ["payload"] = new JsonObject { ["glaze"] = dependencies.Length > 0 && Chance(2) ? $"$workflows.{dependencies[0]}.outputs.state" : "$inputs.glaze" } };
            }
            node["outputs"] = step.Operation switch
            {
                "openSession" => new JsonObject { ["token"] = "$response.body#/token" },
                "cool" => new JsonObject { ["code"] = "$statusCode" },
                _ => new JsonObject { ["id"] = "$response.body#/id", ["state"] = "$response.body#/state" },
            };
        }
        var isCall = step.Workflow is not null;
        if (Chance(isCall ? 5 : 3))
        {
            node["successCriteria"] = new JsonArray(Criterion(isCall ? "$outputs.state != 'CRACKED'" : Pick($"$statusCode == {step.Status}", "$statusCode < 300", "$statusCode != 503")));
        }
        Add(node, "onSuccess", Actions(step, steps, number, isFailure: false));
        Add(node, "onFailure", Actions(step, steps, number, isFailure: true));
        return node;
    }

    private JsonArray Actions(Step step, List<Step> steps, int number, bool isFailure)
    {
        var actions = new JsonArray();
        var count = _random.Next(0, 4);
        for (var index = 0; index < count; index++)
        {
            var isLast = index == count - 1 && Chance(3);
            var type = isFailure ? Pick("retry", "retry", "end", "goto") : Pick("end", "goto", "goto");
            var action = new JsonObject { ["name"] = $"{(isFailure ? "f" : "a")}{index}", ["type"] = type };
            var target = type != "end" && Chance(4) && _workflows.Count > 0 ? Callee() : null;
            if (target is not null)
            {
                action["workflowId"] = target;
                action["parameters"] = Inputs(steps.Take(isFailure ? number : number + 1).ToList(), isAction: true, step, isFailure);
            }
            else if (type == "goto")
            {
                // Without a condition it must not lead back: there would be no end.
                var targets = steps.Where((_, other) => !isLast || other > number).ToList();
                if (targets.Count == 0)
                {
                    continue;
                }
                action["stepId"] = Pick(targets).Id;
            }
            else if (type == "retry" && Chance(4) && steps.Count > 1)
            {
                action["stepId"] = Pick(steps.Where(other => other != step).ToList()).Id;
            }
            if (type == "retry")
            {
                Add(action, "retryLimit", Pick<int?>(null, 0, 1, 2, 3));
                Add(action, "retryAfter", Pick<double?>(null, 1, 0.25));
            }
            if (!isLast)
            {
                action["criteria"] = new JsonArray(Criterion(Condition(step, isFailure)));
            }
            actions.Add(action);
        }
        return actions;
    }

    private string Condition(Step step, bool isFailure)
    {
        if (isFailure)
        {
            return Pick("$statusCode == 503", "$statusCode == 404", "$statusCode >= 500");
        }
        var state = Pick("HEATING", "DONE", "CRACKED");
        return step.Workflow is not null ? $"$outputs.state == '{state}'"
            : step.Operation is "fire" or "look" ? $"$response.body#/state == '{state}'"
            : step.Operation == "openSession" ? "$response.body#/token == 'again'" : "$statusCode == 202";
    }

    /// <summary>The inputs of a workflow; those of an action can come from the answer.</summary>
    private JsonArray Inputs(List<Step> before, bool isAction, Step? step = null, bool isFailure = false)
    {
        var id = isAction && !isFailure && step is { Workflow: null, Operation: "look" or "fire" } && Chance(2) ? "$response.body#/id" : Source(before, "id");
        var inputs = new JsonArray(Parameter("id", null, id), Parameter("key", null, Source(before, "token", "$inputs.key")));
        if (Chance(2))
        {
            inputs.Add(Parameter("glaze", null, Source(before, "state", "$inputs.glaze")));
        }
        return inputs;
    }

    private string Source(List<Step> before, string name, string? otherwise = null) =>
        before.Where(step => step.Yields(name)).ToList() is { Count: > 0 } all && Chance(2) ? $"$steps.{Pick(all).Id}.outputs.{name}" : otherwise ?? $"$inputs.{name}";

    private static JsonObject Parameter(string name, string? place, JsonNode value)
    {
        var parameter = new JsonObject { ["name"] = name };
        Add(parameter, "in", place);
        parameter["value"] = value;
        return parameter;
    }

    private static JsonObject Criterion(string condition) => new() { ["condition"] = condition };

    private static void Add(JsonObject node, string name, JsonNode? value)
    {
        if (value is not (null or JsonArray { Count: 0 }))
        {
            node[name] = value;
        }
    }

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Pick<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private sealed record Step(string Id, string? Workflow, string Operation)
    {
        public int Status => Operation switch { "fire" => 201, "cool" => 204, _ => 200 };

        public bool Yields(string name) => Workflow is not null || (name == "token" ? Operation == "openSession" : Operation is "fire" or "look");
    }
}
