using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Parameters with <c>content</c>, whole queries, reserved characters and nested values.</summary>
public sealed class ParameterContentTests
{
    private static readonly GeneratorTest Everything = Live.Document("""
        paths:
          /x/{place}:
            get:
              operationId: search
              parameters:
                - {name: place, in: path, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Place'}}}}
                - {name: q, in: query, content: {application/json: {schema: {$ref: '#/components/schemas/Place'}}}}
                - {name: any, in: query, content: {application/json: {}}}
                - {name: text, in: query, content: {text/plain: {schema: {type: string}}}}
                - {name: xml, in: query, content: {application/xml: {schema: {type: object}}}}
                - {name: X-Place, in: header, content: {application/json: {schema: {$ref: '#/components/schemas/Place'}}}}
                - {name: c, in: cookie, content: {application/json: {schema: {$ref: '#/components/schemas/Place'}}}}
                - {name: raw, in: cookie, content: {text/plain: {schema: {type: string}}}}
                - {name: url, in: query, allowReserved: true, schema: {type: string}}
                - {name: urls, in: query, allowReserved: true, explode: false, schema: {type: array, items: {type: string}}}
                - {name: empty, in: query, allowEmptyValue: true, schema: {type: array, items: {type: string}}}
                - {name: deep, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Deep'}}
                - {name: flat, in: query, schema: {$ref: '#/components/schemas/Deep'}}
                - {name: map, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: string}}}
                - {name: nested, in: query, schema: {type: array, items: {type: array, items: {type: integer}}}}
                - {name: 'with[]', in: query, schema: {type: array, items: {type: string}}}
              responses: {'204': {description: Done}}
          /form:
            get:
              operationId: form
              parameters: [{name: all, in: querystring, required: true, content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Deep'}}}}]
              responses: {'204': {description: Done}}
          /styled:
            get:
              operationId: styled
              parameters: [{name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Deep'}, encoding: {ids: {explode: false}, place: {style: deepObject}}}}}]
              responses: {'204': {description: Done}}
          /json:
            get:
              operationId: json
              parameters: [{name: all, in: querystring, content: {application/json: {schema: {$ref: '#/components/schemas/Place'}}}}]
              responses: {'204': {description: Done}}
          /path:
            get:
              operationId: jsonPath
              parameters: [{name: selector, in: querystring, content: {application/jsonpath: {schema: {type: string}}}}]
              responses: {'204': {description: Done}}
          /files/{+path}:
            get:
              operationId: file
              parameters: [{name: path, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done}}
        components:
          schemas:
            Place: {type: object, properties: {lat: {type: number}, name: {type: string}}}
            Deep:
              type: object
              properties:
                name: {type: string}
                flag: {type: boolean}
                nothing: {type: [string, 'null']}
                ids: {type: array, items: {type: integer}}
                place: {$ref: '#/components/schemas/Place'}
                places: {type: array, items: {$ref: '#/components/schemas/Place'}}
        """, "3.2.0");

    [Theory]
    [InlineData("SearchAsync(new Place { Lat = 0.5, Name = \"é\\\"\" })", "/x/%7B%22lat%22%3A0.5%2C%22name%22%3A%22%C3%A9%5C%22%22%7D")]
    [InlineData("SearchAsync(new Place(), q: new Place { Lat = 1 })", "/x/%7B%7D?q=%7B%22lat%22%3A1%7D")]
    [InlineData("SearchAsync(new Place(), any: System.Text.Json.JsonElement.Parse(\"[null]\"))", "/x/%7B%7D?any=%5Bnull%5D")]
    [InlineData("SearchAsync(new Place(), text: \"a b\", xml: \"<a/>\")", "/x/%7B%7D?text=a%20b&xml=%3Ca%2F%3E")]
    [InlineData("SearchAsync(new Place(), url: \"https://a.test/?b=c&d=%20#e é\")", "/x/%7B%7D?url=https://a.test/?b=c&d=%20%23e%20%C3%A9")]
    [InlineData("SearchAsync(new Place(), urls: [\"a/b\", \"c?\"])", "/x/%7B%7D?urls=a/b,c?")]
    [InlineData("SearchAsync(new Place(), empty: [])", "/x/%7B%7D?empty=")]
    [InlineData("SearchAsync(new Place(), empty: null)", "/x/%7B%7D")]
    [InlineData("SearchAsync(new Place(), deep: new Deep { Name = \"a&b\", Flag = true, Nothing = null, Ids = [1, 2], Place = new Place { Lat = 1e20 }, Places = [new Place { Name = \"x\" }, new Place()] })",
        "/x/%7B%7D?deep%5Bname%5D=a%26b&deep%5Bflag%5D=true&deep%5Bids%5D%5B0%5D=1&deep%5Bids%5D%5B1%5D=2&deep%5Bplace%5D%5Blat%5D=1E%2B20&deep%5Bplaces%5D%5B0%5D%5Bname%5D=x")]
    [InlineData("SearchAsync(new Place(), flat: new Deep { Name = \"a\", Ids = [1, 2], Place = new Place { Lat = 1 } })", "/x/%7B%7D?name=a&ids=1&ids=2&place%5Blat%5D=1")]
    [InlineData("SearchAsync(new Place(), map: new Dictionary<string, string> { [\"a b\"] = \"c\", [\"d\"] = \"\" })", "/x/%7B%7D?map%5Ba%20b%5D=c&map%5Bd%5D=")]
    [InlineData("SearchAsync(new Place(), nested: [[1, 2], [3]])", "/x/%7B%7D?nested%5B0%5D=1&nested%5B0%5D=2&nested%5B1%5D=3")]
    [InlineData("SearchAsync(new Place(), with: [\"a\", \"b\"])", "/x/%7B%7D?with%5B%5D=a&with%5B%5D=b")]
    [InlineData("FormAsync(new Deep { Name = \"a + b\", Flag = true, Nothing = null, Ids = [1, 2], Place = new Place { Name = \"x y\" } })", "/form?name=a+%2B+b&flag=true&ids=1&ids=2&place=%7B%22name%22%3A%22x+y%22%7D")]
    [InlineData("StyledAsync(new Deep { Name = \"a + b\", Ids = [1, 2], Place = new Place { Name = \"x y\" } })", "/styled?name=a+%2B+b&ids=1,2&place%5Bname%5D=x+y")]
    [InlineData("JsonAsync(new Place { Name = \"a\" })", "/json?%7B%22name%22%3A%22a%22%7D")]
    [InlineData("JsonAsync()", "/json")]
    [InlineData("JsonPathAsync(\"$.a.b[1:1]\")", "/path?%24.a.b%5B1%3A1%5D")]
    [InlineData("FileAsync(\"a/b c/d?e\")", "/files/a/b%20c/d%3Fe")]
    public async Task Url__has_the_value_as_its_media_type_or_style_has_it(string call, string expected) =>
        Assert.Equal("https://api.test/v1" + expected, (await Everything.RequestAsync(call)).Uri.AbsoluteUri);

    [Fact]
    public async Task Headers_and_cookies__carry_json_in_ascii()
    {
        var request = await Everything.RequestAsync("SearchAsync(new Place(), xPlace: new Place { Name = \"é😀;\" }, c: new Place { Name = \"é;\" }, raw: \"a=b, c\")");

        Assert.Equal("""{"name":"\u00E9\uD83D\uDE00;"}""", request.Headers["X-Place"]);
        Assert.Equal("c=%7B%22name%22%3A%22%C3%A9%3B%22%7D; raw=a=b, c", request.Headers["Cookie"]);
    }

    [Theory]
    [InlineData("SearchAsync(null!)", "place")]
    [InlineData("FormAsync(null!)", "all")]
    [InlineData("SearchAsync(new Place(), raw: \"a; b=c\")", "raw")]
    [InlineData("SearchAsync(new Place(), raw: \"é\")", "raw")]
    [InlineData("SearchAsync(new Place(), text: new string((char)0xD800, 1))", "text")]
    [InlineData("SearchAsync(new Place(), with: [\"a\", new string((char)0xDC00, 1)])", "with")]
    [InlineData("FileAsync(\"a/../b\")", "path")]
    [InlineData("FileAsync(\"\")", "path")]
    [InlineData("FileAsync(\"a/%2e%2E\")", "path")]
    [InlineData("FileAsync(null!)", "path")]
    public async Task Value_that_cannot_be_sent__is_refused_by_the_name_of_its_parameter(string call, string parameter)
    {
        var handler = new RecordingHandler().Answer(204);
        Assert.Equal(parameter, await Everything.CallAsync(handler, $"try {{ await client.{call}; return \"sent\"; }} catch (ArgumentException exception) {{ return exception.ParamName!; }}"));
        Assert.Empty(handler.Requests);
    }
}
