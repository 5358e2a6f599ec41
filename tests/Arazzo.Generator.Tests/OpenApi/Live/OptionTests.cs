using System.Reflection;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class OptionTests
{
    private const string Parts = """
        paths: {/x: {get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}}
        components: {schemas: {Pet: {type: object, properties: {kind: {type: string, enum: [a]}}}, Unused: {type: object, properties: {a: {type: string}}}}}
        """;

    [Fact]
    public void Visibility_is_internal__no_type_is_public()
    {
        var loaded = GeneratorTest.Of(Live.Path, Live.Text(Parts), ("Visibility", "Internal")).Run().Load();
        Assert.Equal(["Pet", "PetKind", "TestClient", "Unused"], Names(loaded.GetTypes()));
        Assert.Empty(loaded.GetExportedTypes());
    }

    [Fact]
    public void Emit_is_none__nothing_is_emitted_and_faults_are_told() =>
        Assert.Empty(GeneratorTest.Of(Live.Path, Live.Text(Parts), ("Emit", "None")).Run().Sources);

    [Fact]
    public void Emit_is_used_and_nothing_is_used__nothing_is_emitted() =>
        Assert.Empty(GeneratorTest.Of(Live.Path, Live.Text(Parts), ("Emit", "Used")).Run().Sources);

    [Fact]
    public void Namespace_and_client__are_those_of_the_item()
    {
        var loaded = GeneratorTest.Of(Live.Path, Live.Text(Parts), ("Namespace", "Contoso.Pets.class"), ("Client", "Pets")).Run().Load();
        Assert.Equal(["Pet", "PetKind", "Pets", "Unused"], Names(loaded.GetExportedTypes()));
        Assert.All(loaded.GetExportedTypes(), static type => Assert.Equal("Contoso.Pets.class", type.Namespace));
    }

    [Fact]
    public async Task Two_documents_of_one_namespace_have_the_same_names__both_work()
    {
        var other = Parts.Replace("[a]", "[b]", StringComparison.Ordinal).Replace("enum", "description: Other, enum", StringComparison.Ordinal);
        var result = Live.Document(Parts).With("specs/other.yml", Live.Text(other, title: "Other")).WithProgram("""
            var first = await new TestClient(new HttpClient(handler)).GetAsync();
            var second = await new OtherClient(new HttpClient(handler)).GetAsync();
            return $"{first.GetType().Name} {first.Kind!.Value.IsKnown} {second.GetType().Name} {second.Kind!.Value.IsKnown}";
            """).Run();
        var handler = new RecordingHandler().Answer(200, "{\"kind\":\"a\"}").Answer(200, "{\"kind\":\"b\"}");
        Assert.Equal("Pet True PetModel True", await result.RunProgramAsync(handler));
        Assert.Equal(["specs/other.yml(5,24): info ARZ0122", "specs/other.yml(5,112): info ARZ0122"], result.Diagnostics.Select(static diagnostic => diagnostic.ToString().Split(": The")[0]));
    }

    [Fact]
    public void Reference_to_a_schema_of_another_document__is_its_type()
    {
        var loaded = Live.Document(Parts)
            .With("specs/shared/other.yml", Live.Text("paths: {}\ncomponents: {schemas: {Owner: {type: object, properties: {pet: {$ref: '../api.yml#/components/schemas/Pet'}}}}}\n", title: "Other"), ("Namespace", "Others"))
            .Run().Load();
        Assert.Equal("Tests.Pet", loaded.GetType("Others.Owner")!.GetProperty("Pet")!.PropertyType.FullName);
    }

    [Fact]
    public void Deprecated__is_obsolete_and_compiles_without_a_warning()
    {
        var loaded = Live.Document("""
            paths: {/x: {get: {operationId: get, deprecated: true, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Old'}}}}}}}}
            components: {schemas: {Old: {type: object, deprecated: true, properties: {a: {type: string, deprecated: true, default: 'x<y'}, b: {type: string}}}}}
            """).Run().Load();
        var old = loaded.GetType("Tests.Old")!;
        Assert.NotNull(old.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(old.GetProperty("A")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.Null(old.GetProperty("B")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(loaded.GetType("Tests.TestClient")!.GetMethod("GetAsync")!.GetCustomAttribute<ObsoleteAttribute>());
    }

    [Fact]
    public void Default__is_documented_and_not_sent()
    {
        var result = Live.Document("paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, description: Of a., default: 'x<y'}}}}}\n").Run();
        Assert.Contains("/// <remarks>Default: <c>x&lt;y</c>.</remarks>", result.Source("Models/A.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("x<y", result.Source("Models/A.g.cs"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types.Where(static type => type.Namespace is "Tests" or "Contoso.Pets.class" && !type.IsNested && type.Name != "Program").Select(static type => type.Name).Order(StringComparer.Ordinal);
}
