namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class UndeclaredMemberTests
{
    private const string Json = "{\"a\":\"x\",\"b\":1,\"c\":2}";

    [Fact]
    public Task Members_that_no_schema_names__are_kept_unless_it_forbids_them() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("", Json, "item.AdditionalProperties![\"c\"].GetInt32() + item.AdditionalProperties.Count", "4"),
        Of("", "{\"a\":\"x\"}", "item.AdditionalProperties is null", "True"),
        Of("", "{\"a\":\"x\",\"n\":null,\"o\":{\"p\":[1.50,\"\\u00E9\"]},\"\":true}", "item.AdditionalProperties![\"o\"].GetProperty(\"p\")[0].GetRawText()", "1.50"),
        Of(", additionalProperties: {}", Json, "item.AdditionalProperties![\"c\"].GetInt32()", "2"),
        Of(", additionalProperties: {type: integer}", Json, "item.AdditionalProperties![\"c\"] + 1L", "3"),
        Of(", unevaluatedProperties: {type: integer}", Json, "item.AdditionalProperties![\"c\"] + 1L", "3"),
        Of(", additionalProperties: {type: [integer, 'null']}", "{\"b\":null}", "item.AdditionalProperties![\"b\"] is null", "True"),
        Of(", additionalProperties: {type: object, properties: {n: {type: integer}}}", "{\"b\":{\"n\":4}}", "item.AdditionalProperties![\"b\"].N", "4"),
        Of(", additionalProperties: false", Json, "typeof(Item8).GetProperty(\"AdditionalProperties\") is null", "True", "{\"a\":\"x\"}"),
        Of(", unevaluatedProperties: false", Json, "typeof(Item9).GetProperty(\"AdditionalProperties\") is null", "True", "{\"a\":\"x\"}"),
        Of(", additionalProperties: true, unevaluatedProperties: false", Json, "item.AdditionalProperties!.Count", "2"));

    [Fact]
    public Task Patterns__type_the_members_that_only_they_allow() => SchemaRow.VerifyAsync("3.1.0", "",
        Of(", patternProperties: {'^b': {type: integer}}, additionalProperties: false", Json, "item.AdditionalProperties![\"b\"] + 1L", "2"),
        Of(", patternProperties: {'^b': {type: integer}, '^c': {type: integer}}, additionalProperties: false", Json, "item.AdditionalProperties![\"c\"] + 1L", "3"),
        Of(", patternProperties: {'^b': {type: integer}}, additionalProperties: {type: integer}", Json, "item.AdditionalProperties![\"c\"] + 1L", "3"),
        Of(", patternProperties: {'^b': {type: integer}, '^c': {type: number}}, additionalProperties: false", Json, "item.AdditionalProperties![\"c\"].GetInt64()", "2"),
        Of(", patternProperties: {'^b': {type: integer}}", "{\"b\":1,\"z\":\"z\"}", "item.AdditionalProperties![\"z\"].GetString()", "z"),
        new("{type: object, properties: {v: {type: object, patternProperties: {'^b': {type: integer}}}}}", "{\"v\":{\"b\":1}}", "item.V![\"b\"] + 1L", "2"),
        new("{type: object, properties: {v: {patternProperties: {'^b': {type: integer}}, additionalProperties: false}}}", "{\"v\":{\"b\":1}}", "item.V![\"b\"] + 1L", "2"),
        new("{type: object, properties: {v: {type: object, patternProperties: {'^b': {type: integer}, '^c': {type: string}}}}}", "{\"v\":{\"b\":1,\"c\":\"x\"}}", "item.V![\"c\"].GetString()", "x"),
        new("{type: object, properties: {v: {type: object, propertyNames: {pattern: '^b'}, additionalProperties: {type: integer}}}}", "{\"v\":{\"b\":1}}", "item.V![\"b\"] + 1L", "2"));

    [Fact]
    public Task Parents__are_asked_only_when_the_schema_itself_says_nothing() => SchemaRow.VerifyAsync("3.1.0",
        """
            Open: {type: object, properties: {o: {type: string}}, additionalProperties: {type: integer}}
            Closed: {type: object, properties: {o: {type: string}}, additionalProperties: false}
            Silent: {type: object, properties: {o: {type: string}}}

        """,
        Child("Open", "", "item.AdditionalProperties![\"b\"] + 1L", "2"),
        Child("Open", ", additionalProperties: {}", "item.AdditionalProperties![\"b\"].GetInt64()", "1"),
        Child("Open", ", additionalProperties: false", "typeof(Item2).GetProperty(\"AdditionalProperties\") is null", "True", "{}"),
        Child("Closed", "", "typeof(Item3).GetProperty(\"AdditionalProperties\") is null", "True", "{}"),
        Child("Closed", ", additionalProperties: {type: integer}", "item.AdditionalProperties![\"b\"] + 1L", "2"),
        Child("Silent", "", "item.AdditionalProperties![\"b\"].GetInt64()", "1"),
        Child("Silent", ", unevaluatedProperties: false", "typeof(Item6).GetProperty(\"AdditionalProperties\") is null", "True", "{}"));

    [Fact]
    public Task Undeclared_members__are_set_and_written() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("", "{}", "(item.AdditionalProperties = new Dictionary<string, System.Text.Json.JsonElement> { [\"n\"] = System.Text.Json.JsonElement.Parse(\"[7]\") }).Count", "1", "{\"n\":[7]}"));

    private static SchemaRow Of(string keywords, string json, string expression, string expected, string? written = null) =>
        new($"{{type: object, properties: {{a: {{type: string}}}}{keywords}}}", json, expression, expected, written);

    private static SchemaRow Child(string parent, string keywords, string expression, string expected, string? written = null) =>
        new($"{{allOf: [{{$ref: '#/components/schemas/{parent}'}}], properties: {{a: {{type: string}}}}{keywords}}}", "{\"b\":1}", expression, expected, written);
}
