using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Arazzo.Generator.Tests.OpenApi.Differential;

/// <summary>One of several types that JSON tells apart, or that a tag does. By hand one would write a class around the value, with a converter that looks at the token.</summary>
/// <param name="ClassName">Of the class written by hand.</param>
/// <param name="Cases">At most one of each kind of JSON, and any number of objects, each with its <see cref="TagType"/>.</param>
internal sealed record UnionType(string ClassName, IReadOnlyList<RandomType> Cases) : RandomType
{
    public override JsonObject Schema() => new() { ["oneOf"] = new JsonArray([.. Cases.Select(static item => item.Schema())]) };

    public override string CSharp(StringBuilder classes)
    {
        var (factories, cases, objects) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (index, item) in Cases.Index())
        {
            var type = item.CSharp(classes);
            factories.Append(CultureInfo.InvariantCulture, $"    public static {ClassName} From{index}({type} value) => new(value);\n");
            var read = $"return new(JsonSerializer.Deserialize<{type}>(ref json, options)!);";
            switch (item)
            {
                case ObjectType { Properties: [{ Type: TagType tag }, ..] }:
                    objects.Append(CultureInfo.InvariantCulture, $"            if (tag == \"{tag.Value}\") {read}\n");
                    break;
                case ListType:
                    cases.Append(CultureInfo.InvariantCulture, $"            case JsonTokenType.StartArray: {read}\n");
                    break;
                case ScalarType { Type: "boolean" }:
                    cases.Append(CultureInfo.InvariantCulture, $"            case JsonTokenType.True or JsonTokenType.False: {read}\n");
                    break;
                case ScalarType scalar:
                    cases.Append(CultureInfo.InvariantCulture, $"            case JsonTokenType.{(scalar.Type == "string" ? "String" : "Number")}: {read}\n");
                    break;
            }
        }
        classes.Append(CultureInfo.InvariantCulture, $$"""
            [JsonConverter(typeof(Converter))]
            public sealed class {{ClassName}}
            {
                private {{ClassName}}(object value) => Value = value;
                public object Value { get; }
                public bool IsKnown => true;
            {{factories}}    private sealed class Converter : JsonConverter<{{ClassName}}>
                {
                    public override {{ClassName}} Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options)
                    {
                        switch (json.TokenType)
                        {
            {{cases}}            default:
                            var copy = json;
                            using (var document = JsonDocument.ParseValue(ref copy))
                            {
                                var tag = document.RootElement.GetProperty("tag").GetString();
            {{objects}}                    throw new JsonException();
                            }
                        }
                    }
                    public override void Write(Utf8JsonWriter json, {{ClassName}} value, JsonSerializerOptions options) => JsonSerializer.Serialize(json, value.Value, value.Value.GetType(), options);
                }
            }

            """);
        return ClassName;
    }

    public override Gen<object?> Values() => Gen.OneOf(Cases.Select(static (item, index) => item.Values().Select(value => (object?)new RandomChoice(index, value))));
}

/// <summary>The one value that tells an object from others.</summary>
internal sealed record TagType(string Value) : RandomType
{
    public override JsonObject Schema() => new() { ["type"] = "string", ["const"] = Value };

    public override string CSharp(StringBuilder classes) => "string";

    public override Gen<object?> Values() => Gen.Constant<object?>(Value);
}

/// <summary>A value of a union without a class.</summary>
/// <param name="Case">The case's position.</param>
/// <param name="Value">The value.</param>
internal sealed record RandomChoice(int Case, object? Value);
