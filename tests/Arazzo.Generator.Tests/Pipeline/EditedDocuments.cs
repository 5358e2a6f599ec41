namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>Documents in which one place depends on another, or on how the text around it goes on.</summary>
internal static class EditedDocuments
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["references"] = """
            openapi: 3.1.0
            info:
              title: References
              version: '1'
            servers:
            - url: https://example.com
            paths:
              /a/{id}:
                parameters:
                - $ref: '#/components/parameters/id'
                get:
                  operationId: getA
                  parameters:
                  - $ref: '#/components/parameters/page'
                  - name: page
                    in: query
                    schema: {}
                  responses:
                    '200':
                      $ref: '#/components/responses/found'
              /b/{id}:
                get:
                  operationId: getB
                  parameters:
                  - $ref: '#/paths/~1a~1{id}/parameters/0'
                  responses:
                    '200':
                      description: It.
                      content:
                        application/json:
                          schema:
                            $ref: '#/paths/~1c/post/requestBody/content/application~1json/schema'
              /c:
                post:
                  operationId: getA
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            name:
                              type: string
                            kind:
                              type: string
                              enum:
                              - one
                              - two
                  responses:
                    '204':
                      description: Done.
            components:
              parameters:
                id:
                  name: id
                  in: path
                  required: true
                  schema:
                    type: string
                page:
                  name: page
                  in: query
                  style: matrix
                  schema:
                    type: integer
              responses:
                found:
                  description: Found.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/B'
              schemas:
                A:
                  type: object
                  description: |
                    A.

                    More.
                  properties:
                    b:
                      $ref: '#/components/schemas/B'
                    kind:
                      type: strang
                B:
                  allOf:
                  - $ref: '#/components/schemas/A'
                  - type: object
                    required:
                    - count
                    properties:
                      count:
                        type: integer
                        maximum: ten
                # Before 3.1, what stands beside a reference does not count.
                Beside:
                  $ref: '#/components/schemas/A'
                  properties:
                    more:
                      type: string
                # What follows is a union.
                C:
                  oneOf:
                  - $ref: '#/components/schemas/A'
                  - $ref: '#/components/schemas/B'
                  discriminator:
                    propertyName: kind

                D:
                  type: array
                  items:
                    $ref: '#/components/schemas/Missing'
                  description: >-
                    Folded
                    text
            """,
        ["identifiers and fragments"] = """
            openapi: 3.1.0
            $self: https://example.com/api
            info:
              title: Identifiers
              version: 1
            paths: {}
            components:
              schemas:
                Tree:
                  $id: https://example.com/tree
                  $dynamicAnchor: node
                  type: object
                  properties:
                    value: true
                    children:
                      type: array
                      items:
                        $dynamicRef: '#node'
                Leaf:
                  $id: leaf
                  $anchor: leaf
                  type: object
                  properties:
                    tree:
                      $ref: tree
                    self:
                      $ref: '#leaf'
                    self: twice
                Alias:
                  $ref: '#/components/schemas/Leaf'
                Base:
                  type: object
                  discriminator: kind
                  properties:
                    kind:
                      type: string
                Derived:
                  allOf:
                  - $ref: '#/components/schemas/Base'
                  properties:
                    name:
                      type: string
                      pattern: '('
                A:
                  type: string
                  enum: [a, b, A]
                A: again
            """,
        ["swagger"] = """
            swagger: '2.0'
            info:
              title: Swagger
              version: '1'
            host: example.com
            consumes:
            - application/xml
            paths:
              /a:
                post:
                  operationId: post
                  parameters:
                  - $ref: '#/parameters/body'
                  responses:
                    200:
                      description: It.
                      schema:
                        $ref: '#/definitions/A'
              /b:
                get:
                  parameters:
                  - name: q
                    in: query
                    type: array
                    items:
                      type: string
                    collectionFormat: pipes
                  responses:
                    default:
                      $ref: '#/responses/failed'
            parameters:
              body:
                name: body
                in: body
                schema:
                  $ref: '#/definitions/A'
            responses:
              failed:
                description: Failed.
            definitions:
              A:
                type: object
                properties:
                  name:
                    type: string
                  other: {}
            """,
    };
}
