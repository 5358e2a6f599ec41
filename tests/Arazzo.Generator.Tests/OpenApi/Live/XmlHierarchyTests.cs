using System.Net;
using System.Text;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class XmlHierarchyTests
{
    [Theory]
    [InlineData("<pets><item kind=\"Dog\" name=\"Rex\"><bark loud=\"true\">woof</bark><toys><toy>a</toy></toys></item><item kind=\"Cat\"><lives>9</lives></item><item kind=\"Cow\"><milk>1</milk></item></pets>")]
    public async Task Derived_classes__have_their_own_members_in_both_directions(string xml)
    {
        var handler = new RecordingHandler()
            .Answer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(xml, Encoding.UTF8, "application/xml") }).Answer(204);
        var result = await Live.Document("""
            paths:
              /pets:
                get: {operationId: get, responses: {'200': {description: Found, content: {application/xml: {schema: {$ref: '#/components/schemas/Pets'}}}}}}
                put: {operationId: put, requestBody: {required: true, content: {application/xml: {schema: {$ref: '#/components/schemas/Pets'}}}}, responses: {'204': {description: Done}}}
            components:
              schemas:
                Pets: {type: array, xml: {name: pets}, items: {$ref: '#/components/schemas/Pet'}}
                Pet: {type: object, required: [kind], properties: {kind: {type: string, xml: {attribute: true}}, name: {type: string, xml: {attribute: true}}}, discriminator: {propertyName: kind}}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: object, additionalProperties: false, properties: {loud: {type: boolean, xml: {attribute: true}}, text: {type: string, xml: {nodeType: text}}}}, toys: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: toy}}}}}]}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
            """, "3.2.0").CallAsync(handler, """
            var pets = await client.GetAsync();
            await client.PutAsync(pets);
            var dog = (Dog)pets[0];
            return dog.Name + dog.Bark!.Loud + dog.Bark.Text + dog.Toys![0] + ((Cat)pets[1]).Lives + pets[2].AdditionalProperties!["milk"];
            """);
        Assert.Equal("RexTruewoofa91", result);
        Assert.EndsWith(xml, handler.Request.Body, StringComparison.Ordinal);
    }
}
