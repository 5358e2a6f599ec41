namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary><c>allOf</c> that composes no new object.</summary>
public sealed class CompositionTests
{
    private const string Others = """
            Pet: { type: object, required: [name], properties: { name: { type: string } } }
            Color: { type: string, enum: [red, blue] }
            Text: { type: string }
            Maybe: { type: [string, 'null'] }

        """;

    [Fact]
    public Task Scalars__are_what_they_say_together() => SchemaRow.VerifyAsync("3.1.0", Others,
        Of("allOf: [{type: string}, {enum: [a, b]}]", "\"b\"", "item.V == Item0V.B", "True"),
        Of("allOf: [{$ref: '#/components/schemas/Text'}, {enum: [a, b]}]", "\"b\"", "item.V == Item1V.B", "True"),
        Of("allOf: [{enum: [1, 2]}, {type: integer}]", "2", "item.V == Item2V._2", "True"),
        Of("allOf: [{type: integer}, {format: int32}]", "7", "(int)item.V!", "7"),
        Of("allOf: [{type: number}, {type: integer}]", "7", "(long)item.V!", "7"),
        Of("type: string, format: uuid, allOf: [{minLength: 1}]", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "((Guid)item.V!).ToString(\"N\")[0]", "0"),
        Of("allOf: [{type: string}, {format: date}]", "\"2026-01-02\"", "((DateOnly)item.V!).Day", "2"),
        Of("allOf: [{type: string, enum: [a, b, c]}, {type: string, enum: [b, c, d]}]", "\"c\"", "item.V == Item7V.C && item.V != Item7V.B && typeof(Item7V).GetProperty(\"A\") is null", "True"),
        Of("allOf: [{type: string}, {minLength: 2}, {description: Text}]", "\"x\"", "(string)item.V!", "x"));

    [Fact]
    public Task Reference_beside_what_says_nothing_of_the_type__is_the_references_type() => SchemaRow.VerifyAsync("3.1.0", Others,
        Of("allOf: [{$ref: '#/components/schemas/Pet'}, {description: The pet.}]", "{\"name\":\"Rex\"}", "((Pet)item.V!).Name", "Rex"),
        Of("allOf: [{type: object}, {$ref: '#/components/schemas/Pet'}]", "{\"name\":\"Rex\"}", "((Pet)item.V!).Name", "Rex"),
        Of("type: object, title: A pet, allOf: [{$ref: '#/components/schemas/Pet'}, {example: {name: A}}]", "{\"name\":\"Rex\"}", "((Pet)item.V!).Name", "Rex"),
        Of("allOf: [{$ref: '#/components/schemas/Color'}, {default: red, description: Color}]", "\"blue\"", "((Color)item.V!) == Color.Blue", "True"),
        Of("allOf: [{$ref: '#/components/schemas/Color'}, {type: string}]", "\"blue\"", "((Color)item.V!) == Color.Blue", "True"),
        Of("allOf: [{$ref: '#/components/schemas/Maybe'}, {description: Text}]", "null", "item.V.IsPresent", "True"),
        Of("allOf: [{$ref: '#/components/schemas/Pet'}, {required: [age]}], properties: {age: {type: integer}}", "{\"name\":\"Rex\",\"age\":2}", "item.V!.Age", "2"));

    [Fact]
    public Task Component_composes_one_object__it_has_the_components_name() => SchemaRow.VerifyAsync("3.1.0", "",
        new("{allOf: [{type: object, properties: {a: {type: string}}}, {description: It has one.}]}", "{\"a\":\"x\"}", "((Item0)item).A", "x"),
        new("{allOf: [true, {type: object, properties: {a: {type: string}}}, {}]}", "{\"a\":\"x\"}", "((Item1)item).A", "x"));

    [Fact]
    public Task Nullable_beside_a_reference_in_3_0__is_meant() => SchemaRow.VerifyAsync("3.0.3", "    Pet: { type: object, properties: { name: { type: string } } }\n",
        Of("allOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]", "null", "item.V.IsPresent && item.V.Value is null", "True"));

    [Fact]
    public async Task What_stands_beside_the_reference__speaks_of_the_property()
    {
        var test = Live.Document("""
            paths: {}
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string, maxLength: 3 } } }
                Owner:
                  type: object
                  required: [pet]
                  properties:
                    pet: { allOf: [ { $ref: '#/components/schemas/Pet' }, { readOnly: true, description: The animal. } ] }
                    code: { allOf: [ { type: string, minLength: 2 }, { maxLength: 4, default: ab, deprecated: true } ] }

            """).WithProgram("""
            #pragma warning disable CS0612, CS0618
            return string.Join(' ', new Owner { Code = "x", Pet = new Pet { Name = "long" } }.Validate().Select(problem => problem.Path + " " + problem.Keyword));
            """).Run();

        Assert.Equal("/pet/name maxLength /code minLength", await test.RunProgramAsync(new Harness.RecordingHandler()));
        var owner = test.Source("Owner.g.cs");
        Assert.Contains("<summary>The animal.</summary>\n    public Pet Pet { get; set; } = null!;", owner, StringComparison.Ordinal);
        Assert.Contains("Obsolete", owner, StringComparison.Ordinal);
        Assert.Contains("Default: <c>ab</c>", owner, StringComparison.Ordinal);
    }

    private static SchemaRow Of(string schema, string value, string expression, string expected) =>
        new($"{{type: object, properties: {{v: {{{schema}}}}}}}", $"{{\"v\":{value}}}", expression, expected);
}
