using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class XmlBodyTests
{
    private static readonly GeneratorTest Xml = Live.Document("""
        paths:
          /pets:
            post: {operationId: addPet, requestBody: {required: true, content: {application/xml: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: Done}}}
            put: {operationId: putPets, requestBody: {content: {text/xml: {schema: {type: array, xml: {name: pets}, items: {$ref: '#/components/schemas/Pet'}}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: raw, requestBody: {required: true, content: {application/xml: {}}}, responses: {'204': {description: Done}}}
          /both:
            post: {operationId: both, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Named'}}, application/soap+xml: {schema: {$ref: '#/components/schemas/Named'}}}}, responses: {'204': {description: Done}}}
        components:
          schemas:
            Pet:
              type: object
              additionalProperties: false
              properties:
                name: {type: string}
                id: {type: integer, xml: {attribute: true}}
                tags: {type: array, xml: {name: labels, wrapped: true}, items: {type: string, xml: {name: label}}}
                photos: {type: array, items: {type: string}}
                parts: {type: array, xml: {wrapped: true}, items: {type: integer}}
                child: {$ref: '#/components/schemas/Pet'}
                ok: {type: boolean}
                none: {type: [string, 'null']}
                ns: {type: string, xml: {namespace: 'http://a.test/ns', prefix: a, name: n}}
                map: {type: object, additionalProperties: {type: integer}}
                any: {}
            Named:
              type: object
              additionalProperties: false
              xml: {name: root, namespace: 'http://a.test'}
              properties: {text: {type: string, xml: {nodeType: text}}, 'a b': {type: string, xml: {nodeType: attribute}}}
        """);

    private const string Start = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Theory]
    [InlineData("AddPetAsync(new Pet())", "<Pet />")]
    [InlineData("AddPetAsync(new Pet { Name = \"<&>\", Id = 3, Ok = true })", "<Pet id=\"3\"><name>&lt;&amp;&gt;</name><ok>true</ok></Pet>")]
    [InlineData("AddPetAsync(new Pet { Tags = [\"a\", \"b\"], Photos = [\"c\", \"d\"], Parts = [1, 2] })", "<Pet><labels><label>a</label><label>b</label></labels><photos>c</photos><photos>d</photos><parts><parts>1</parts><parts>2</parts></parts></Pet>")]
    [InlineData("AddPetAsync(new Pet { Tags = [], Photos = [] })", "<Pet><labels /></Pet>")]
    [InlineData("AddPetAsync(new Pet { Child = new Pet { Id = 1, Child = new Pet() } })", "<Pet><child id=\"1\"><child /></child></Pet>")]
    [InlineData("AddPetAsync(new Pet { None = null })", "<Pet><none xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" /></Pet>")]
    [InlineData("AddPetAsync(new Pet { Ns = \"x\", Map = new Dictionary<string, long> { [\"1 a\"] = 2 } })", "<Pet><a:n xmlns:a=\"http://a.test/ns\">x</a:n><map><_x0031__x0020_a>2</_x0031__x0020_a></map></Pet>")]
    [InlineData("AddPetAsync(new Pet { Any = System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\":[1,true]}\").RootElement })", "<Pet><any><a>1</a><a>true</a></any></Pet>")]
    [InlineData("PutPetsAsync([new Pet { Id = 1 }, new Pet()])", "<pets><item id=\"1\" /><item /></pets>")]
    [InlineData("PutPetsAsync()", null)]
    [InlineData("BothAsSoapXmlAsync(new Named { Text = \"x\", AB = \"y\" })", "<root a_x0020_b=\"y\" xmlns=\"http://a.test\">x</root>")]
    public async Task Body__is_the_XML_that_the_document_describes(string call, string? xml)
    {
        var request = await Xml.RequestAsync(call);
        Assert.Equal(xml is null ? "" : Start + xml, request.Body ?? "");
    }

    [Fact]
    public async Task Body_without_a_schema__is_XML_as_the_caller_writes_it()
    {
        var request = await Xml.RequestAsync("RawAsync(\"<a/>\")");
        Assert.Equal(("application/xml", "<a/>"), (request.Headers["Content-Type"], request.Body));
    }

    [Fact]
    public async Task Text_that_XML_cannot_carry__is_refused()
    {
        var handler = new RecordingHandler();
        Assert.Equal("body", await Xml.CallAsync(handler, "try { await client.AddPetAsync(new Pet { Name = \"\\u0001\" }); return \"\"; } catch (ArgumentException e) { return e.ParamName!; }"));
    }
}
