using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Arazzo.Generator.Tests.OpenApi.Differential;

/// <summary>A type as a schema, as the C# that one would write by hand, and as a generator of its values.</summary>
internal abstract record RandomType
{
    /// <summary>The schema in the terms of OpenAPI 3.1.</summary>
    public abstract JsonObject Schema();

    /// <summary>The type's name in C# written by hand. Classes that it needs are added to <paramref name="classes"/>.</summary>
    public abstract string CSharp(StringBuilder classes);

    /// <summary>Values: scalars as they are in C#, enums as what they are around, lists, dictionaries, and <see cref="RandomObject"/> for objects.</summary>
    public abstract Gen<object?> Values();
}

/// <param name="Type">The schema's <c>type</c>.</param>
/// <param name="Format">The schema's <c>format</c>.</param>
/// <param name="CSharpName">The C# type.</param>
/// <param name="Scalars">Its values.</param>
internal sealed record ScalarType(string Type, string? Format, string CSharpName, Gen<object?> Scalars) : RandomType
{
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Type };
        if (Format is not null)
        {
            schema["format"] = Format;
        }
        return schema;
    }

    public override string CSharp(StringBuilder classes) => CSharpName;

    public override Gen<object?> Values() => Scalars;
}

/// <summary>An open enum, which has values that the schema does not list, too. By hand one would write the type of the values.</summary>
internal sealed record EnumType(IReadOnlyList<JsonValue> Listed, ScalarType Of) : RandomType
{
    public override JsonObject Schema()
    {
        var schema = Of.Schema();
        schema["enum"] = new JsonArray([.. Listed.Select(static value => value.DeepClone())]);
        return schema;
    }

    public override string CSharp(StringBuilder classes) => Of.CSharp(classes);

    public override Gen<object?> Values() => Gen.Frequency(
        (3, Gen.Elements(Listed.Select(static value => value.TryGetValue<string>(out var text) ? text : (object?)value.GetValue<long>()))),
        (1, Of.Values()));
}

internal sealed record ListType(RandomType Item, bool HasNulls) : RandomType
{
    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = HasNulls ? OrNull(Item.Schema()) : Item.Schema() };

    public override string CSharp(StringBuilder classes) => $"List<{Item.CSharp(classes)}{(HasNulls ? "?" : "")}>";

    public override Gen<object?> Values() => (HasNulls ? Gen.Frequency((4, Item.Values()), (1, Gen.Constant<object?>(null))) : Item.Values())
        .ListOf().Select(static list => (object?)list.ToList()).Resize(3);

    /// <summary>The schema with null as a value.</summary>
    public static JsonObject OrNull(JsonObject schema)
    {
        if (schema["oneOf"] is JsonArray branches)
        {
            branches.Add(new JsonObject { ["type"] = "null" });
            return schema;
        }
        schema["type"] = new JsonArray(schema["type"]!.GetValue<string>(), "null");
        if (schema["enum"] is JsonArray values)
        {
            values.Add((JsonNode?)null);
        }
        return schema;
    }
}

internal sealed record MapType(RandomType Value) : RandomType
{
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = Value.Schema() };

    public override string CSharp(StringBuilder classes) => $"Dictionary<string, {Value.CSharp(classes)}>";

    public override Gen<object?> Values() =>
        from names in RandomTypes.Text.ListOf().Resize(4)
        from values in Value.Values().ListOf(names.Count)
        select (object?)names.Zip(values).DistinctBy(static pair => pair.First).ToDictionary(static pair => pair.First, static pair => pair.Second);
}

/// <param name="Name">As in JSON.</param>
internal sealed record Property(string Name, RandomType Type, bool IsRequired, bool IsNullable);

/// <param name="ClassName">Of the class written by hand.</param>
/// <param name="Properties">In the order in which they are written.</param>
/// <param name="KeepsOthers">Whether members without a declaration are kept.</param>
internal sealed record ObjectType(string ClassName, IReadOnlyList<Property> Properties, bool KeepsOthers) : RandomType
{
    public override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Properties.Select(static property =>
                KeyValuePair.Create<string, JsonNode?>(property.Name, property.IsNullable ? ListType.OrNull(property.Type.Schema()) : property.Type.Schema()))),
        };
        if (Properties.Any(static property => property.IsRequired))
        {
            schema["required"] = new JsonArray([.. Properties.Where(static property => property.IsRequired).Select(static property => JsonValue.Create(property.Name))]);
        }
        if (!KeepsOthers)
        {
            schema["additionalProperties"] = false;
        }
        return schema;
    }

    public override string CSharp(StringBuilder classes)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"public sealed class {ClassName}\n{{\n");
        foreach (var (index, property) in Properties.Index())
        {
            var type = property.Type.CSharp(classes);
            var (attribute, declared) = (property.IsRequired, property.IsNullable) switch
            {
                (true, false) => ("", type),
                (true, true) => ("", type + "?"),
                (false, false) => (", JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)", type + "?"),
                _ => (", JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)", $"Maybe<{type}?>"),
            };
            var name = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(property.Name, quote: true);
            text.Append(CultureInfo.InvariantCulture, $"    [JsonPropertyName({name}){attribute}] public {declared} P{index} {{ get; set; }} = default!;\n");
        }
        if (KeepsOthers)
        {
            text.Append("    [JsonExtensionData] public Dictionary<string, JsonElement>? Others { get; set; }\n");
        }
        classes.Append(text).Append("}\n");
        return ClassName;
    }

    public override Gen<object?> Values() =>
        from properties in Gen.CollectToArray(Properties, static property => Gen.Frequency(
            (4, property.Type.Values()), (property.IsNullable ? 1 : 0, Gen.Constant<object?>(null)), (property.IsRequired ? 0 : 1, Gen.Constant<object?>(RandomObject.Absent))))
        from others in (KeepsOthers ? RandomTypes.Text : Gen.Constant("")).ListOf(KeepsOthers ? 2 : 0)
        from values in Gen.Elements("null", "true", "[]", "{\"a\":[1.50]}", "\"\\u00E9\"", "-0.0", "12345678901234567890").ListOf(others.Count)
        select (object?)new RandomObject(
            properties, others.Zip(values).Where(pair => Properties.All(property => property.Name != pair.First)).DistinctBy(static pair => pair.First).ToDictionary(static pair => pair.First, static pair => pair.Second));
}
