using Arazzo.Generator.Specifications;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.Specifications;

public sealed class OptionsTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths: {}
        """;

    [Fact]
    public void Nothing_is_said__root_namespace_and_defaults()
    {
        var options = Read(GeneratorTest.Of("specs/pets.yml", Document).WithProperty("RootNamespace", "Contoso.Pets"));
        Assert.Equal("Contoso.Pets", options.Namespace);
        Assert.Null(options.Client);
        Assert.Equal(Emission.All, options.Emit);
        Assert.Equal(Arazzo.Dialect.Compat, options.Dialect);
        Assert.Equal(Model.Visibility.Public, options.Visibility);
    }

    [Fact]
    public void Root_namespace_is_no_name__becomes_one() =>
        Assert.Equal("my_app._3d.@class", Read(GeneratorTest.Of("specs/pets.yml", Document).WithProperty("RootNamespace", "my-app.3d.class")).Namespace);

    [Fact]
    public void Metadata_wins_over_property_wins_over_default()
    {
        var test = GeneratorTest.Of("specs/pets.yml", Document, ("Namespace", "Of.Item"), ("Emit", "used"), ("Client", "PetsClient"), ("Visibility", ""))
            .WithProperty("ApiSpecNamespace", "Of.Project")
            .WithProperty("ApiSpecDialect", "Strict")
            .WithProperty("ApiSpecVisibility", "Internal");
        Assert.Equal(
            new SpecificationOptions("Of.Item", "PetsClient", Emission.Used, Arazzo.Dialect.Strict, Model.Visibility.Internal),
            Read(test));
    }

    [Theory]
    [InlineData("Emit", "Some", "ARZ0050", "'Some' is not a value of Emit. Use one of: All, Operations, Used, None.")]
    [InlineData("Emit", "1", "ARZ0050", "'1' is not a value of Emit. Use one of: All, Operations, Used, None.")]
    [InlineData("Dialect", "Loose", "ARZ0050", "'Loose' is not a value of Dialect. Use one of: Compat, Strict.")]
    [InlineData("Visibility", "Private", "ARZ0050", "'Private' is not a value of Visibility. Use one of: Public, Internal.")]
    [InlineData("Namespace", "A; class B {}", "ARZ0051", "'A; class B {}' is not a C# name that Namespace can have")]
    [InlineData("Client", "Pets.Client", "ARZ0051", "'Pets.Client' is not a C# name that Client can have")]
    public void Value_is_unknown__error_at_the_file_says_what_is_allowed(string name, string value, string id, string message)
    {
        var result = GeneratorTest.Of("specs/pets.yml", Document, (name, value)).RunWithDiagnostics();
        Assert.Equal($"specs/pets.yml(1,1): error {id}: {message}", Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id == id).ToString());
    }

    [Fact]
    public void Item_is_of_another_type__is_left_alone()
    {
        var result = GeneratorTest.Of("specs/pets.yml", "no: document", ("SourceItemType", "AdditionalFiles")).Run();
        Assert.Empty(result.Sources);
    }

    [Fact]
    public void Language_is_older_than_CSharp_14__one_error_and_nothing_else()
    {
        var result = (GeneratorTest.Of("specs/pets.yml", Document).With("specs/more.yml", Document) with { LanguageVersion = LanguageVersion.CSharp13 }).RunWithDiagnostics();
        Assert.Empty(result.Sources);
        Assert.Single(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0052");
    }

    private static SpecificationOptions Read(GeneratorTest test)
    {
        var steps = test.RunWithDiagnostics().Run.TrackedSteps[TrackingNames.Sources];
        return ((SpecificationSource)Assert.Single(steps.SelectMany(static step => step.Outputs)).Value).Options;
    }
}
