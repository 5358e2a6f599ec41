using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Makes inputs as their schema has them, fit for what they are used for.</summary>
internal static class InputMaker
{
    /// <summary>The inputs, and those that are not given as their schema says.</summary>
    public static JsonObject WithDefaults(Flow flow, JsonObject inputs)
    {
        var all = inputs.DeepClone().AsObject();
        foreach (var (name, schema) in (flow.Inputs?.Together() ?? []).SelectMany(static part => part.Raw("properties")?.Members ?? []).Where(property => !all.ContainsKey(property.Name)))
        {
            all[name] = schema.Together().Select(static part => part.Raw("default")?.Node).FirstOrDefault(static value => value is not null)?.DeepClone();
        }
        return all;
    }

    public static JsonObject Make(Flow flow, Demands demands, Secrets secrets, IReadOnlyList<Assignment> presets, bool onlyRequired = false)
    {
        var inputs = new JsonObject();
        var required = (flow.Inputs?.Together() ?? []).SelectMany(static part => part.Raw("required")?.Node as JsonArray ?? []).Select(Json.Text).ToHashSet();
        foreach (var (name, schema) in (flow.Inputs?.Together() ?? []).SelectMany(static part => part.Raw("properties")?.Members ?? []))
        {
            if (!onlyRequired || required.Contains(name))
            {
                inputs[name] = ValueMaker.Make(schema, name, Direction.Request);
            }
        }
        foreach (var (place, wanted) in demands.Of(PlaceKind.Input, "").Where(pair => inputs.ContainsKey(pair.Place.Tokens[0])))
        {
            var own = SchemaKeywords.At(flow.Inputs, place.Tokens);
            Assignment.Put(
                inputs, flow.Inputs, place.Tokens, 0, (_, value) => Demands.Satisfy(value, own, wanted, place.Tokens[^1], Direction.Request), Direction.Request);
        }
        foreach (var name in secrets.Inputs.Where(inputs.ContainsKey).ToList())
        {
            JsonNode secret = Secrets.Mark + name;
            inputs[name] = SchemaValidator.Accepts(SchemaKeywords.At(flow.Inputs, [name]), secret, Direction.Request) ? secret : inputs[name]?.DeepClone();
        }
        foreach (var preset in presets.Where(static preset => preset.Place.Kind == PlaceKind.Input))
        {
            preset.Apply(inputs, flow.Inputs, Direction.Request);
        }
        return inputs;
    }
}
