using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>What an edit makes run again, and above all what it does not.</summary>
public sealed class IncrementalTests
{
    private const string Path = "specs/pets.yml";

    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        servers: [{ url: 'https://pets.example.com' }]
        # A comment.
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        components:
          schemas:
            Pet:
              description: An animal.
              type: object
              properties:
                name: { type: string }
                owner: { $ref: '#/components/schemas/Owner' }
            Owner:
              description: A human.
              type: object
              properties:
                name: { type: string }
        """;

    private const string OtherDocument = """
        openapi: 3.1.0
        info: { title: Shops, version: '1' }
        servers: [{ url: 'https://shops.example.com' }]
        paths: {}
        components:
          schemas:
            Shop: { type: object, properties: { name: { type: string } } }
        """;

    private static readonly string[] SourceStages = [TrackingNames.Sources, TrackingNames.Files, TrackingNames.Binding, TrackingNames.Outputs];

    private static readonly GeneratorTest Project = GeneratorTest.Of(Path, Document).WithSource("public static class Mine;");

    [Fact]
    public void CSharp_is_edited__nothing_runs()
    {
        var rerun = Project.Run().Rerun(static test => test.WithSource("public static class Yours;"));
        Assert.All(SourceStages, stage => Assert.Equal([IncrementalStepRunReason.Cached], rerun.Reasons(stage)));
        Assert.False(rerun.AnyOutputRan);
    }

    [Fact]
    public void Comment_is_edited__binding_comes_to_the_same_and_nothing_is_emitted()
    {
        var rerun = Project.Run().Rerun(static test => test.WithEdit(Path, "# A comment.", "# Another one.\n"));
        Assert.Equal([IncrementalStepRunReason.Modified], rerun.Reasons(TrackingNames.Sources));
        Assert.Equal([IncrementalStepRunReason.Unchanged], rerun.Reasons(TrackingNames.Binding));
        Assert.False(rerun.AnyOutputRan);
    }

    [Fact]
    public void Description_is_edited__what_shows_it_is_emitted()
    {
        var result = Project.Run();
        Assert.Equal(["Tests/Models/Pet"], result.Rerun(static test => test.WithEdit(Path, "An animal.", "A beast.")).Emitted);
        // A property shows the description of its type when it has none of its own.
        Assert.Equal(["Tests/Models/Owner", "Tests/Models/Pet"], result.Rerun(static test => test.WithEdit(Path, "A human.", "A person.")).Emitted);
    }

    [Fact]
    public void Schema_is_edited__its_own_file_is_emitted()
    {
        var result = Project.Run();
        var rerun = result.Rerun(static test => test.WithEdit(Path, "description: A human.\n", "description: A human.\n      x-note: none\n      required: [name]\n"));
        Assert.Equal(["Tests/Models/Owner"], rerun.Emitted);
        Assert.Contains("required", rerun.Result.Source("Owner.g.cs"), StringComparison.Ordinal);
        Assert.Equal(result.Source("Pet.g.cs"), rerun.Result.Source("Pet.g.cs"));
    }

    [Fact]
    public void Schema_is_added__the_others_stay()
    {
        var rerun = Project.Run().Rerun(static test => test.WithEdit(
            Path, "    Pet:\n", "    Badge: { type: object, properties: { number: { type: integer } } }\n    Pet:\n"));
        Assert.Equal(["Tests/Models/Badge"], rerun.Emitted);
    }

    [Fact]
    public void Schemas_without_a_name__are_in_the_file_of_the_one_that_they_stand_in()
    {
        var result = Project.WithEdit(Path, "    Pet:\n", """
                Litter: { type: array, items: { type: object, properties: { size: { type: string, enum: [small, large] } } } }
                Pet:

            """).Run();
        Assert.Contains("struct LitterItemSize", result.Source("Models/Litter.g.cs"), StringComparison.Ordinal);
        // Whoever asks for it first: it stays where it is.
        var rerun = result.Rerun(static test => test.WithEdit(Path, "    Litter:", "    A: { type: object, properties: { litter: { $ref: '#/components/schemas/Litter' } } }\n    Litter:"));
        Assert.Equal(["Tests/Models/A"], rerun.Emitted);
        Assert.Equal(["Tests/Models/Litter"], result.Rerun(static test => test.WithEdit(Path, "small", "tiny")).Emitted);
    }

    [Fact]
    public void File_is_added__only_its_own_are_emitted()
    {
        var rerun = Project.Run().Rerun(static test => test.With("specs/a-shop.yml", OtherDocument));
        Assert.NotEmpty(rerun.Emitted);
        Assert.All(rerun.Emitted, static name => Assert.Contains("Shop", name, StringComparison.Ordinal));
        Assert.Empty(rerun.Removed);
    }

    [Fact]
    public void File_is_removed__only_its_own_go()
    {
        var rerun = Project.With("specs/a-shop.yml", OtherDocument).Run().Rerun(static test => test.Without("specs/a-shop.yml"));
        Assert.Empty(rerun.Emitted);
        Assert.All(rerun.Removed, static name => Assert.Contains("Shop", name, StringComparison.Ordinal));
        Assert.DoesNotContain(rerun.Result.Sources.Keys, static name => name.Contains("Shop", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_diagnostics_change__no_source_is_emitted()
    {
        var rerun = Project.Run().Rerun(static test => test.WithEdit(Path, "in: path, required: true", "in: path, style: [], required: true"));
        Assert.NotEmpty(rerun.Result.Diagnostics);
        Assert.Empty(rerun.Emitted);
        Assert.True(rerun.AnyOutputRan);
    }

    [Fact]
    public void Option_is_changed__what_depends_on_it_is_emitted()
    {
        var test = Project.With("specs/a-shop.yml", OtherDocument);
        var rerun = test.Run().Rerun(static test => test.With("specs/a-shop.yml", OtherDocument, ("Visibility", "Internal")));
        Assert.NotEmpty(rerun.Emitted);
        Assert.All(rerun.Emitted, static name => Assert.Contains("Shop", name, StringComparison.Ordinal));
        Assert.Contains("internal sealed partial class Shop", rerun.Result.Source("Shop.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Property_that_nothing_reads_is_changed__nothing_runs()
    {
        var rerun = Project.Run().Rerun(static test => test.WithProperty("Configuration", "Release"));
        Assert.Equal([IncrementalStepRunReason.Unchanged], rerun.Reasons(TrackingNames.Sources));
        Assert.False(rerun.AnyOutputRan);
    }
}
