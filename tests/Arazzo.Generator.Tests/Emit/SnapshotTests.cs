using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Emit;

/// <summary>Generated code, to look at: one small document that shows each kind of thing.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Pets() => Snapshot.Verify(string.Concat(GeneratorTest.Of("specs/pets.yml", """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        servers: [{ url: 'https://pets.example.com' }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              summary: Reads a pet.
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
                - { name: fields, in: query, schema: { type: array, items: { type: string } } }
              responses:
                '200': { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '404': { description: No such pet., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        components:
          schemas:
            Pet:
              description: An animal.
              type: object
              required: [id, status]
              properties:
                id: { type: integer, format: int64 }
                status: { $ref: '#/components/schemas/Status' }
                born: { type: string, format: date }
                nickname: { type: [string, 'null'] }
                friends: { type: array, items: { $ref: '#/components/schemas/Pet' } }
            Status: { type: string, enum: [available, sold] }
            Problem: { type: object, properties: { title: { type: string } } }
        """).Run().Sources.Select(static source => $"//// {source.Key}\n{source.Value}\n")));

    [Fact]
    public void Orders() => Snapshot.Verify(GeneratorTest
        .Of("specs/orders.yml", """
            openapi: 3.1.0
            info: { title: Orders, version: '1' }
            servers: [{ url: 'https://orders.example.com' }]
            paths:
              /orders/{id}:
                get:
                  operationId: getOrder
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses:
                    '200':
                      description: The order.
                      content: { application/json: { schema: { type: object, properties: { state: { type: string, enum: [open, shipped] } } } } }
            """)
        .With("specs/wait.arazzo.yml", """
            arazzo: 1.0.1
            info: { title: Wait, version: 1.0.0 }
            sourceDescriptions: [{ name: orders, url: orders.yml, type: openapi }]
            workflows:
              - workflowId: wait-for-order
                inputs: { type: object, required: [id], properties: { id: { type: string } } }
                steps:
                  - stepId: look
                    operationId: getOrder
                    parameters: [{ name: id, in: path, value: $inputs.id }]
                    successCriteria: [{ condition: $statusCode == 200 }]
                    outputs: { state: $response.body#/state }
                    onSuccess:
                      - { name: notYet, type: goto, stepId: look, criteria: [{ condition: $response.body#/state == 'open' }] }
                outputs: { state: $steps.look.outputs.state }
            """)
        .Run().Source("WaitForOrderWorkflow.g.cs"));
}
