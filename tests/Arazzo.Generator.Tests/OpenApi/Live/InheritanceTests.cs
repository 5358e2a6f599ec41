using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Schemas with a discriminator that others name in their <c>allOf</c>: base classes.</summary>
public sealed class InheritanceTests
{
    private const string Pets = """
            Pet: {type: object, required: [petType, name], properties: {petType: {type: string}, name: {type: string}}, discriminator: {propertyName: petType, mapping: {dog: Dog, pup: '#/components/schemas/Puppy'}}}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {breed: {type: string}, name: {type: string, maxLength: 3}}}]}
            Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}], properties: {weeks: {type: integer}}}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
            Shape: {type: object, discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}], properties: {kind: {type: string, enum: [Circle, Square]}}}
            Circle: {allOf: [{$ref: '#/components/schemas/Shape'}, {properties: {radius: {type: number}}}]}
            Square: {allOf: [{$ref: '#/components/schemas/Shape'}, {properties: {side: {type: number}}}]}
            Bare: {type: object, discriminator: {propertyName: what}}
            Filled: {allOf: [{$ref: '#/components/schemas/Bare'}, {properties: {x: {type: integer}}}]}

        """;

    [Fact]
    public Task Discriminator__chooses_the_class_wherever_it_stands() => SchemaRow.VerifyAsync("3.1.0", Pets,
        Of("Pet", "{\"breed\":\"b\",\"name\":\"n\",\"petType\":\"dog\"}", "item.V is Dog d ? d.Breed + d.Name : null", "bn", "{\"petType\":\"dog\",\"name\":\"n\",\"breed\":\"b\"}"),
        Of("Pet", "{\"petType\":\"pup\",\"name\":\"n\",\"weeks\":3}", "item.V is Puppy p and Dog ? p.Weeks : 0", "3"),
        Of("Dog", "{\"petType\":\"pup\",\"name\":\"n\",\"weeks\":3}", "item.V is Puppy p ? p.Weeks : 0", "3"),
        Of("Dog", "{\"petType\":\"dog\",\"name\":\"n\"}", "item.V!.GetType().Name", "Dog"),
        Of("Pet", "{\"petType\":\"Cat\",\"name\":\"n\"}", "item.V is Cat", "True"),
        Of("Pet", "{\"petType\":\"bird\",\"name\":\"n\",\"wings\":[2]}", "item.V!.GetType().Name + item.V.PetType", "Petbird"),
        Of("Shape", "{\"kind\":\"Square\",\"side\":2}", "item.V is Square s ? (double)s.Side! : 0", "2"),
        Of("Shape", "{\"side\":2}", "item.V!.GetType().Name", "Shape"),
        Of("Bare", "{\"what\":\"Filled\",\"x\":1}", "item.V is Filled f ? f.X : 0", "1"),
        new("{oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: petType, mapping: {dog: Dog, Cat: Cat}}}", "{\"petType\":\"dog\",\"name\":\"n\"}", "item.TryGetDog(out var d) ? d.Name : null", "n"));

    [Fact]
    public Task Value_stands_for_no_class__default_mapping_says_which_it_is() => SchemaRow.VerifyAsync("3.2.0", """
            Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {dog: Dog}, defaultMapping: Other}}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {breed: {type: string}}}]}
            Other: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {legs: {type: integer}}}]}

        """,
        Of("Pet", "{\"kind\":\"ant\",\"legs\":6}", "item.V is Other o ? o.Legs + o.Kind : null", "6ant"),
        Of("Pet", "{\"kind\":\"dog\"}", "item.V is Dog", "True"),
        Of("Pet", "{\"kind\":\"Pet\"}", "item.V!.GetType().Name", "Pet"));

    [Fact]
    public async Task Derived_values__write_themselves_with_their_discriminator()
    {
        var result = await Live.Document("paths: {}\ncomponents:\n  schemas:\n" + Pets + "    Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, all: {type: array, items: {$ref: '#/components/schemas/Shape'}}}}")
            .WithProgram("""
            var owner = new Owner { Pet = new Puppy { Name = "n", Weeks = 3 }, All = [new Circle { Radius = 1 }, new Square { Side = 2 }] };
            return System.Text.Json.JsonSerializer.Serialize(owner) + System.Text.Json.JsonSerializer.Serialize<Pet>(new Cat { Name = "c" }) + System.Text.Json.JsonSerializer.Serialize(new Filled());
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal(
            """{"pet":{"petType":"pup","name":"n","weeks":3},"all":[{"kind":"Circle","radius":1},{"kind":"Square","side":2}]}{"petType":"Cat","name":"c"}{"what":"Filled"}""", result);
    }

    private const string Numbered = """
            Sort: {type: integer, enum: [1, 2], x-enum-varnames: [Square, Circle]}
            Shape: {type: object, required: [sort], properties: {sort: {$ref: '#/components/schemas/Sort'}}, discriminator: {propertyName: sort, mapping: {'1': '#/components/schemas/Square', '2': '#/components/schemas/Circle'}}}
            Square: {allOf: [{$ref: '#/components/schemas/Shape'}], properties: {side: {type: number}}}
            Circle: {allOf: [{$ref: '#/components/schemas/Shape'}], properties: {radius: {type: number}}}
            Node: {type: object, required: [op, line], properties: {op: {type: integer, format: int32}, line: {type: integer}}, discriminator: {propertyName: op}}
            Leaf: {allOf: [{$ref: '#/components/schemas/Node'}, {type: object, properties: {op: {const: 10}, text: {type: string}}}]}
            Plus: {allOf: [{$ref: '#/components/schemas/Node'}], properties: {op: {type: integer, enum: [20]}, left: {$ref: '#/components/schemas/Node'}}}
            Told: {type: object, required: [is], properties: {is: {type: string}}, discriminator: {propertyName: is}}
            ToldYes: {allOf: [{$ref: '#/components/schemas/Told'}], properties: {is: {const: 'yes'}, why: {type: string}}}
            Flagged: {type: object, properties: {on: {type: boolean}}, discriminator: {propertyName: on, mapping: {'true': On}}}
            On: {allOf: [{$ref: '#/components/schemas/Flagged'}], properties: {level: {type: integer}}}

        """;

    [Fact]
    public Task Discriminator_is_a_number_or_a_constant_of_the_derived__chooses_the_class() => SchemaRow.VerifyAsync("3.1.0", Numbered,
        Of("Shape", "{\"side\":2,\"sort\":1}", "item.V is Square s ? s.Side + s.Sort.Value : 0", "3", "{\"sort\":1,\"side\":2}"),
        Of("Shape", "{\"sort\":3}", "item.V!.GetType().Name + item.V.Sort", "Shape3"),
        Of("Node", "{\"op\":20,\"line\":1,\"left\":{\"op\":10,\"line\":2,\"text\":\"x\"}}", "item.V is Plus { Left: Leaf { Text: var text } } ? text : null", "x"),
        Of("Told", "{\"is\":\"yes\",\"why\":\"b\"}", "item.V is ToldYes y ? y.Why : null", "b"),
        Of("Told", "{\"is\":\"ToldYes\"}", "item.V!.GetType().Name", "Told"),
        Of("Flagged", "{\"level\":1,\"on\":true}", "item.V is On o ? o.Level : 0", "1", "{\"on\":true,\"level\":1}"));

    [Fact]
    public async Task Discriminator_is_a_number_or_a_constant_of_the_derived__is_written_by_itself()
    {
        var result = await Live.Document("paths: {}\ncomponents:\n  schemas:\n" + Numbered).WithProgram("""
            Shape[] shapes = [new Square { Side = 2 }, new Circle(), new() { Sort = new(7) }];
            return System.Text.Json.JsonSerializer.Serialize(shapes) + System.Text.Json.JsonSerializer.Serialize<Node>(new Plus { Line = 1, Left = new Leaf { Line = 2 } })
                + System.Text.Json.JsonSerializer.Serialize<Told>(new ToldYes()) + System.Text.Json.JsonSerializer.Serialize<Flagged>(new On());
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("""[{"sort":1,"side":2},{"sort":2},{"sort":7}]{"op":20,"line":1,"left":{"op":10,"line":2}}{"is":"yes"}{"on":true}""", result);
    }

    [Fact]
    public async Task Children_in_another_file__derive_too()
    {
        var test = GeneratorTest.Of("specs/base.yml", Live.Text("paths: {}\ncomponents:\n  schemas:\n    Event: {type: object, required: [type], properties: {type: {type: string}}, discriminator: {propertyName: type, mapping: {made: 'more.yml#/components/schemas/Made'}}}", title: "Base"), ("Namespace", "Base"))
            .With("specs/more.yml", Live.Text("paths: {}\ncomponents:\n  schemas:\n    Made: {allOf: [{$ref: 'base.yml#/components/schemas/Event'}, {properties: {by: {type: string}}}]}", title: "More"), ("Namespace", "More"));
        var result = await test.WithProgram(
            "var item = System.Text.Json.JsonSerializer.Deserialize<Base.Event>(\"{\\\"type\\\":\\\"made\\\",\\\"by\\\":\\\"x\\\"}\")!; return ((More.Made)item).By + System.Text.Json.JsonSerializer.Serialize(new More.Made());", "using Base;")
            .Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("x{\"type\":\"made\"}", result);
    }

    [Fact]
    public async Task Constants__have_their_value_by_themselves()
    {
        var result = await Live.Document("""
            paths: {}
            components:
              schemas:
                Thing: {type: object, required: [type, one, flag, version, name], properties: {type: {const: thing}, one: {type: string, enum: [only]}, flag: {const: true}, version: {const: 2}, name: {type: string}, note: {const: x}}}
            """).WithProgram("return System.Text.Json.JsonSerializer.Serialize(new Thing { Name = \"n\" });").Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("""{"type":"thing","one":"only","flag":true,"version":2,"name":"n"}""", result);
    }

    private static SchemaRow Of(string type, string value, string expression, string expected, string? written = null) => new(
        $"{{type: object, properties: {{v: {{$ref: '#/components/schemas/{type}'}}}}}}", $"{{\"v\":{value}}}", expression, expected, written is null ? null : $"{{\"v\":{written}}}");

    [Theory]
    [InlineData("code: {type: string, pattern: '^[a-z]+$', maxLength: 2}", "/code,/code,/name")]
    [InlineData("code: {type: string}", "/name")]
    public async Task Validate__checks_inherited_members_once_whatever_the_static_type(string member, string expected)
    {
        var result = await Live.Document("""
            paths: {}
            components:
              schemas:
                Beast: {type: object, required: [kind], properties: {kind: {type: string}, MEMBER}, discriminator: {propertyName: kind, mapping: {wolf: '#/components/schemas/Wolf'}}}
                Wolf: {allOf: [{$ref: '#/components/schemas/Beast'}, {type: object, properties: {name: {type: string, pattern: '^[a-z]+$'}}}]}
            """.Replace("MEMBER", member, StringComparison.Ordinal)).CallAsync(new RecordingHandler(), """
            await Task.Yield();
            Beast beast = new Wolf { Code = "ABC", Name = "1" };
            return string.Join(',', System.Linq.Enumerable.Order(System.Linq.Enumerable.Select(beast.Validate(), problem => problem.Path)));
            """);
        Assert.Equal(expected, result);
    }
}
