using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class FormBodyTests
{
    private static readonly GeneratorTest Forms = Live.Document("""
        paths:
          /token:
            post:
              operationId: token
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [grant]
                      properties:
                        grant: {type: string}
                        n: {type: integer}
                        flag: {type: boolean}
                        when: {type: string, format: date-time}
                        none: {type: [string, 'null']}
                        tags: {type: array, items: {type: string}}
                        address: {type: object, properties: {street: {type: string}, zip: {type: integer}}}
                        stops: {type: array, items: {type: object, properties: {x: {type: integer}}}}
              responses: {'204': {description: Done}}
          /charges:
            post:
              operationId: charge
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      properties:
                        line_items: {type: array, items: {$ref: '#/components/schemas/Line'}}
                        metadata: {type: object, additionalProperties: {type: string}}
                        expand: {type: array, items: {type: string}}
                        ids: {type: array, items: {type: integer}}
                        pipes: {type: array, items: {type: string}}
                        spaces: {type: array, items: {type: string}}
                        flat: {$ref: '#/components/schemas/Line'}
                        pair: {$ref: '#/components/schemas/Line'}
                        url: {type: string}
                        json: {type: array, items: {type: object}}
                    encoding:
                      line_items: {style: deepObject, explode: true}
                      metadata: {style: deepObject, explode: true}
                      expand: {style: deepObject, explode: true}
                      ids: {explode: false}
                      pipes: {style: pipeDelimited}
                      spaces: {style: spaceDelimited, explode: false}
                      flat: {style: form}
                      pair: {style: form, explode: false}
                      url: {allowReserved: true}
                      json: {contentType: application/json}
                      missing: {style: form}
              responses: {'204': {description: Done}}
          /any:
            post: {operationId: any, requestBody: {required: true, content: {application/x-www-form-urlencoded: {}}}, responses: {'204': {description: Done}}}
            put: {operationId: raw, requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: string}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: map, requestBody: {required: true, content: {application/x-www-form-urlencoded; charset=utf-8: {schema: {type: object, additionalProperties: {type: integer}}}}}, responses: {'204': {description: Done}}}
        components:
          schemas:
            Line: {type: object, properties: {price: {type: string}, quantity: {type: integer}, taxes: {type: array, items: {type: string}}}}
        """);

    [Theory]
    [InlineData("TokenAsync(new() { Grant = \"a b+c&d=e\\u00e9*~\" })", "grant=a+b%2Bc%26d%3De%C3%A9%2A~")]
    [InlineData("TokenAsync(new() { Grant = \"\", N = 3, Flag = true, When = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) })", "grant=&n=3&flag=true&when=2026-01-02T03%3A04%3A05%2B00%3A00")]
    [InlineData("TokenAsync(new() { Grant = \"g\", None = null })", "grant=g&none=")]
    [InlineData("TokenAsync(new() { Grant = \"g\", Tags = [\"a\", \"b c\"] })", "grant=g&tags=a&tags=b+c")]
    [InlineData("TokenAsync(new() { Grant = \"g\", Tags = [] })", "grant=g")]
    [InlineData("TokenAsync(new() { Grant = \"g\", Address = new() { Street = \"a/b\", Zip = 1 } })", "grant=g&address=%7B%22street%22%3A%22a%2Fb%22%2C%22zip%22%3A1%7D")]
    [InlineData("TokenAsync(new() { Grant = \"g\", Stops = [new() { X = 1 }, new() { X = 2 }] })", "grant=g&stops=%7B%22x%22%3A1%7D&stops=%7B%22x%22%3A2%7D")]
    [InlineData("ChargeAsync(new() { LineItems = [new() { Price = \"p\", Quantity = 2 }, new() { Taxes = [\"t\", \"u\"] }] })", "line_items%5B0%5D%5Bprice%5D=p&line_items%5B0%5D%5Bquantity%5D=2&line_items%5B1%5D%5Btaxes%5D%5B0%5D=t&line_items%5B1%5D%5Btaxes%5D%5B1%5D=u")]
    [InlineData("ChargeAsync(new() { Metadata = new Dictionary<string, string> { [\"a b\"] = \"1\" } })", "metadata%5Ba+b%5D=1")]
    [InlineData("ChargeAsync(new() { Expand = [\"data.x\"] })", "expand%5B0%5D=data.x")]
    [InlineData("ChargeAsync(new() { Ids = [1, 2] })", "ids=1,2")]
    [InlineData("ChargeAsync(new() { Pipes = [\"a\", \"b\"], Spaces = [\"c\", \"d\"] })", "pipes=a%7Cb&spaces=c%20d")]
    [InlineData("ChargeAsync(new() { Flat = new() { Price = \"p\", Quantity = 2 } })", "price=p&quantity=2")]
    [InlineData("ChargeAsync(new() { Pair = new() { Price = \"p\", Quantity = 2 } })", "pair=price,p,quantity,2")]
    [InlineData("ChargeAsync(new() { Url = \"https://a.test/?b=c&d=+ %20\" })", "url=https://a.test/?b%3Dc%26d%3D%2B+%2520")]
    [InlineData("ChargeAsync()", null)]
    [InlineData("ChargeAsync(new())", "")]
    [InlineData("AnyAsync(new Dictionary<string, string> { [\"a&\"] = \"b\" })", "a%26=b")]
    [InlineData("RawAsync(\"a=b\")", "a=b")]
    [InlineData("MapAsync(new Dictionary<string, long> { [\"a\"] = 1 })", "a=1")]
    public async Task Form__has_a_field_for_each_property(string call, string? body)
    {
        var request = await Forms.RequestAsync(call);
        Assert.Equal(body is null ? null : "application/x-www-form-urlencoded", request.Headers.GetValueOrDefault("Content-Type")?.Split(';')[0]);
        Assert.Equal(body ?? "", request.Body ?? "");
    }

    [Theory]
    [InlineData("TokenAsync(null!)", "body")]
    [InlineData("RawAsync(null!)", "body")]
    public async Task Form_that_cannot_be_sent__is_refused(string call, string parameter)
    {
        var handler = new RecordingHandler();
        Assert.Equal(parameter, await Forms.CallAsync(handler, $"try {{ await client.{call}; return \"\"; }} catch (ArgumentException e) {{ return e.ParamName!; }}"));
        Assert.Empty(handler.Requests);
    }
}
