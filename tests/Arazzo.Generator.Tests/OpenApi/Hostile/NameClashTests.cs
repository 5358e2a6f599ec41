using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>Names that are those of what the generator makes, of its members or of the framework: everything in one document, which compiles.</summary>
public sealed class NameClashTests
{
    // Types that operations and clients get, those of .NET and of the runtime, namespaces, keywords, and members of classes, enums and unions.
    private const string Types = """
        OrderResult OrderHeaders OrderAsync OrderRequest OrderResponse OrderResults OrderResponseHeaders OrderItem Result Headers Servers OAuth ClashClientServers ClashClientOAuth XmlShapes ClashClient Client
        Stream Uri Task List System Arazzo Runtime Tests Object String Int32 Exception Attribute Type Func Action Guid DateTimeOffset Optional JsonElement Utf8JsonReader CancellationToken HttpClient HttpMethod
        HttpContent HttpRequestMessage HttpResponseMessage IReadOnlyList IReadOnlyDictionary Dictionary IEnumerable IAsyncEnumerable ApiResponse ApiException ApiClientOptions ServerSentEvent BinaryContent ResponseHeaders
        GeneratedCode GeneratedCodeAttribute EditorBrowsable JsonConverter JsonSerializer Console Global Enum Nullable Void Dynamic Var Record Struct Class Interface Namespace Public Case Unknown Match Switch Value Index
        IsKnown Shapes ReadJson WriteJson Names Tags Kinds Base Derived Validate Regex Math Convert Text Collections Generic Linq IO Net Http Json Threading Globalization Diagnostics Memory Span StringComparison
        StringComparer TDirection ObjectMembers JsonOutput Encoding CultureInfo ValueTask IDisposable IEquatable Obsolete Flags Default True False Null _ __ A1 a-1 a_1
        """;

    private const string Document = """
        openapi: 3.2.0
        info: {title: Clash, version: '1'}
        servers: [{url: 'https://{Servers}.test', name: Servers, variables: {Servers: {default: a, enum: [a, Servers, class]}, servers: {default: b}}}, {url: 'https://b.test', name: ClashClientServers}, {url: 'https://c.test', description: ToString}]
        security: [{OAuth: []}]
        paths:
          /order:
            get:
              operationId: order
              parameters: [{name: cancellationToken, in: query, schema: {type: string}}, {name: body, in: header, schema: {type: string}}, {name: request, in: query, schema: {type: string}}, {name: response, in: query, schema: {type: string}}, {name: this, in: query, schema: {type: string}}, {name: value, in: query, schema: {type: string}}, {name: field, in: query, schema: {type: string}}]
              responses:
                '200': {description: A, headers: {Order: {schema: {type: string}}, order-headers: {schema: {type: string}}, Headers: {schema: {type: integer}}, Values: {schema: {type: string, format: uri}}, OrderHeaders: {schema: {type: string}}, Get-Hash-Code: {schema: {type: string}}, Deconstruct: {schema: {type: string}}, reader: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/OrderResult'}}}}
                '201': {description: B, content: {application/json: {schema: {$ref: '#/components/schemas/OrderHeaders'}}}}
                '404': {description: C, content: {application/json: {schema: {$ref: '#/components/schemas/Stream'}}}}
            post:
              operationId: update
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}, application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Order'}}, multipart/form-data: {schema: {$ref: '#/components/schemas/Order'}}, text/plain: {schema: {type: string}}, application/xml: {schema: {$ref: '#/components/schemas/Order'}}}}
              responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}, text/event-stream: {itemSchema: {$ref: '#/components/schemas/Task'}}}}}
            put: {operationId: updateAsForm, responses: {'204': {description: A}}}
            patch: {operationId: updateAsFormAsEvents, responses: {'204': {description: A}}}
            delete: {operationId: updateAsEvents, responses: {'204': {description: A}}}
            head: {operationId: updateAsMultipartAsync, responses: {'204': {description: A}}}
            options: {operationId: updateAsXmlWithResponse, responses: {'204': {description: A}}}
            trace: {operationId: updateAsTextRequest, responses: {'204': {description: A}}}
          /members: {get: {operationId: Servers, responses: {'204': {description: A}}}, post: {operationId: XmlShapes, responses: {'204': {description: A}}}, put: {operationId: OAuth, responses: {'204': {description: A}}}, patch: {operationId: ClashClient, responses: {'204': {description: A}}}, delete: {operationId: Pipeline, responses: {'204': {description: A}}}, options: {operationId: send, responses: {'204': {description: A}}}, trace: {operationId: Http, responses: {'204': {description: A}}}, head: {operationId: ToString, responses: {'204': {description: A}}}}
          /objects: {get: {operationId: orderWith, responses: {'200': {description: A, headers: {X: {schema: {type: string}}}}}}, post: {operationId: Equals, responses: {'200': {description: A, content: {application/json: {schema: {type: string}}, text/event-stream: {}}}, '201': {description: B, content: {text/plain: {}}}}}, put: {operationId: GetType, responses: {'204': {description: A}}}, patch: {operationId: GetHashCode, responses: {'204': {description: A}}}, delete: {operationId: Finalize, responses: {'204': {description: A}}}, options: {operationId: MemberwiseClone, responses: {'204': {description: A}}}}
        components:
          securitySchemes:
            OAuth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t.test', scopes: {}}, password: {tokenUrl: 'https://t.test', refreshUrl: 'https://t.test', scopes: {}}}}
            O-Auth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t.test/2', scopes: {}}}}
            ToString: {type: openIdConnect, openIdConnectUrl: 'https://t.test/3'}
          schemas:
            Order: {type: object, properties: {Order: {type: string}, order: {type: string}, Id: {type: string, format: uuid}, Stream: {type: string, format: binary}, Uri: {type: string, format: uri}, Task: {$ref: '#/components/schemas/Task'}, List: {type: array, items: {type: string}}, System: {$ref: '#/components/schemas/System'}, Arazzo: {$ref: '#/components/schemas/Arazzo'}, String: {type: string}, Int32: {type: integer}, Guid: {type: string, format: uuid}, DateTimeOffset: {type: string, format: date-time}, Optional: {type: [string, 'null']}, JsonElement: {}, Validate: {type: string, pattern: a}, Regex: {type: string, pattern: '^a$'}, reader: {type: string}, writer: {type: string}, json: {type: string}, value: {type: string}, seen: {type: string}, result: {type: string}}}
            Titled: {oneOf: [{title: Unknown, type: object, properties: {a: {type: string}}}, {title: TryGetUnknown, type: object, properties: {b: {type: string}}}, {title: FromUnknown, type: object, properties: {c: {type: string}}}, {title: Titled, type: object, properties: {d: {type: string}}}, {title: Match, type: object, properties: {e: {type: string}}}, {title: ToString, type: object, properties: {f: {type: string}}}, {title: Equals, type: object, properties: {g: {type: string}}}, {title: Value, type: object, properties: {h: {type: string}}}, {title: class, type: object, properties: {i: {type: string}}}]}
            TryGetA: {oneOf: [{title: A, type: object, properties: {a: {type: string}}}, {title: TryGetA, type: object, properties: {b: {type: string}}}]}
            Parent: {type: object, required: [Kind], properties: {Kind: {type: string}}, discriminator: {propertyName: Kind}}
            Kind: {allOf: [{$ref: '#/components/schemas/Parent'}, {type: object, properties: {Kind: {type: string}, Parent: {type: string}, kind: {type: string}}}]}
            Child: {allOf: [{$ref: '#/components/schemas/Parent'}, {type: object, properties: {Child: {type: string}, Base: {type: string}, ReadJson: {type: string}}}]}
            Everything: {oneOf: [CASES, {type: string}, {type: integer}, {type: boolean}]}

        """;

    [Fact]
    public void Names_are_those_of_something_else__everything_compiles()
    {
        var types = Types.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var cases = string.Join(", ", types.Where(static name => char.IsAsciiLetterUpper(name[0])).Select(static name => $"{{$ref: '#/components/schemas/{name}'}}"));
        var schemas = types.Select(static name =>
            $"    {name}: {{type: object, properties: {{{name}: {{type: string}}, order: {{$ref: '#/components/schemas/Order'}}, kind: {{type: string, enum: [{name}, Kind, Value, IsKnown]}}, level: {{type: integer, enum: [1, 2], x-enumNames: [{name}, Value]}}, "
            + "either: {oneOf: [{$ref: '#/components/schemas/Stream'}, {$ref: '#/components/schemas/Task'}]}, values: {type: array, items: {$ref: '#/components/schemas/List'}}, when: {type: string, format: date-time}, map: {type: object, additionalProperties: {$ref: '#/components/schemas/System'}}}}\n");

        var result = GeneratorTest.Of("specs/api.yml", Document.Replace("CASES", cases, StringComparison.Ordinal) + string.Concat(schemas)).RunWithDiagnostics();

        // Of schemas, one is called what the client is, and two differ in nothing that a name has.
        Assert.All(result.Diagnostics, static diagnostic => Assert.Equal((DiagnosticSeverity.Info, "ARZ0122"), (diagnostic.Severity, diagnostic.Id)));
    }
}
