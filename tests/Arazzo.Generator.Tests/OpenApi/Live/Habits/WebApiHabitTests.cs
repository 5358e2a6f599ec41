using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>What documents of large web APIs and of the frameworks that write them have in common, and what goes over the wire.</summary>
public sealed class WebApiHabitTests
{
    private const string Payments = """
        paths:
          /charges:
            get:
              operationId: GetCharges
              parameters:
                - {name: expand, in: query, style: deepObject, explode: true, schema: {type: array, items: {type: string, maxLength: 5000}}}
                - {name: created, in: query, style: deepObject, explode: true, schema: {anyOf: [{title: range_query_specs, type: object, properties: {gt: {type: integer}, lte: {type: integer}}}, {type: integer}]}}
              requestBody: {required: false, content: {application/x-www-form-urlencoded: {encoding: {}, schema: {type: object, properties: {}, additionalProperties: false}}}}
              responses: {'200': {description: Found, content: {application/json: {schema: {$ref: '#/components/schemas/charge'}}}}, default: {description: Refused, content: {application/json: {schema: {$ref: '#/components/schemas/error'}}}}}
            post:
              operationId: PostCharges
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    encoding: {expand: {explode: true, style: deepObject}, metadata: {explode: true, style: deepObject}, shipping: {explode: true, style: deepObject}, items: {explode: true, style: deepObject}}
                    schema:
                      type: object
                      required: [amount]
                      additionalProperties: false
                      properties:
                        amount: {type: integer}
                        expand: {type: array, items: {type: string}}
                        metadata: {anyOf: [{type: object, additionalProperties: {type: string}}, {enum: [''], type: string}]}
                        shipping: {anyOf: [{title: shipping, type: object, required: [address], properties: {address: {title: address, type: object, properties: {city: {type: string}}}}}, {enum: [''], type: string}]}
                        items: {type: array, items: {title: item, type: object, properties: {price: {type: string}, quantity: {type: integer}, rates: {anyOf: [{type: array, items: {type: string}}, {enum: [''], type: string}]}}}}
                        zone: {type: string, enum: ['Etc/GMT0', 'Etc/GMT-0', 'Etc/GMT+0', '']}
              responses: {'200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/charge'}}}}}
        components:
          schemas:
            charge:
              type: object
              required: [id, object, customer]
              properties:
                id: {type: string}
                object: {type: string, enum: [charge]}
                customer: {nullable: true, anyOf: [{type: string, maxLength: 5000}, {$ref: '#/components/schemas/customer'}, {$ref: '#/components/schemas/deleted_customer'}], x-expansionResources: {oneOf: [{$ref: '#/components/schemas/customer'}]}}
                billing: {anyOf: [{$ref: '#/components/schemas/billing'}], nullable: true}
            customer: {type: object, required: [id, object], properties: {id: {type: string}, object: {type: string, enum: [customer]}, name: {type: string}}}
            deleted_customer: {type: object, required: [id, object, deleted], properties: {id: {type: string}, object: {type: string, enum: [customer]}, deleted: {type: boolean, enum: [true]}}}
            billing: {type: object, properties: {city: {type: string, nullable: true}}}
            error: {type: object, required: [error], properties: {error: {type: object, properties: {code: {type: string}}}}}
        """;

    [Fact]
    public async Task Payments__nested_forms_expandable_objects_and_emptied_fields()
    {
        const string charge = """{"id":"c","object":"charge","billing":null,"customer":""";
        var handler = new RecordingHandler().Answer(200, charge + "\"cus\"}").Answer(200, charge + """{"id":"cus","object":"customer","deleted":true}}""")
            .Answer(200, charge + """{"id":"cus","object":"customer","name":"N"}}""").Answer(402, """{"error":{"code":"declined"}}""");
        var result = await Live.Document(Payments, "3.0.0").CallAsync(handler, """
            var one = await client.PostChargesAsync(new PostChargesBody
            {
                Amount = 5, Expand = ["a", "b"], Metadata = PostChargesBodyMetadata.FromStringMap(new Dictionary<string, string> { ["k&"] = "v w" }),
                Shipping = new PostChargesBodyShippingShipping { Address = new PostChargesBodyShippingShippingAddress { City = "X" } },
                Items = [new PostChargesBodyItemsItem { Price = "p", Quantity = 2, Rates = PostChargesBodyItemsItemRates.FromStringList(["r"]) }, new PostChargesBodyItemsItem { Price = "q" }],
                Zone = PostChargesBodyZone.EtcGmtPlus0,
            });
            var two = await client.PostChargesAsync(new PostChargesBody { Amount = 5, Metadata = new PostChargesBodyMetadataOption(""), Shipping = new PostChargesBodyShippingOption("") });
            var three = await client.GetChargesAsync(["data.x"], new GetChargesCreatedRangeQuerySpecs { Gt = 1, Lte = 2 });
            var text = (one.Customer!.TryGetString(out var id) ? id : null) + two.Customer!.TryGetDeletedCustomer(out _) + (three.Customer!.TryGetCustomer(out var customer) ? customer.Name : null) + one.Billing.IsPresent;
            try { await client.GetChargesAsync(created: 7); return text; }
            catch (ApiException<Error> refused) { return text + refused.Error.ErrorValue.Code; }
            """);
        Assert.Equal("cusTrueNTruedeclined", result);
        Assert.Equal("amount=5&expand[0]=a&expand[1]=b&metadata[k%26]=v+w&shipping[address][city]=X&items[0][price]=p&items[0][quantity]=2&items[0][rates][0]=r&items[1][price]=q&zone=Etc%2FGMT%2B0", handler.Requests[0].Body!.Replace("%5B", "[").Replace("%5D", "]"));
        Assert.Equal("amount=5&metadata=&shipping=", handler.Requests[1].Body);
        Assert.Equal("?expand[0]=data.x&created[gt]=1&created[lte]=2", Query(handler.Requests[2]));
        Assert.Equal("?created=7", Query(handler.Requests[3]));
        Assert.Null(handler.Requests[2].Body);
    }

    private const string Pydantic = """
        paths:
          /items/{item_id}:
            put:
              operationId: update_item_items__item_id__put
              parameters:
                - {name: item_id, in: path, required: true, schema: {type: integer, title: Item Id}}
                - {name: q, in: query, required: false, schema: {anyOf: [{type: string, maxLength: 50}, {type: 'null'}], title: Q}}
                - {name: tags, in: query, required: false, schema: {anyOf: [{type: array, items: {type: string}}, {type: 'null'}], default: [], title: Tags}}
                - {name: x-token, in: header, required: false, schema: {anyOf: [{type: string}, {type: 'null'}], title: X-Token}}
                - {name: ads_id, in: cookie, required: false, schema: {anyOf: [{type: string}, {type: 'null'}], title: Ads Id}}
              requestBody: {required: true, content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Item-Input'}, {type: 'null'}], title: Item}}}}
              responses:
                '200': {description: Done, content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Plane'}, {$ref: '#/components/schemas/Car'}], title: Response}}}}
                '422': {description: Wrong, content: {application/json: {schema: {$ref: '#/components/schemas/HTTPValidationError'}}}}
          /upload:
            post:
              operationId: upload_upload_post
              requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Body_upload_upload_post'}}}}
              responses: {'200': {description: Done, content: {application/json: {schema: {}}}}}
        components:
          schemas:
            Item-Input: {type: object, required: [name, price], title: Item, properties: {name: {type: string, title: Name}, price: {anyOf: [{type: number}, {type: string}], title: Price}, size: {anyOf: [{$ref: '#/components/schemas/Size'}, {type: 'null'}]}, when: {anyOf: [{type: string, format: date-time}, {type: string, format: date}, {type: 'null'}]}, pair: {type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2, maxItems: 2}, kind: {const: item, default: item, type: string}}}
            Item-Output: {type: object, title: Item, properties: {name: {type: string}}}
            Size: {type: integer, enum: [1, 2]}
            Plane: {type: object, required: [type, size], properties: {type: {type: string, const: plane}, size: {type: integer}}}
            Car: {type: object, required: [type], properties: {type: {type: string, const: car}}}
            Body_upload_upload_post: {type: object, required: [file], properties: {file: {type: string, contentMediaType: application/octet-stream}, files: {type: array, items: {type: string, format: binary}}, avatar: {anyOf: [{type: string, format: binary}, {type: 'null'}]}, note: {anyOf: [{type: string}, {type: 'null'}]}, n: {type: integer, default: 1}}}
            HTTPValidationError: {type: object, properties: {detail: {type: array, items: {$ref: '#/components/schemas/ValidationError'}}}}
            ValidationError: {type: object, required: [loc, msg, type], properties: {loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}, msg: {type: string}, type: {type: string}}}
        """;

    [Fact]
    public async Task Pydantic__anyOf_with_null_is_nullable_in_parameters_bodies_and_parts()
    {
        var handler = new RecordingHandler().Answer(200, """{"type":"car"}""").Answer(422, """{"detail":[{"loc":["body",0],"msg":"m","type":"t"}]}""").Answer(200, "{}");
        var result = await Live.Document(Pydantic).CallAsync(handler, """
            var item = new ItemInput { Name = "n", Price = "1.5", Size = new(Size._2), When = new(new DateOnly(2026, 1, 2)), Kind = "item" };
            var updated = await client.UpdateItemItemsItemIdPutAsync(1, item, "a b", ["x", "y"], "t", "c");
            var text = updated.TryGetCar(out _) + "";
            try { await client.UpdateItemItemsItemIdPutAsync(2, null); }
            catch (ApiException<HTTPValidationError> wrong) { text += wrong.Error.Detail![0].Loc[1]; }
            await client.UploadUploadPostAsync(new BodyUploadUploadPost { File = BinaryContent.FromBytes(new byte[] { 65 }, "a.bin"), Files = [BinaryContent.FromBytes(new byte[] { 66 })], Note = new("hi") });
            return text;
            """);
        Assert.Equal("True0", result);
        Assert.Equal("https://api.test/v1/items/1?q=a%20b&tags=x&tags=y", handler.Requests[0].Uri.AbsoluteUri);
        Assert.Equal(("t", "ads_id=c"), (handler.Requests[0].Headers["x-token"], handler.Requests[0].Headers["Cookie"]));
        Assert.Equal("""{"name":"n","price":"1.5","size":2,"when":"2026-01-02","kind":"item"}""", handler.Requests[0].Body);
        Assert.Equal("null", handler.Requests[1].Body);
        Assert.Contains("name=\"file\"; filename=\"a.bin\"", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.Contains("name=\"note\"", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("avatar", handler.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway__greedy_variables_keep_their_slashes()
    {
        var handler = new RecordingHandler().Answer(200, "{}");
        await Live.Document("""
            servers: [{url: 'https://api.test/{basePath}', variables: {basePath: {default: /prod}}}]
            x-amazon-apigateway-request-validators: {all: {validateRequestBody: true}}
            paths:
              /files/{proxy+}:
                x-amazon-apigateway-any-method: {parameters: [{name: proxy, in: path, required: true, schema: {type: string}}], responses: {default: {description: Any}}}
                get: {parameters: [{name: proxy, in: path, required: true, schema: {type: string}}], responses: {'200': {description: 200 response, content: {}}}, x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200'}}}}
            """, "3.0.1").CallAsync(handler, "await client.GetFilesByProxyAsync(\"a b/c?d\"); return \"\";");
        Assert.Equal("/prod/files/a%20b/c%3Fd", handler.Request.Uri.AbsolutePath);
    }

    [Theory]
    // What is deprecated and still required has no warning, for it could not be avoided.
    [InlineData("{type: object, required: [a], properties: {a: {type: string, deprecated: true}}}", "new Item { A = \"x\" }", """{"a":"x"}""")]
    [InlineData("{type: object, required: [a, b], properties: {a: {$ref: '#/components/schemas/Old'}, b: {type: integer, readOnly: true, deprecated: true}}}", "new Item { A = new Old() }", """{"a":{}}""")]
    // Enums with the odd member, a null in them, or values of another type.
    [InlineData("{type: object, properties: {a: {type: string, nullable: true, enum: [x, '', null]}}}", "new Item { A = new(ItemA.Empty) }", """{"a":""}""")]
    [InlineData("{type: object, properties: {a: {type: [string, integer]}, b: {type: [integer, 'null'], enum: [1, null]}}}", "new Item { A = 5, B = new(null) }", """{"a":5,"b":null}""")]
    // Defaults of the wrong type, and of types that have none.
    [InlineData("{type: object, properties: {a: {type: integer, default: x}, b: {type: array, default: {}}, c: {type: string, default: 5}, d: {type: string, format: date-time, default: now}}}", "new Item { A = 1 }", """{"a":1}""")]
    // A description beside the one reference.
    [InlineData("{type: object, properties: {a: {description: Mine, nullable: true, allOf: [{$ref: '#/components/schemas/Old'}]}}}", "new Item { A = new(null) }", """{"a":null}""")]
    [InlineData("{type: object, properties: {a: {oneOf: [{$ref: '#/components/schemas/Old'}, {type: 'null'}]}}}", "new Item { A = new(null) }", """{"a":null}""")]
    // Maps of anything, maps of maps, lists of lists.
    [InlineData("{type: object, additionalProperties: {}}", "new Dictionary<string, System.Text.Json.JsonElement> { [\"k\"] = System.Text.Json.JsonElement.Parse(\"1\") }", """{"k":1}""")]
    [InlineData("{type: array, items: {type: array, items: {type: number}}}", "new IReadOnlyList<double>[] { [1, 2.5], [] }", "[[1,2.5],[]]")]
    // Numbers as text, whatever their format.
    [InlineData("{type: object, properties: {a: {type: string, format: int64}}}", "new Item { A = \"9007199254740993\" }", """{"a":"9007199254740993"}""")]
    [InlineData("{type: object, properties: {1: {type: string}, '2x': {type: integer}, '@id': {type: string}, $type: {type: string}, class: {type: string}}}", "new Item { _1 = \"a\", _2x = 2, Id = \"i\", Type = \"t\", Class = \"c\" }", """{"1":"a","2x":2,"@id":"i","$type":"t","class":"c"}""")]
    // A list of values on an array is no enum.
    [InlineData("{type: object, properties: {a: {type: array, items: {type: string}, enum: [[x]]}}}", "new Item { A = [\"x\"] }", """{"a":["x"]}""")]
    public async Task Schemas_of_many_documents__are_sent_as_they_are_meant(string schema, string value, string body)
    {
        var handler = new RecordingHandler().Answer(204);
        await Live.Document($$$$$$"""
            paths: {/items: {post: {operationId: add, requestBody: {required: true, content: {'application/json; charset=utf-8': {schema: {$ref: '#/components/schemas/Item'}}}}, responses: {'204': {description: Done} } } } }
            components:
              schemas:
                Old: {type: object, properties: {o: {type: string}}}
                Item: {{{{{{schema}}}}}}
            """, schema.Contains("nullable", StringComparison.Ordinal) ? "3.0.3" : "3.1.0").CallAsync(handler, $"await client.AddAsync({value}); return \"\";");
        Assert.Equal(body, handler.Request.Body);
    }

    [Theory]
    [InlineData("'*/*': {schema: {$ref: '#/components/schemas/Item'}}", "application/json", """{"a":1}""", "$\"{(await client.GetAsync()).A}\"", "1")]
    [InlineData("'application/json;charset=UTF-8': {schema: {$ref: '#/components/schemas/Item'}}", "application/json", """{"a":1}""", "$\"{(await client.GetAsync()).A}\"", "1")]
    [InlineData("application/hal+json: {schema: {$ref: '#/components/schemas/Item'}}", "application/json", """{"a":1}""", "$\"{(await client.GetAsync()).A}\"", "1")]
    [InlineData("'application/*+json': {schema: {$ref: '#/components/schemas/Item'}}", "application/vnd.x+json", """{"a":1}""", "$\"{(await client.GetAsync()).A}\"", "1")]
    [InlineData("text/html: {schema: {type: string}}, application/json: {schema: {$ref: '#/components/schemas/Item'}}", "application/json", """{"a":1}""", "$\"{(await client.GetAsync()).A}\"", "1")]
    [InlineData("application/json: {schema: {type: string}}", "application/json", "\"a\"", "await client.GetAsync()", "a")]
    [InlineData("application/json: {}", "application/json", "[1]", "(await client.GetAsync()).GetRawText()", "[1]")]
    [InlineData("application/json: {schema: {}, examples: {a: {$ref: '#/components/examples/None'}, b: {value: 1}, c: {externalValue: 'https://x.test'}}}", "application/json", "[1]", "(await client.GetAsync()).GetRawText()", "[1]")]
    [InlineData("'image/*': {schema: {type: string, format: binary}}", "image/png", "x", "await new System.IO.StreamReader(await client.GetAsync()).ReadToEndAsync()", "x")]
    [InlineData("'*/*': {schema: {type: string, format: binary}}", "application/pdf", "x", "await new System.IO.StreamReader(await client.GetAsync()).ReadToEndAsync()", "x")]
    [InlineData("application/pdf: {}", "application/pdf", "x", "await new System.IO.StreamReader(await client.GetAsync()).ReadToEndAsync()", "x")]
    [InlineData("'*/*': {schema: {type: string}}", "text/plain", "x", "await client.GetAsync()", "x")]
    [InlineData("'*/*': {schema: {type: string, format: byte}}", "image/png", "x", "System.Text.Encoding.UTF8.GetString(await client.GetAsync())", "x")]
    [InlineData("'*/*': {schema: {type: string, format: byte}}", "application/json", "\"eA==\"", "System.Text.Encoding.UTF8.GetString(await client.GetAsync())", "x")]
    [InlineData("text/plain: {schema: {type: integer, format: int64}}", "text/plain", "5", "(await client.GetAsync()).ToString()", "5")]
    [InlineData("text/plain: {schema: {$ref: '#/components/schemas/Item'}}", "text/plain", """{"a":1}""", "$\"{(await client.GetAsync()).A}\"", "1")]
    [InlineData("text/plain: {schema: {$ref: '#/components/schemas/Item'}}, application/json: {schema: {type: integer}}", "application/json", "1", "$\"{await client.GetAsync()}\"", "1")]
    [InlineData("'*/*': {schema: {type: string}}", "application/json", "plain words", "await client.GetAsync()", "plain words")]
    [InlineData("'*/*': {schema: {type: string}}", "application/json", "\"in quotes\"", "await client.GetAsync()", "in quotes")]
    public async Task Media_types_of_many_documents__are_read_as_they_are_meant(string content, string contentType, string answer, string call, string expected)
    {
        var handler = new RecordingHandler().Answer(200, answer, ("Content-Type", contentType));
        var result = await Live.Document($$$$$$"""
            paths: {/items: {get: {operationId: get, responses: {'200': {description: Found, content: { {{{{{{content}}}}}} } } }}}}
            components:
              schemas: {Item: {type: object, properties: {a: {type: integer}} } }
              examples: {None: {summary: None}}
            """).CallAsync(handler, $"return {call};");
        Assert.Equal(expected, result);
    }

    private static string Query(RecordedRequest request) => request.Uri.Query.Replace("%5B", "[").Replace("%5D", "]");
}
