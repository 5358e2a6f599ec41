using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>What documents of Microsoft's tools (OData, AutoRest's Swagger, NSwag) write, and what it is meant to be.</summary>
public sealed class MicrosoftHabitTests
{
    private const string Mail = """
        paths:
          /users/{user-id}/messages/delta(since='{since}',day={day}):
            get:
              operationId: users.messages.delta-1f0a
              parameters:
                - {name: user-id, in: path, required: true, schema: {type: string}}
                - {name: since, in: path, required: true, schema: {type: string, nullable: true}}
                - {name: day, in: path, required: true, schema: {type: string, format: date}}
                - {name: $select, in: query, style: form, explode: false, schema: {type: array, uniqueItems: true, items: {type: string, enum: [id, body text, '*']}}}
                - {name: $top, in: query, schema: {type: integer, minimum: 0}, example: 50}
              responses:
                2XX: {description: Messages, content: {application/json: {schema: {$ref: '#/components/schemas/mail.messages'}}}}
                4XX: {description: Refused, content: {application/json: {schema: {$ref: '#/components/schemas/mail.error'}}}}
                5XX: {description: Broken, content: {application/json: {schema: {$ref: '#/components/schemas/mail.error'}}}}
        components:
          schemas:
            mail.entity: {type: object, required: ['@odata.type'], properties: {id: {type: string}, '@odata.type': {type: string}}, discriminator: {propertyName: '@odata.type', mapping: {'#mail.message': '#/components/schemas/mail.message', '#mail.invitation': '#/components/schemas/mail.invitation'}}}
            mail.message:
              allOf:
                - {$ref: '#/components/schemas/mail.entity'}
                - type: object
                  title: message
                  required: ['@odata.type']
                  properties:
                    body: {anyOf: [{$ref: '#/components/schemas/mail.body'}, {type: object, nullable: true}]}
                    rank: {anyOf: [{$ref: '#/components/schemas/mail.rank'}, {type: object, nullable: true}]}
                    size: {anyOf: [{type: number, format: double, nullable: true}, {type: string, nullable: true}, {$ref: '#/components/schemas/notANumber'}]}
                    '@odata.type': {type: string, default: '#mail.message'}
              x-ms-discriminator-value: '#mail.message'
            mail.invitation: {allOf: [{$ref: '#/components/schemas/mail.message'}, {type: object, properties: {allDay: {type: boolean, nullable: true}}}]}
            mail.body: {type: object, properties: {content: {type: string, nullable: true}}}
            mail.rank: {type: string, enum: [low, high]}
            mail.messages: {allOf: [{$ref: '#/components/schemas/page'}, {type: object, properties: {value: {type: array, items: {$ref: '#/components/schemas/mail.message'}}}}]}
            mail.error: {type: object, required: [error], properties: {error: {type: object, required: [code], properties: {code: {type: string}}, additionalProperties: {type: object}}}}
            page: {type: object, properties: {'@odata.count': {type: integer, format: int64, nullable: true}, '@odata.nextLink': {type: string, nullable: true}}}
            notANumber: {type: string, nullable: true, enum: ['-INF', INF, NaN]}
        """;

    [Fact]
    public async Task OData__objects_beside_references_mean_null_and_types_come_by_their_discriminator()
    {
        var handler = new RecordingHandler().Answer(200, """
            {"@odata.count":3,"value":[{"id":"1","body":{"content":"hi"},"rank":"low","@odata.type":"#mail.message","size":"INF"},
            {"@odata.type":"#mail.invitation","allDay":true,"body":null,"rank":null,"size":2.5},{"@odata.type":"#mail.unheardOf","id":"3","body":null}]}
            """).Answer(403, """{"error":{"code":"denied","inner":{"x":1}}}""");
        var result = await Live.Document(Mail, "3.0.4").CallAsync(handler, """
            var page = await client.UsersMessagesDelta1f0aAsync("a/b", "it's", new DateOnly(2026, 1, 2), [UsersMessagesDelta1f0aSelectItem.Id, UsersMessagesDelta1f0aSelectItem.BodyText], 5);
            var first = page.Value![0];
            var text = first.Body.Value!.Content.Value + first.Rank.Value + first.Size.Value + (page.Value[1] is MailInvitation { AllDay.Value: true } second ? second.Body.IsPresent + "" + second.Body.Value + second.Size.Value : "");
            text += page.Value[2].Id + page.OdataCount;
            try { await client.UsersMessagesDelta1f0aAsync("a", "b", default); return text; }
            catch (ApiException<MailError> refused) { return text + (int)refused.StatusCode! + refused.Error.Error.Code; }
            """);
        Assert.Equal("hilowINFTrue2.533403denied", result);
        Assert.Equal("https://api.test/v1/users/a%2Fb/messages/delta(since='it%27s',day=2026-01-02)?%24select=id,body%20text&%24top=5", Uri(handler.Requests[0]));
    }

    private const string Storage = """
        swagger: '2.0'
        info: {title: Storage, version: '2019-06-01'}
        host: storage.test
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        security: [{azure_auth: [user_impersonation]}]
        securityDefinitions: {azure_auth: {type: oauth2, flow: implicit, authorizationUrl: 'https://login.test/authorize', scopes: {user_impersonation: Act as the user}}}
        x-ms-paths:
          /{container}?restype=container&comp=list:
            get: {operationId: Container_List, parameters: [{name: container, in: path, required: true, type: string}], responses: {'200': {description: Listed}}}
        paths:
          /groups/{group}/accounts/{account}:
            parameters: [{$ref: '#/parameters/Group'}, {name: account, in: path, required: true, type: string}, {$ref: '#/parameters/ApiVersion'}]
            put:
              operationId: Accounts_Create
              parameters: [{name: parameters, in: body, required: true, schema: {$ref: '#/definitions/CreateParameters'}}]
              x-ms-long-running-operation: true
              responses:
                '200': {description: Done, schema: {$ref: '#/definitions/Account'}}
                '202': {description: Accepted, headers: {Location: {type: string}, Retry-After: {type: integer, format: int32}}}
                default: {description: Refused, schema: {$ref: '#/definitions/Failure'}}
        definitions:
          Resource: {properties: {id: {type: string, readOnly: true}}, x-ms-azure-resource: true}
          Tracked: {allOf: [{$ref: '#/definitions/Resource'}], properties: {tags: {type: object, additionalProperties: {type: string}}, location: {type: string}}, required: [location]}
          Account: {allOf: [{$ref: '#/definitions/Tracked'}], properties: {kind: {type: string, readOnly: true, enum: [Blob, File_v2], x-ms-enum: {name: AccountKind, modelAsString: true}}, properties: {$ref: '#/definitions/Details', x-ms-client-flatten: true}}}
          Details: {properties: {made: {type: string, format: date-time, readOnly: true}, changed: {type: string, format: date-time-rfc1123}, seen: {type: integer, format: unixtime}, age: {type: string, format: duration}}}
          CreateParameters: {required: [kind], properties: {kind: {type: string, enum: [Blob, File_v2], x-ms-enum: {name: AccountKind, modelAsString: true}}, shape: {$ref: '#/definitions/Shape'}}}
          Shape: {discriminator: shapeType, required: [shapeType], properties: {shapeType: {type: string}}}
          Circle: {allOf: [{$ref: '#/definitions/Shape'}], properties: {radius: {type: number}}, x-ms-discriminator-value: '#Storage.Circle'}
          Failure: {properties: {error: {$ref: '#/definitions/FailureBody'}}, x-ms-external: true}
          FailureBody: {properties: {code: {type: string}, details: {type: array, items: {$ref: '#/definitions/FailureBody'}}}}
        parameters:
          Group: {name: group, in: path, required: true, type: string, pattern: '^[-\w\._\(\)]+$', x-ms-parameter-location: method}
          ApiVersion: {name: api-version, in: query, required: true, type: string}
        """;

    [Fact]
    public async Task AutoRest__discriminator_values_paths_with_queries_and_named_enums_are_read()
    {
        var handler = new RecordingHandler()
            .Answer(202, "", ("Location", "https://storage.test/jobs/1"), ("Retry-After", "5"))
            .Answer(200, """{"id":"a1","location":"eu","kind":"Blob","properties":{"made":"2026-01-02T03:04:05.1234567Z","changed":"Mon, 05 Jan 2026 00:00:00 GMT","seen":1,"age":"P1Y"}}""")
            .Answer(200);
        var result = await GeneratorTest.Of(Live.Path, Storage, ("Client", "TestClient")).CallAsync(handler, """
            var parameters = new CreateParameters { Kind = AccountKind.FileV2, Shape = new Circle { Radius = 2 } };
            var accepted = await client.AccountsCreateWithResponseAsync("g", "a", "v1", parameters);
            var account = await client.AccountsCreateAsync("g", "a", "v1", parameters);
            await client.ContainerListAsync("c");
            return accepted.StatusCode + accepted.Headers["Location"] + account!.Id + account.Location + account.Kind + account.Properties!.Age + account.Properties.Changed;
            """);
        Assert.Equal("202https://storage.test/jobs/1a1euBlobP1YMon, 05 Jan 2026 00:00:00 GMT", result);
        Assert.Equal("""{"kind":"File_v2","shape":{"shapeType":"#Storage.Circle","radius":2}}""", handler.Requests[0].Body);
        Assert.Equal("https://storage.test/groups/g/accounts/a?api-version=v1", Uri(handler.Requests[0]));
        Assert.Equal("https://storage.test/c?restype=container&comp=list", Uri(handler.Requests[2]));
    }

    private const string Weather = """
        paths:
          /weather:
            get:
              tags: [Weather]
              operationId: Weather_Get
              parameters:
                - {name: Days, in: query, schema: {type: integer, format: int32, nullable: true}, x-position: 1}
                - {name: Kinds, in: query, style: form, explode: true, schema: {type: array, nullable: true, items: {$ref: '#/components/schemas/Kind'}}}
                - {name: Range.From, in: query, schema: {type: string, format: date-time}}
                - {name: range.from, in: query, schema: {type: integer}}
              responses: {'200': {description: '', content: {application/json: {schema: {type: array, nullable: true, items: {$ref: '#/components/schemas/Weather'}}}}}}
            post:
              operationId: Weather_Get
              requestBody: {x-name: forecast, required: true, content: {application/json: {schema: {nullable: true, oneOf: [{$ref: '#/components/schemas/Weather'}]}}}}
              responses: {'204': {description: ''}, '400': {description: '', content: {text/plain: {schema: {$ref: '#/components/schemas/Problem'}}, application/json: {schema: {$ref: '#/components/schemas/Problem'}}, text/json: {schema: {$ref: '#/components/schemas/Problem'}}}}}
        components:
          schemas:
            Weather: {type: object, additionalProperties: false, properties: {kind: {$ref: '#/components/schemas/Kind'}, other: {nullable: true, oneOf: [{$ref: '#/components/schemas/Kind'}]}, span: {type: string, format: time-span}, near: {type: object, nullable: true, additionalProperties: {nullable: true, oneOf: [{$ref: '#/components/schemas/Weather'}]}}, animal: {$ref: '#/components/schemas/Animal'}}}
            Kind: {type: integer, description: '', x-enumNames: [Rain, Sun], enum: [0, 1]}
            Animal: {type: object, discriminator: {propertyName: discriminator, mapping: {Cat: '#/components/schemas/CatDto'}}, x-abstract: true, required: [discriminator], properties: {discriminator: {type: string}}}
            CatDto: {allOf: [{$ref: '#/components/schemas/Animal'}, {type: object, additionalProperties: false, properties: {lives: {type: integer}}}]}
            Problem: {type: object, additionalProperties: {nullable: true}, properties: {title: {type: string, nullable: true}}}
            'Api.Result`1[[System.String, mscorlib]]': {type: object, properties: {data: {type: string}}}
            Result<List<String>>: {type: object, properties: {Data: {type: string}, data: {type: integer}}}
        """;

    [Fact]
    public async Task NSwag__numbered_enums_nullable_references_and_repeated_operationIds_work()
    {
        var handler = new RecordingHandler().Answer(200, """[{"kind":1,"other":null,"span":"1.02:03:04","near":{"a":null,"b":{"kind":7}},"animal":{"lives":9,"discriminator":"Cat"}}]""")
            .Answer(400, """{"title":"No","traceId":"t"}""");
        var document = Live.Document(Weather, "3.0.0").WithProgram("""
            var client = new TestClient(new HttpClient(handler), new ApiClientOptions { Resilience = { Enabled = false } });
            var days = await client.WeatherGetAsync(3, [Kind.Rain, Kind.Sun], new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), 4);
            var text = (days![0].Kind == Kind.Sun) + "" + days[0].Other.IsPresent + days[0].Near.Value!["b"]!.Kind + days[0].Near.Value!["a"] + ((CatDto)days[0].Animal!).Lives;
            try { await client.PostWeatherAsync(days[0]); return text; }
            catch (ApiException<Problem> problem) { return text + problem.Error.Title.Value + problem.Error.AdditionalProperties!["traceId"]; }
            """).RunWithDiagnostics();
        Assert.Equal(["ARZ0105"], document.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Equal("TrueTrue79Not", await document.RunProgramAsync(handler));
        Assert.Equal("https://api.test/v1/weather?Days=3&Kinds=0&Kinds=1&Range.From=2026-01-02T03%3A04%3A05%2B02%3A00&range.from=4", Uri(handler.Requests[0]));
        Assert.Equal("""{"kind":1,"other":null,"span":"1.02:03:04","near":{"a":null,"b":{"kind":7}},"animal":{"discriminator":"Cat","lives":9}}""", handler.Requests[1].Body);
    }

    private static string Uri(RecordedRequest request) => request.Uri.AbsoluteUri;
}
