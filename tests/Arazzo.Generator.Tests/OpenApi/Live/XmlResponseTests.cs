using System.Net;
using System.Text;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class XmlResponseTests
{
    private static readonly GeneratorTest Xml = Live.Document("""
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200': {description: OK, content: {application/xml: {schema: {$ref: '#/components/schemas/Pets'}}}}
                '404': {description: No, content: {application/xml: {schema: {$ref: '#/components/schemas/Error'}}}}
            put: {operationId: both, responses: {'200': {description: OK, content: {application/xml: {schema: {$ref: '#/components/schemas/Pets'}}, application/json: {schema: {$ref: '#/components/schemas/Pets'}}}}}}
            post: {operationId: raw, responses: {'200': {description: OK, content: {application/xml: {}}}}}
        components:
          schemas:
            Pets: {type: object, properties: {Total: {type: integer}, Pet: {type: array, items: {type: object, properties: {Name: {type: string}, id: {type: integer, xml: {attribute: true}}}}}, Next: {$ref: '#/components/schemas/Pets'}}}
            Error: {type: object, properties: {Code: {type: string}}}
        """);

    [Theory]
    [InlineData("var a = await client.ListPetsAsync(); return a.Total + a.Pet![1].Name + a.Pet[0].Id + a.Next!.Total;", "<ns:ListResult xmlns:ns='urn:x'><Total>2</Total><Pet id='7'><Name>a</Name></Pet><Pet><Name>b</Name></Pet><Next><Total>5</Total></Next></ns:ListResult>", "2b75")]
    [InlineData("return (await client.RawAsync()).ToString();", "<a/>", "<a/>")]
    public async Task Xml__is_read_by_the_shape_of_its_type(string program, string xml, string result) => Assert.Equal(result, await CallAsync(200, xml, program));

    [Fact]
    public async Task Error__has_its_type() => Assert.Equal("NoSuchBucket", await CallAsync(
        404, "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code></Error>",
        "try { await client.ListPetsAsync(); return \"\"; } catch (ApiException<Error> e) { return e.Error.Code!; }"));

    [Theory]
    [InlineData("<a", "The XML cannot be read at line 1, position ")]
    [InlineData("<!DOCTYPE a><a/>", "The XML cannot be read")]
    [InlineData("<a><Total>many</Total></a>", "The XML is not what the API's description says at line 1, position 5.")]
    [InlineData("", "promises an XML body")]
    public async Task Unreadable__is_told_with_its_place(string xml, string message) => Assert.Contains(message, await CallAsync(
        200, xml, "try { await client.ListPetsAsync(); return \"\"; } catch (ApiException e) { return e.Message; }"), StringComparison.Ordinal);

    [Fact]
    public async Task Json_beside_xml__is_preferred()
    {
        var handler = new RecordingHandler().Answer(200, "{\"Total\":3}");
        Assert.Equal("3", await Xml.CallAsync(handler, "return (await client.BothAsync()).Total.ToString()!;"));
    }

    private static Task<string> CallAsync(int status, string xml, string program)
    {
        var handler = new RecordingHandler().Answer(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(xml, Encoding.UTF8, "application/xml") });
        return Xml.CallAsync(handler, program);
    }
}
