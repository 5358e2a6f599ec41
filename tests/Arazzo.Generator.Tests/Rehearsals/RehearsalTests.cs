using System.Collections.Immutable;
using System.Text;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Flows;
using Arazzo.Generator.Tests.Rehearsals.Schemas;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>The stage itself: that the server sees what is wrong with a request, and that a script comes true.</summary>
public sealed class RehearsalTests
{
    private static readonly SpecificationSet Documents = new(LibraryDocuments.All);

    private static readonly Api Library = new(Documents.Documents.First());

    [Theory]
    [InlineData("GET", "/books", "", "")]
    [InlineData("GET", "/books?genre=novel,poetry&limit=50&published%5Bafter%5D=1990", "", "")]
    [InlineData("GET", "/books?genre=novel&genre=poems", "", "query parameter 'genre'/1: \"poems\" is none of [\"novel\",\"poetry\"]")]
    [InlineData("GET", "/books?limit=many", "", "query parameter 'limit': \"many\" is not of type integer")]
    [InlineData("GET", "/books?limit=51", "", "query parameter 'limit': 51 as value is above 50")]
    [InlineData("GET", "/books?published%5Bafter%5D=old", "", "query parameter 'published'/after: \"old\" is not of type integer")]
    [InlineData("GET", "/books?colour=red", "", "query parameter 'colour' is unknown")]
    [InlineData("GET", "/books", "X-Trace: 1", "header parameter 'X-Trace': \"1\" is no uuid")]
    [InlineData("GET", "/books", "X-Other: 1", "header 'X-Other' is unknown")]
    [InlineData("GET", "/books", "X-Key: ", "no credential: X-Key")]
    [InlineData("POST", "/books/12/loans", "", "path parameter 'isbn': \"12\" does not match ^[0-9]{13}$|the body is missing")]
    [InlineData("POST", "/books/9780306406157/loans", "Content-Type: text/plain|reader", "the body is text/plain, not application/json or application/x-www-form-urlencoded")]
    [InlineData("POST", "/books/9780306406157/loans", "Content-Type: application/json|{\"days\":\"7\",\"pages\":1}", "body : 'reader' is missing|body /days: \"7\" is not of type integer|body : 'pages' is not allowed")]
    [InlineData("POST", "/books/9780306406157/loans", "Content-Type: application/x-www-form-urlencoded|reader=ann%40example.com&days=7", "")]
    [InlineData("POST", "/books/9780306406157/loans", "Content-Type: application/x-www-form-urlencoded|reader=ann%40example.com&days=70", "body /days: 70 as value is above 60")]
    public void Request__is_checked_against_its_operation(string method, string address, string header, string faults)
    {
        var parts = header.Split('|', 2);
        var headers = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("X-Key", "k");
        headers = parts[0].Split(": ") is [var name, var value] ? value.Length == 0 ? headers.Remove(name) : headers.SetItem(name, value) : headers;
        var request = new SentRequest(method, new Uri("https://library.example/v1" + address), headers, parts.Length > 1 ? Encoding.UTF8.GetBytes(parts[1]) : null);

        var found = RequestCheck.Faults(request, Assert.Single(Routes.Find([Library], request)), new HashSet<string>(), hasBody: false);

        Assert.Equal(faults, string.Join('|', found));
    }

    [Theory]
    [InlineData("GET", "https://library.example/v1/loans")]
    [InlineData("PUT", "https://library.example/v1/books")]
    [InlineData("GET", "https://library.example/books")]
    public void Address_that_is_no_operations__leads_nowhere(string method, string address) =>
        Assert.Empty(Routes.Find([Library], new SentRequest(method, new Uri(address), ImmutableSortedDictionary<string, string>.Empty, null)));

    [Theory]
    [InlineData("{ type: integer, minimum: 5, multipleOf: 4 }", "8")]
    [InlineData("{ type: string, pattern: '^(ab|c)[x-z]{2}\\d+$' }", "\"abxx1\"")]
    [InlineData("{ type: string, maxLength: 2 }", "\"va\"")]
    [InlineData("{ type: string, format: date, example: someday }", "\"2026-02-03\"")]
    [InlineData("{ type: [string, 'null'], enum: [null, B] }", "\"B\"")]
    [InlineData("{ type: array, minItems: 2, items: { type: boolean } }", "[true,true]")]
    [InlineData("{ allOf: [ { type: object, required: [a], properties: { a: { const: 1 } } }, { properties: { b: { type: 'null' } } } ] }", "{\"a\":1}")]
    [InlineData("{ oneOf: [ { type: object, required: [k], properties: { k: { type: string } } }, { type: string } ] }", "{\"k\":\"k\"}")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "{\"key\":1}")]
    public void Value__is_made_of_its_schema(string schema, string json)
    {
        var place = new SpecificationSet([("schema.yml", schema)]).Documents.Single();

        var value = ValueMaker.Make(place, "value", Direction.Answer);

        Assert.Equal(json, value?.ToJsonString());
        Assert.Empty(SchemaValidator.Check(place, value, Direction.Answer));
    }

    [Fact]
    public async Task Workflow__goes_through_each_of_its_actions()
    {
        var ensemble = Ensemble.Of(LibraryDocuments.All);
        var flow = ensemble.Flows.Single();
        var rehearsal = new Rehearsal(flow, ensemble.Workflows.Values.Single());

        var performed = await rehearsal.AllAsync();

        Assert.Empty(performed.SelectMany(static run => run.Performance.Faults));
        Assert.Empty(rehearsal.Impossible);
        Assert.Equal(flow.Steps.SelectMany(Outcome.Of).ToHashSet(), performed.SelectMany(static run => run.Performance.Seen).ToHashSet());
    }

    [Fact]
    public async Task Run_that_does_not_do_what_its_document_says__is_found_out()
    {
        var ensemble = Ensemble.Of(LibraryDocuments.All);
        // The documents that are read are not those that were compiled.
        var other = FlowReader.Read(new SpecificationSet(
        [
            ("specs/library.yml", LibraryDocuments.Api.Replace("maximum: 50", "maximum: 2", StringComparison.Ordinal)),
            ("specs/borrow.yml", LibraryDocuments.Workflows.Replace("'OVERDUE' &&", "'RETURNED' &&", StringComparison.Ordinal).Replace("place: $steps.lend.outputs.place", "place: $inputs.days", StringComparison.Ordinal)
                .Replace("reader: $inputs.reader, days", "reader: bob@example.com, days", StringComparison.Ordinal)),
        ])).Single();

        var faults = (await new Rehearsal(other, ensemble.Workflows.Values.Single()).AllAsync()).SelectMany(static run => run.Performance.Faults).ToHashSet();

        Assert.Contains(faults, static fault => fault.Contains("is above 2", StringComparison.Ordinal));
        Assert.Contains("lend (POST /books/{isbn}/loans): body/reader is \"reader\", not \"bob@example.com\"", faults);
        Assert.Contains("watch succeeds with overdue, but the run takes 'no action'", faults);
        Assert.Contains(faults, static fault => fault.StartsWith("output 'place' is \"Location\"", StringComparison.Ordinal));
    }
}
