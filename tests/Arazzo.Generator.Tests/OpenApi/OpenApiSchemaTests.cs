using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.OpenApi.OpenApiTest;

namespace Arazzo.Generator.Tests.OpenApi;

public class OpenApiSchemaTests
{
    [Theory]
    [InlineData("3.1.0", "type: string", SchemaTypes.String, false)]
    [InlineData("3.1.0", "type: [string, 'null']", SchemaTypes.String | SchemaTypes.Null, true)]
    [InlineData("3.1.0", "type: [string, null]", SchemaTypes.String | SchemaTypes.Null, true)]
    [InlineData("3.1.0", "type: null", SchemaTypes.Null, true)]
    [InlineData("3.1.0", "type: 'null'", SchemaTypes.Null, true)]
    [InlineData("3.1.0", "type: [integer, string]", SchemaTypes.Integer | SchemaTypes.String, false)]
    [InlineData("3.1.0", "type: string\nnullable: true", SchemaTypes.String | SchemaTypes.Null, true)]
    [InlineData("3.0.3", "type: string\nnullable: true", SchemaTypes.String | SchemaTypes.Null, true)]
    [InlineData("3.0.3", "type: string\nnullable: false", SchemaTypes.String, false)]
    [InlineData("3.0.3", "type: [string, 'null']", SchemaTypes.String | SchemaTypes.Null, true)]
    [InlineData("3.0.3", "nullable: true\nenum: [a]", SchemaTypes.None, true)]
    [InlineData("3.0.3", "$ref: '#/x'\nnullable: true", SchemaTypes.None, true)]
    [InlineData("3.0.3", "{}", SchemaTypes.None, false)]
    public void Types__are_those_of_3_1_in_every_version(string version, string yaml, object types, bool nullable)
    {
        var schema = Schema(yaml, version);

        Assert.Equal(((SchemaTypes)types, nullable), (schema.Types, schema.Nullable));
    }

    [Theory]
    [InlineData("3.0.3", "minimum: 1\nexclusiveMinimum: true", null, "1")]
    [InlineData("3.0.3", "minimum: 1\nexclusiveMinimum: false", "1", null)]
    [InlineData("3.1.0", "exclusiveMinimum: 1", null, "1")]
    [InlineData("3.1.0", "minimum: 1\nexclusiveMinimum: true", null, "1")]
    [InlineData("3.0.3", "minimum: 0\nexclusiveMinimum: 1.5", "0", "1.5")]
    public void Exclusive_bound__is_a_number_in_every_version(string version, string yaml, string? minimum, string? exclusiveMinimum)
    {
        var validation = Schema(yaml, version).Validation!;

        Assert.Equal((minimum, exclusiveMinimum), (validation.Minimum?.Text, validation.ExclusiveMinimum?.Text));
    }

    [Theory]
    [InlineData("example: 1", "1")]
    [InlineData("examples: [1, a]", "1,\"a\"")]
    [InlineData("example: null\nexamples: [2]", "null,2")]
    [InlineData("examples:\n  one: {value: 1}\n  two: {summary: none}", "1")]
    public void Examples__are_gathered(string yaml, string expected)
    {
        Assert.Equal(expected, string.Join(",", Schema(yaml).Examples.Select(NodeJson.Write)));
    }

    [Fact]
    public void Everything_that_a_schema_says__is_kept()
    {
        var schema = Schema("""
            $id: urn:s
            $anchor: here
            title: T
            description: D
            type: object
            format: f
            deprecated: true
            required: [b, a]
            properties:
              b: {readOnly: true, default: null}
              a: true
              $ref: {type: string}
            patternProperties: {'^x': {type: integer}}
            additionalProperties: false
            propertyNames: {pattern: x}
            minProperties: 1
            maxProperties: 99999999999999999999999
            discriminator: {propertyName: b, mapping: {x: '#/x'}}
            $defs: {inner: {const: 1}}
            x-enum-varnames: [One]
            """);

        Assert.Equal(("urn:s", "here", "T", "D", "f"), (schema.Id, schema.Anchor, schema.Title, schema.Description, schema.Format));
        Assert.True(schema.Deprecated);
        Assert.Equal(["b", "a", "$ref"], schema.Properties.Select(static property => property.Name));
        Assert.True(schema.Properties["b"]!.ReadOnly);
        Assert.True(Assert.IsType<ScalarNode>(schema.Properties["b"]!.Default).IsNull);
        Assert.True(schema.Properties["a"]!.BooleanValue);
        Assert.True(schema.Requires("b") && schema.Requires("a") && !schema.Requires("c"));
        Assert.False(schema.AdditionalProperties!.BooleanValue);
        Assert.Equal(SchemaTypes.Integer, schema.PatternProperties["^x"]!.Types);
        Assert.Equal("x", schema.PropertyNames!.Validation!.Pattern);
        Assert.Equal((1L, long.MaxValue), (schema.Validation!.MinProperties, schema.Validation.MaxProperties));
        Assert.Equal("#/x", schema.Discriminator!.Mapping["x"]!.Text);
        Assert.Equal("1", NodeJson.Write(schema.Definitions["inner"]!.Const!));
        Assert.Equal("""["One"]""", NodeJson.Write(schema.Extension("x-enum-varnames")!));
    }

    [Theory]
    [InlineData("items: {type: string}", true, 0)]
    [InlineData("prefixItems: [{}, {}]\nitems: false", true, 2)]
    [InlineData("items: [{}, {}]\nadditionalItems: {}", true, 2)]
    [InlineData("items: [{}]", false, 1)]
    public void Items_and_tuples__are_those_of_2020_12(string yaml, bool hasItems, int prefixItems)
    {
        var schema = Schema(yaml);

        Assert.Equal((hasItems, prefixItems), (schema.Items is not null, schema.PrefixItems.Length));
    }

    [Fact]
    public void Siblings_of_a_reference__count_in_3_1_and_only_annotate_in_3_0()
    {
        const string Yaml = "$ref: '#/components/schemas/T'\ndescription: mine\nproperties: {a: {}}";

        Assert.Equal(("mine", 1), (Schema(Yaml).Description, Schema(Yaml).Properties.Count));
        Assert.Equal(("mine", 0), (Schema(Yaml, "3.0.0").Description, Schema(Yaml, "3.0.0").Properties.Count));
        Assert.Equal("5:13-5:37", Assert.Single(Schema(Yaml).AllOf).Reference!.Range.ToString());
        Assert.Null(Schema(Yaml).Reference);
        Assert.Equal("5:13-5:37", Schema(Yaml, "3.0.0").Reference!.Range.ToString());
    }

    [Theory]
    [InlineData("common.yaml#/Error", "common.yaml", "/Error")]
    [InlineData("#/a", "", "/a")]
    [InlineData("other.yaml", "other.yaml", "")]
    [InlineData("#anchor", "", "anchor")]
    public void Reference__has_a_document_and_a_fragment(string text, string document, string fragment)
    {
        var reference = new OpenApiReference(text, default);

        Assert.Equal((document, fragment), (reference.Document, reference.Fragment));
    }

    [Theory]
    [InlineData("type: strin", "ARZ0103 5:13-5:18")]
    [InlineData("type: [string, date]", "ARZ0103 5:22-5:26")]
    [InlineData("type: {a: b}", "ARZ0101 5:13-5:19")]
    [InlineData("properties: [a]", "ARZ0101 5:19-5:22")]
    [InlineData("properties: {a: text}", "ARZ0101 5:23-5:27")]
    [InlineData("required: true", "ARZ0101 5:17-5:21")]
    [InlineData("required: [[a]]", "ARZ0101 5:18-5:21")]
    [InlineData("enum: a", "ARZ0101 5:13-5:14")]
    [InlineData("minLength: -1", "ARZ0101 5:18-5:20")]
    [InlineData("minLength: many", "ARZ0101 5:18-5:22")]
    [InlineData("deprecated: soon", "ARZ0101 5:19-5:23")]
    [InlineData("allOf: {}", "ARZ0101 5:14-5:16")]
    [InlineData("discriminator: {}", "ARZ0102 5:22-5:24")]
    [InlineData("$ref: [a]", "ARZ0101 5:13-5:16")]
    public void Malformed_keyword__is_reported_at_its_place_and_the_rest_is_read(string yaml, string expected)
    {
        var (document, diagnostics) = TryRead($"openapi: 3.1.0\ncomponents:\n  schemas:\n    S:\n      {yaml}\n      title: T\n");

        Assert.Equal([expected], diagnostics);
        Assert.Equal("T", document!.Components.Schemas["S"]!.Title);
    }

    [Fact]
    public void Empty_keyword__is_absent()
    {
        var schema = Schema("description:\nproperties:\nrequired:\nitems:\nenum:\n$ref:\ntype:\nminimum:");

        Assert.Null(schema.Description);
        Assert.Null(schema.Items);
        Assert.Null(schema.Reference);
        Assert.Equal(SchemaTypes.None, schema.Types);
    }
}
