using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class XmlAnswerTests
{
    private const string Schemas = """
        components:
          schemas:
            BucketList:
              type: object
              required: [count]
              xml: {name: ListAllMyBucketsResult, namespace: 'http://s3.amazonaws.com/doc/2006-03-01/'}
              properties:
                id: {type: string, xml: {attribute: true}}
                count: {type: integer}
                isTruncated: {type: boolean, xml: {name: IsTruncated}}
                made: {type: string, format: date-time}
                buckets: {type: array, xml: {wrapped: true, name: Buckets}, items: {$ref: '#/components/schemas/Bucket'}}
                tags: {type: array, items: {type: string}}
            Bucket: {type: object, xml: {name: Bucket}, required: [name], properties: {name: {type: string, xml: {name: Name}}, size: {type: integer, xml: {name: Size}}}}
            Error: {type: object, required: [code], properties: {code: {type: string, xml: {name: Code}}}}

        """;

    private static readonly GeneratorTest Xml = Live.Document("""
        paths:
          /buckets:
            get:
              operationId: list
              responses:
                '200': {description: A, content: {application/xml: {schema: {$ref: '#/components/schemas/BucketList'}}}}
                4XX: {description: Refused, content: {application/xml: {schema: {$ref: '#/components/schemas/Error'}}}}
          /names:
            get: {operationId: names, responses: {'200': {description: A, content: {text/xml: {schema: {type: array, items: {type: string, xml: {name: Name}}}}}}, '204': {description: None}}}
          /raw:
            get: {operationId: raw, responses: {'200': {description: A, content: {application/xml: {}}}}}
          /text:
            get: {operationId: text, responses: {'200': {description: A, content: {application/xml: {schema: {type: string}}}}}}
          /both:
            get: {operationId: both, responses: {'200': {description: A, content: {application/xml: {schema: {$ref: '#/components/schemas/Bucket'}}, application/json: {schema: {$ref: '#/components/schemas/Bucket'}}}}}}
          /either:
            get:
              operationId: either
              responses:
                '200': {description: A, content: {application/xml: {schema: {$ref: '#/components/schemas/Bucket'}}}}
                '202': {description: B, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}

        """ + Schemas);

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private const string Describe = """
        try
        {
            var list = await client.ListAsync();
            return $"{list.Id} {list.Count} {list.IsTruncated} {list.Made:yyyy} {string.Join(',', System.Linq.Enumerable.Select(list.Buckets ?? [], b => $"{b.Name}:{b.Size}"))} {string.Join(',', list.Tags ?? [])}";
        }
        catch (ApiException<Error> e) { return $"{e.StatusCode} {e.Error.Code}"; }
        catch (ApiException e) { return $"{e.StatusCode} {e.RawBody.Length > 0} {e.Message}"; }
        """;

    [Theory]
    [InlineData("<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\" id=\"i\"><count>2</count><IsTruncated>true</IsTruncated><made>2026-11-22T10:00:00Z</made><Buckets><Bucket><Name>a</Name><Size>1</Size></Bucket><Bucket><Name>b</Name></Bucket></Buckets><tags>x</tags><tags>y</tags></ListAllMyBucketsResult>", "i 2 True 2026 a:1,b: x,y")]
    [InlineData("<a><count>2</count><Buckets/><unknown><deep/></unknown></a>", " 2    ")]
    public async Task Xml__becomes_the_type_of_its_schema(string xml, string expected)
    {
        var handler = new RecordingHandler().Answer(200, Head + xml, ("Content-Type", "application/xml"));
        Assert.Equal(expected, await Xml.CallAsync(handler, Describe));
        Assert.Equal("application/xml", handler.Request.Headers["Accept"]);
    }

    [Theory]
    [InlineData("application/xml", Head + "<a>\n  <count>many</count>\n</a>", "200 True", "line 3, position 4")]
    [InlineData("application/xml", Head + "<a><Buckets>\n  <Bucket><Size>1</Size></Bucket>\n</Buckets><count>1</count></a>", "200 True", "line 3, position 4")]
    [InlineData("application/xml", Head + "<a>\n<count>1</count", "200 True", "line 3, position")]
    [InlineData("application/xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a><count>&e;</count></a>", "200 True", "DTD")]
    [InlineData("application/xml", "", "200 False", "empty")]
    [InlineData("text/html", "<html><count>1</count></html>", "200 True", "text/html")]
    [InlineData("text/plain", "no", "200 True", "text/plain")]
    public async Task Xml_that_is_not_what_the_document_says__is_told_with_its_place(string mediaType, string body, string start, string place)
    {
        var result = await Xml.CallAsync(new RecordingHandler().Answer(200, body, ("Content-Type", mediaType)), Describe);
        Assert.StartsWith(start, result, StringComparison.Ordinal);
        Assert.Contains(place, result, StringComparison.Ordinal);
        Assert.DoesNotContain("many", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/xml", "<Error><Code>NoSuchBucket</Code></Error>", "404 NoSuchBucket")]
    [InlineData("application/json", "{\"code\":\"gone\"}", "404 gone")]
    public async Task Error__is_typed(string mediaType, string body, string expected) =>
        Assert.Equal(expected, await Xml.CallAsync(new RecordingHandler().Answer(404, body, ("Content-Type", mediaType)), Describe));

    [Fact]
    public async Task Error_that_cannot_be_read__is_untyped_with_status_and_bytes() =>
        Assert.StartsWith("404 True", await Xml.CallAsync(new RecordingHandler().Answer(404, "<html>no</html>", ("Content-Type", "text/html")), Describe), StringComparison.Ordinal);

    [Theory]
    [InlineData("return string.Join(',', await client.NamesAsync() ?? [\"null\"]);", 200, "<r><Name>a</Name><Name>b</Name></r>", "a,b")]
    [InlineData("return string.Join(',', await client.NamesAsync() ?? [\"null\"]);", 204, "", "null")]
    [InlineData("return await client.RawAsync();", 200, "<r/>", "<r/>")]
    [InlineData("return await client.TextAsync();", 200, "<r/>", "<r/>")]
    [InlineData("return (await client.EitherAsync()).TryGetOk(out var bucket) ? bucket.Name : \"\";", 200, "<r><Name>a</Name></r>", "a")]
    public async Task Answer__may_be_a_list_absent_one_of_several_or_untyped(string program, int status, string xml, string expected) =>
        Assert.Equal(expected, await Xml.CallAsync(new RecordingHandler().Answer(status, xml, ("Content-Type", "text/xml")), program));

    [Fact]
    public async Task Json__is_preferred()
    {
        var handler = new RecordingHandler().Answer(200, "{\"name\":\"a\"}");
        Assert.Equal("a", await Xml.CallAsync(handler, "return (await client.BothAsync()).Name;"));
        Assert.Equal("application/json", handler.Request.Headers["Accept"]);
    }

    [Fact]
    public async Task Charset__is_that_of_the_header_else_of_the_document()
    {
        foreach (var (mediaType, head) in new[] { ("application/xml; charset=iso-8859-1", ""), ("application/xml", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>") })
        {
            var handler = new RecordingHandler().Answer(_ =>
            {
                var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(head + "<a id=\"é\"><count>1</count></a>"));
                content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
                return new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = content };
            });
            Assert.Equal("é", await Xml.CallAsync(handler, "return (await client.ListAsync()).Id!;"));
        }
    }

    [Fact]
    public async Task Workflow__points_into_the_JSON_that_the_XML_converts_to_and_XPath_reads_the_XML()
    {
        const string body = "<r xmlns:x=\"urn:x\"><count>2</count><x:extra>e</x:extra><Buckets><Bucket><Name>a</Name><Size>7</Size></Bucket></Buckets></r>";
        var handler = new RecordingHandler().Answer(200, body, ("Content-Type", "application/xml")).Answer(404, "<Error><Code>Gone</Code></Error>", ("Content-Type", "application/xml"));
        var result = await Xml.With("specs/flow.yml", """
            arazzo: 1.0.1
            info: {title: Flow, version: '1'}
            sourceDescriptions: [{name: api, url: api.yml, type: openapi}]
            workflows:
              - workflowId: read
                steps:
                  - stepId: list
                    operationId: list
                    successCriteria:
                      - {condition: $statusCode == 200}
                      - {condition: $response.body#/buckets/0/size > 6}
                      - {condition: "$.buckets[?@.size == 7]", context: $response.body, type: jsonpath}
                      - {condition: "//*[local-name()='extra']='e'", context: $response.body, type: xpath}
                      - {condition: "<x:extra>", context: $response.body, type: regex}
                    outputs: {name: $response.body#/buckets/0/name, size: $response.body#/buckets/0/size}
                  - stepId: refused
                    operationId: list
                    successCriteria: [{condition: $statusCode == 404}, {condition: $response.body#/code == 'Gone'}]
                    outputs: {code: $response.body#/code}
                outputs: {name: $steps.list.outputs.name, size: $steps.list.outputs.size, code: $steps.refused.outputs.code}
            """).CallAsync(handler, "var o = (await ReadWorkflow.RunAsync(client)).Outputs; return $\"{o.Name} {o.Size + 1} {o.Code}\";");
        Assert.Equal("a 8 Gone", result);
    }
}
