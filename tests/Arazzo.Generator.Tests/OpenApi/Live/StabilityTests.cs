using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>An addition to a document, or beside it, renames nothing that was there.</summary>
public sealed class StabilityTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [ { url: 'https://api.test/v1' } ]
        tags: [ { name: orders } ]
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [orders]
              parameters:
                - { name: sort, in: query, schema: { type: string, enum: [asc, desc] } }
                - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { from: { type: string } } } }
              responses:
                '200': { description: A, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Order' } }, page: { type: object, properties: { next: { type: string } } } } } } } }
                default: { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
            post:
              tags: [orders]
              requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string }, gift: { type: object, properties: { text: { type: string } } } } } } } }
              responses: { '201': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
          /orders/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            get: { tags: [orders], responses: { '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } }
        components:
          schemas:
            Order:
              type: object
              properties:
                id: { type: string }
                _id: { type: string }
                status: { type: string, enum: [open, CLOSED, '+1', '-1'] }
                lines: { type: array, items: { type: object, properties: { sku: { type: string }, kind: { type: string, enum: [a, b] } } } }
                payment: { oneOf: [ { $ref: '#/components/schemas/Card' }, { type: object, properties: { iban: { type: string } }, required: [iban] }, { type: string } ] }
                meta: { type: object, additionalProperties: { type: object, properties: { v: { type: string } } } }
            Card: { type: object, required: [number], properties: { number: { type: string } } }
            Error: { type: object, properties: { error: { type: object, properties: { code: { type: string } } } } }
            order-line: { type: object, properties: { a: { type: string } } }
            Task: { type: object, properties: { a: { type: string } } }

        """;

    public static TheoryData<string, string, string> Additions => new()
    {
        { "schema", "    Card: {", "    Aaa: { type: object, properties: { x: { type: string } } }\n    Card: {" },
        { "schema with schemas inside", "    Card: {", "    Refund: { type: object, properties: { line: { type: object, properties: { sku: { type: string } } } } }\n    Card: {" },
        { "property", "        id: { type: string }\n", "        created: { type: string, enum: [x, y] }\n        id: { type: string }\n" },
        { "property of an inline schema", "{ sku: {", "{ amount: { type: object, properties: { v: { type: number } } }, sku: {" },
        { "enum member", "[open, CLOSED,", "[draft, open, held, CLOSED," },
        { "union branch before others", "oneOf: [ {", "oneOf: [ { $ref: '#/components/schemas/Task' }, {" },
        { "union branch after others", "{ type: string } ] }\n        meta", "{ type: string }, { type: integer } ] }\n        meta" },
        { "operation", "  /orders/{id}:\n", "  /carts: { get: { tags: [orders], responses: { '200': { description: A, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } } }\n  /orders/{id}:\n" },
        { "operation with an id", "  /orders/{id}:\n", "  /carts: { get: { operationId: aaa, responses: { '204': { description: A } } } }\n  /orders/{id}:\n" },
        { "method of a path", "    get: { tags: [orders], r", "    delete: { responses: { '204': { description: A } } }\n    get: { tags: [orders], r" },
        { "tag", "tags: [ { name: orders } ]", "tags: [ { name: carts }, { name: orders } ]" },
        { "parameter", "        - { name: sort,", "        - { name: limit, in: query, schema: { type: integer } }\n        - { name: sort," },
        { "answer of another status", "        default: { d", "        '404': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }\n        default: { d" },
        { "media type of a body", "requestBody: { content: { application/json: {", "requestBody: { content: { text/plain: { schema: { type: string } }, application/json: {" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void Addition__renames_nothing(string what, string oldText, string newText)
    {
        Assert.NotEmpty(what);
        var test = GeneratorTest.Of(Live.Path, Document);
        var before = Names(test.RunWithDiagnostics());
        var after = Names(test.WithEdit(Live.Path, oldText, newText).RunWithDiagnostics());
        Assert.Empty(before.Except(after));
        Assert.NotEmpty(before);
    }

    [Fact]
    public void File_beside_it__renames_nothing()
    {
        var test = GeneratorTest.Of(Live.Path, Document);
        var before = Names(test.RunWithDiagnostics());
        var other = Live.Text("paths: {}\ncomponents: { schemas: { Order: { type: object, properties: { x: { type: string } } }, Cart: { type: object, properties: { y: { type: string } } } } }\n", title: "Other");
        Assert.Empty(before.Except(Names(test.With("specs/zzz.yml", other).RunWithDiagnostics())));
    }

    /// <summary>Every public type, property and method name; parameters may join those of a method.</summary>
    private static HashSet<string> Names(GeneratorResult result)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in result.Output.Assembly.GlobalNamespace.GetNamespaceMembers().Single(static item => item.Name == "Tests").GetTypeMembers())
        {
            names.Add(type.Name);
            foreach (var member in type.GetMembers().Where(static member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName))
            {
                names.Add($"{type.Name}.{member.Name}");
                names.UnionWith(member is IMethodSymbol method ? method.Parameters.Select(parameter => $"{type.Name}.{member.Name}({parameter.Name})") : []);
            }
        }
        return names;
    }
}
