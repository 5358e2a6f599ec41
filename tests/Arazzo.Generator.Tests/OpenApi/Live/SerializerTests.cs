using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class SerializerTests
{
    private static readonly GeneratorTest Types = Live.Document("""
        paths: {}
        components:
          schemas:
            Pet: {type: object, required: [id], properties: {id: {type: integer}, kind: {$ref: '#/components/schemas/Kind'}, note: {type: [string, 'null']}}}
            Kind: {type: string, enum: [cat, dog]}
        """);

    [Fact]
    public async Task JsonSerializer__reads_and_writes_generated_types_inside_others()
    {
        var result = await Types.WithProgram("""
            var json = "{\"Pets\":[{\"id\":1,\"kind\":\"cat\",\"note\":null}],\"Kind\":\"dog\"}";
            var house = System.Text.Json.JsonSerializer.Deserialize<House>(json)!;
            return house.Pets[0].Kind!.Value + " " + (System.Text.Json.JsonSerializer.Serialize(house) == json);
            }
            public sealed class House { public required List<Pet> Pets { get; set; } public Kind Kind { get; set; }
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("cat True", result);
    }

    [Fact]
    public async Task Context_written_by_hand__reads_and_writes_generated_types()
    {
        var result = await Types.WithProgram("""
            var info = new Context().GetTypeInfo(typeof(Pet))!;
            var pet = (Pet)System.Text.Json.JsonSerializer.Deserialize("{\"id\":1,\"kind\":\"bird\"}", info)!;
            return pet.Kind!.Value.IsKnown + " " + System.Text.Json.JsonSerializer.Serialize(pet, info);
            }
            private sealed class Context() : System.Text.Json.Serialization.JsonSerializerContext(null)
            {
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) =>
                    System.Text.Json.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<Pet>(Options, new Arazzo.Runtime.CompilerServices.JsonCodecConverter<Pet>());
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("False {\"id\":1,\"kind\":\"bird\"}", result);
    }
}
