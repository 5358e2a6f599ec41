using System.Text.RegularExpressions;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Binding;

public sealed partial class ClientNameTests
{
    [Theory]
    [InlineData("Pets API", "specs/a.yml", "PetsClient")]
    [InlineData("Okapi", "specs/a.yml", "OkapiClient")]
    [InlineData("", "specs/store/pets-api.openapi.yml", "PetsClient")]
    [InlineData("", "specs/pet-store-openapi.v2.yml", "PetStoreClient")]
    public void One_document__its_client_is_named_after_its_title_or_its_file(string title, string path, string client) =>
        Assert.Equal([client], Clients((title, path)));

    [Theory]
    [InlineData("specs/a.yml", "specs/pets-v2-api.yml", "PetsV2Client")]
    [InlineData("specs/v1/pets.yml", "specs/v2/pets.yml", "V2PetsClient")]
    [InlineData("specs/pets-1.yml", "specs/pets-openapi.yml", "SpecsPetsClient")]
    public void Two_documents_of_one_title__the_later_is_named_after_as_much_of_its_path_as_tells_them_apart(string first, string second, string client) =>
        Assert.Equal(["PetsClient", client], Clients(("Pets", first), ("Pets", second)));

    private static IEnumerable<string> Clients(params (string Title, string Path)[] documents)
    {
        var test = documents.Skip(1).Aggregate(
            GeneratorTest.Of(documents[0].Path, Document(documents[0].Title)), static (test, document) => test.With(document.Path, Document(document.Title)));
        return test.Run().Sources.Values.SelectMany(static source => ClientClass().Matches(source)).Select(static match => match.Groups[1].Value).Distinct();
    }

    private static string Document(string title) => $$"""
        openapi: 3.1.0
        info: { title: '{{title}}', version: '1' }
        paths: { /pets: { get: { operationId: listPets, responses: { '204': { description: Done. } } } } }
        """;

    [GeneratedRegex(@"class (\w+Client)\b")]
    private static partial Regex ClientClass();
}
