namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>Documents of our own that between them use everything: small, so that a damaged one compiles in no time.</summary>
internal static class FuzzDocuments
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["schemas"] = Schemas,
        ["unions"] = Unions,
        ["parameters"] = Parameters,
        ["bodies"] = Bodies,
        ["parts"] = Parts,
        ["responses"] = Responses,
        ["access"] = Access,
        ["swagger"] = Swagger,
    };

    private const string Schemas = """
        openapi: 3.1.0
        info: {title: Pets, description: A `client`., version: '1'}
        servers: [{url: 'https://a.example.com'}]
        paths:
          /pets:
            get: {operationId: getPet, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
            post: {operationId: addPet, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Values'}}}}, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}}
        components:
          schemas:
            Base: {type: object, required: [id], properties: {id: {type: integer, format: int64, minimum: 1, maximum: 9007199254740991}, kind: {$ref: '#/components/schemas/Kind'}}}
            Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}, born: {type: string, format: date}}}, {required: [born]}], additionalProperties: {type: string}}
            Kind: {type: string, enum: [cat, DOG, '', '+1'], description: One of them., x-enum-varnames: [Cat, Dog, None, Plus], x-enum-descriptions: [a, b, c, d]}
            Level: {type: integer, enum: [1, 2, -3], x-enumNames: [Low, High, Odd]}
            Mixed: {enum: [1, a, true, null, 2.5]}
            Named: {type: string, enum: [a, b], x-ms-enum: {name: Letters, modelAsString: true, values: [{value: a, name: A, description: first}, {value: b, name: B}]}}
            Described: {oneOf: [{const: x, title: The x, description: X.}, {const: y}]}
            Node: {type: object, properties: {value: {$ref: '#/components/schemas/Values'}, children: {type: array, items: {$ref: '#/components/schemas/Node'}}, map: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}, level: {$ref: '#/components/schemas/Level'}}, additionalProperties: false}
            Values:
              type: object
              minProperties: 1
              maxProperties: 40
              required: [text, always]
              patternProperties: {'^x-': {type: string}, '^y-': {type: integer}}
              propertyNames: {pattern: '^[a-z]+$'}
              dependentRequired: {text: [when]}
              not: {required: [small, big], properties: {small: {const: 5}}}
              if: {properties: {text: {pattern: '^x'}}}
              then: {required: [day]}
              else: {$ref: '#/components/schemas/Kind', minProperties: 1}
              properties:
                always: {const: fixed}
                text: {type: string, minLength: 1, maxLength: 10, pattern: '^[a-z]{1,9}$', default: x, examples: [abc]}
                when: {type: [string, 'null'], format: date-time, default: null}
                day: {type: string, format: date}
                time: {type: string, format: time}
                span: {type: string, format: duration}
                id: {type: string, format: uuid, readOnly: true}
                link: {type: string, format: uri}
                data: {type: string, format: byte, writeOnly: true}
                file: {type: string, contentMediaType: image/png}
                coded: {type: string, contentEncoding: base64}
                small: {type: integer, format: int32, multipleOf: 5, exclusiveMinimum: 0, exclusiveMaximum: 100}
                big: {type: integer, default: 12345678901234567890}
                price: {type: number, format: decimal, minimum: 0.01, multipleOf: 0.01}
                ratio: {type: number, format: float, maximum: 1}
                flag: {type: boolean, default: true, deprecated: true}
                any: true
                none: false
                list: {type: array, items: {type: array, items: {type: string, minLength: 2}}, minItems: 1, maxItems: 5, uniqueItems: true}
                some: {type: array, items: {type: number}, contains: {minimum: 5, not: {const: 7}}, maxContains: 3}
                tuple: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
                map: {type: object, additionalProperties: {type: array, items: {type: number}}}
                inline: {type: object, title: Inner part, properties: {a: {type: string}}, required: [a]}
                enum: {type: [string, 'null'], enum: [one, two, null]}
                letters: {$ref: '#/components/schemas/Named', description: beside}
                mixed: {$ref: '#/components/schemas/Mixed'}
                described: {$ref: '#/components/schemas/Described'}
        """;

    private const string Unions = """
        openapi: 3.1.0
        info: {title: Unions, version: '1'}
        servers: [{url: 'https://a.example.com'}]
        paths:
          /things:
            get: {operationId: getThing, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Shape'}}}}}}
            post: {operationId: addThing, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Any'}}}}, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}}}
            put: {operationId: putThing, requestBody: {required: true, content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Circle'}, {type: array, items: {$ref: '#/components/schemas/Square'}}]}}}}, responses: {'200': {description: A, content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Loop'}, {type: 'null'}]}}}}}}
        components:
          schemas:
            Shape: {oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}], discriminator: {propertyName: kind, mapping: {round: '#/components/schemas/Circle', square: Square}}}
            Circle: {type: object, required: [kind, radius], properties: {kind: {const: round}, radius: {type: number}}}
            Square: {type: object, required: [kind], properties: {kind: {type: string, enum: [square]}, side: {type: number}, inside: {$ref: '#/components/schemas/Shape'}}}
            Any: {anyOf: [{type: string}, {type: integer}, {type: boolean}, {type: array, items: {type: string}}, {type: array, items: {type: integer}}, {$ref: '#/components/schemas/Circle'}, {type: string, format: date-time}, {type: string, enum: [auto, none]}, {type: 'null'}]}
            Types: {type: [string, integer, array, object, 'null'], items: {type: string}, properties: {a: {type: string}}}
            Loop: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Loop'}}, {type: object, additionalProperties: {$ref: '#/components/schemas/Loop'}}]}
            Shared: {type: object, properties: {id: {type: string}}, oneOf: [{properties: {a: {type: string}}, required: [a]}, {title: The other, properties: {b: {type: integer}}, required: [b]}, {oneOf: [{required: [c], properties: {c: {type: boolean}}}, {type: 'null'}]}]}
            Mapped: {oneOf: [{type: object, additionalProperties: {type: integer}}, {type: object, additionalProperties: {type: string}}, {type: object, required: [type], properties: {type: {type: string, enum: [a]}}}, {type: object, required: [type], properties: {type: {type: string, enum: [b, c]}}}]}
            Colored: {allOf: [{$ref: '#/components/schemas/Shape'}, {type: object, required: [color], properties: {color: {type: string}}}]}
            Outcome: {oneOf: [{title: Done, type: object, required: [ok], properties: {ok: {const: true}, v: {type: string}}}, {title: Failed, type: object, required: [ok], properties: {ok: {type: boolean, enum: [false]}, v: {type: string}}}]}
            Versioned: {oneOf: [{$ref: '#/components/schemas/First'}, {$ref: '#/components/schemas/Second'}], discriminator: {propertyName: v, mapping: {'1': First, '2': Second}}}
            First: {type: object, required: [v], properties: {v: {type: integer, enum: [1]}, pair: {type: array, prefixItems: [{type: integer}, {type: number}], items: false}}}
            Second: {type: object, required: [v], properties: {v: {type: integer}, colored: {$ref: '#/components/schemas/Colored'}, outcome: {$ref: '#/components/schemas/Outcome'}}}
            Animal: {type: object, required: [petType], properties: {petType: {type: string}, name: {type: string}}, discriminator: {propertyName: petType, mapping: {cat: Cat, kitty: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}}
            Cat: {allOf: [{$ref: '#/components/schemas/Animal'}, {type: object, properties: {lives: {type: integer}, friend: {$ref: '#/components/schemas/Animal'}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Animal'}], properties: {bark: {$ref: '#/components/schemas/Any'}}, required: [bark]}
            Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {age: {type: integer}}}]}
            Plant: {type: object, discriminator: {propertyName: sort}, properties: {height: {type: number}}, oneOf: [{$ref: '#/components/schemas/Tree'}, {$ref: '#/components/schemas/Bush'}]}
            Tree: {allOf: [{$ref: '#/components/schemas/Plant'}, {type: object, properties: {fruit: {$ref: '#/components/schemas/Shape'}}}]}
            Bush: {allOf: [{$ref: '#/components/schemas/Plant'}], additionalProperties: {type: string}}
            Token: {type: object, required: [op], properties: {op: {type: integer}, line: {type: integer}}, discriminator: {propertyName: op, mapping: {'1': Word}}}
            Word: {allOf: [{$ref: '#/components/schemas/Token'}], properties: {text: {type: string}}}
            Sign: {allOf: [{$ref: '#/components/schemas/Token'}, {type: object, properties: {op: {const: 2}}}]}
            Holder: {type: object, properties: {shape: {$ref: '#/components/schemas/Shape'}, shapes: {type: array, items: {$ref: '#/components/schemas/Shape'}}, animal: {anyOf: [{$ref: '#/components/schemas/Animal'}, {type: 'null'}]}, any: {$ref: '#/components/schemas/Any'}, plants: {type: object, additionalProperties: {$ref: '#/components/schemas/Plant'}}, inline: {oneOf: [{type: object, title: Left, properties: {l: {type: string}}}, {type: object, title: Right, properties: {r: {type: string}}}]}, types: {$ref: '#/components/schemas/Types'}, shared: {$ref: '#/components/schemas/Shared'}, mapped: {$ref: '#/components/schemas/Mapped'}}}
        """;

    private const string Parameters = """
        openapi: 3.2.0
        info: {title: Parameters, version: '1'}
        servers: [{url: 'https://a.example.com/v1'}]
        paths:
          /p/{id}/{label}{matrix}/x:{verb}:
            parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}, {$ref: '#/components/parameters/Trace'}]
            get:
              operationId: getAll
              tags: [pets]
              parameters:
                - {name: label, in: path, required: true, style: label, explode: true, schema: {type: array, items: {type: integer}}}
                - {name: matrix, in: path, required: true, style: matrix, schema: {$ref: '#/components/schemas/Range'}}
                - {name: verb, in: path, required: true, schema: {type: string, enum: [run, stop]}}
                - {name: plain, in: query, description: A., required: true, schema: {type: string, default: x}}
                - {name: list, in: query, explode: false, schema: {type: array, items: {type: string}}}
                - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: integer}}}
                - {name: spaces, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string, format: date}}}
                - {name: deep, in: query, style: deepObject, explode: true, schema: {$ref: '#/components/schemas/Range'}}
                - {name: form, in: query, schema: {$ref: '#/components/schemas/Range'}}
                - {name: map, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: array, items: {type: string}}}}
                - {name: either, in: query, schema: {oneOf: [{type: string}, {type: integer}]}}
                - {name: json, in: query, content: {application/json: {schema: {$ref: '#/components/schemas/Range'}}}}
                - {name: open, in: query, allowReserved: true, allowEmptyValue: true, schema: {type: string}}
                - {name: when, in: query, schema: {type: string, format: date-time}}
                - {name: level, in: query, schema: {type: integer, enum: [1, 2]}}
                - {name: bytes, in: query, schema: {type: string, format: byte}}
                - {name: any, in: query, schema: {}}
                - {name: X-List, in: header, schema: {type: array, items: {type: string}}}
                - {name: X-Object, in: header, explode: true, schema: {$ref: '#/components/schemas/Range'}}
                - {name: X-Json, in: header, content: {application/json: {schema: {type: array, items: {type: number}}}}}
                - {name: session, in: cookie, schema: {type: string}}
                - {name: prefs, in: cookie, style: cookie, schema: {type: object, properties: {a: {type: string}}}}
              responses: {'204': {description: A}}
            query:
              operationId: search
              parameters: [{name: label, in: path, required: true, schema: {type: string}}, {name: matrix, in: path, required: true, schema: {type: boolean}}, {name: verb, in: path, required: true, schema: {type: number}}, {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Range'}, encoding: {from: {style: form, explode: false, allowReserved: true}}}}}]
              responses: {'204': {description: A}}
            additionalOperations: {COPY: {parameters: [{name: label, in: path, required: true, schema: {type: string}}, {name: matrix, in: path, required: true, schema: {type: string}}, {name: verb, in: path, required: true, schema: {type: string}}], responses: {'200': {description: A}}}}
          /fixed?mode=full#part:
            get: {parameters: [{name: mode, in: query, schema: {type: string}}], deprecated: true, responses: {default: {description: A}}}
        components:
          parameters: {Trace: {name: X-Trace, in: header, schema: {type: string, format: uuid}}}
          schemas:
            Range: {type: object, required: [from], properties: {from: {type: integer}, to: {type: integer, nullable: true}, tags: {type: array, items: {type: string}}, inner: {type: object, properties: {a: {type: string}}}}}
        """;

    private const string Bodies = """
        openapi: 3.1.0
        info: {title: Bodies, version: '1'}
        servers: [{url: 'https://a.example.com/v1'}]
        paths:
          /b:
            put:
              operationId: putAll
              tags: [a, b]
              requestBody:
                required: true
                description: All of them.
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Order'}}
                  application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Order'}, encoding: {tags: {style: pipeDelimited, explode: false}, address: {style: deepObject}, total: {contentType: application/json}, note: {allowReserved: true}}}
                  multipart/form-data:
                    schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, files: {type: array, items: {type: string, format: binary}}, meta: {$ref: '#/components/schemas/Order'}, note: {type: string}, count: {type: integer}}}
                    encoding: {file: {contentType: 'image/png, image/jpeg', headers: {X-Part: {schema: {type: string}}}}, meta: {contentType: application/json}, note: {contentType: text/plain; charset=utf-8}}
                  multipart/mixed: {schema: {type: object, properties: {a: {type: string}}}}
                  application/xml: {schema: {$ref: '#/components/schemas/Order'}}
                  application/octet-stream: {schema: {type: string, format: binary}}
                  text/plain: {schema: {type: string}}
                  application/vnd.contoso.v1+json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}
                  '*/*': {}
              responses: {'200': {description: A, content: {application/xml: {schema: {$ref: '#/components/schemas/Order'}}}}}
            patch:
              operationId: patchAll
              requestBody: {$ref: '#/components/requestBodies/Patch'}
              responses: {'204': {description: A}}
            post:
              requestBody: {content: {application/json: {schema: {type: [string, 'null']}}, text/csv: {schema: {type: string}}}}
              responses: {'201': {description: A}}
            delete:
              operationId: putAllAsForm
              requestBody: {content: {image/*: {schema: {type: string, contentMediaType: image/png}}}}
              responses: {'200': {description: A}}
        components:
          requestBodies: {Patch: {required: true, content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Patch'}}, application/json-patch+json: {schema: {type: array, items: {type: object, required: [op, path], properties: {op: {type: string, enum: [add, remove]}, path: {type: string}, value: {}}}}}}}}
          schemas:
            Order: {type: object, xml: {name: order, namespace: 'https://a.example.com/o', prefix: o}, required: [id], properties: {id: {type: integer, xml: {attribute: true}}, note: {type: string, xml: {name: Note}}, tags: {type: array, xml: {wrapped: true, name: tags}, items: {type: string, xml: {name: tag}}}, address: {$ref: '#/components/schemas/Address'}, total: {type: number}, parent: {$ref: '#/components/schemas/Order'}, when: {type: string, format: date-time}, text: {type: string, xml: {nodeType: text}}}}
            Address: {type: object, xml: {name: addr}, properties: {street: {type: string}, lines: {type: array, items: {$ref: '#/components/schemas/Line'}}}, additionalProperties: {type: string}}
            Line: {type: object, properties: {a: {type: string, xml: {prefix: x, namespace: 'urn:x'}}}}
            Patch: {type: object, properties: {name: {type: [string, 'null']}, tags: {type: [array, 'null'], items: {type: string}}}}
        """;

    private const string Parts = """
        openapi: 3.2.0
        info: {title: Parts, version: '1'}
        servers: [{url: 'https://a.example.com/{base}', variables: {base: {default: /v1}}}]
        tags: [{name: beta, kind: badge}]
        paths:
          /m/{rest+}:
            post:
              operationId: sendAll
              tags: [beta, parts]
              parameters: [{name: rest, in: path, required: true, schema: {type: string, format: base64url}}]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {image: {anyOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}, {type: string, enum: [auto]}, {$ref: '#/components/schemas/Shape'}]}, range: {$ref: '#/components/schemas/Range'}, ids: {type: array, items: {type: integer}}, order: {$ref: '#/components/schemas/Shape'}, key: {type: string, format: base64url}}}
                    encoding: {image: {contentType: 'image/*'}, range: {style: deepObject, explode: true}, ids: {style: form, explode: false}, order: {contentType: application/xml}}
                  multipart/mixed: {schema: {type: array, prefixItems: [{type: string}, {$ref: '#/components/schemas/Range'}]}, prefixEncoding: [{contentType: text/csv}, {}], itemEncoding: {contentType: application/json}}
                  application/jsonl: {itemSchema: {$ref: '#/components/schemas/Shape'}}
                  application/json-seq: {schema: {type: array, items: {type: integer}}}
                  application/xml: {schema: {type: array, xml: {name: shapes}, items: {$ref: '#/components/schemas/Shape'}}}
              responses:
                '200':
                  description: A
                  content:
                    text/event-stream: {itemSchema: {oneOf: [{properties: {event: {const: a}, data: {$ref: '#/components/schemas/Range'}}}, {properties: {event: {enum: [b]}, data: {type: array, items: {type: string}}}}, {properties: {event: {const: c}, data: {title: C, type: object, properties: {id: {type: string}}}}}]}}
                    '*/*': {schema: {type: string}}
          /e: {put: {requestBody: {content: {multipart/form-data: {schema: {oneOf: [{type: object, required: [file], properties: {file: {type: string, format: binary}}}, {$ref: '#/components/schemas/Range'}]}}}}, responses: {'204': {description: A}}}}
        x-ms-paths: {'/m?list': {get: {operationId: listAll, responses: {'200': {description: A, content: {application/xml: {schema: {$ref: '#/components/schemas/Shape'}}}}}}}}
        components:
          schemas:
            Range: {type: object, minProperties: 1, maxProperties: 3, required: [to], properties: {from: {type: [string, 'null']}, to: {type: integer, readOnly: true, deprecated: true}, limit: {oneOf: [{type: string, minLength: 1, pattern: '^a'}, {type: integer, minimum: 1}, {type: array, maxItems: 2, items: {type: string, maxLength: 3}}, {$ref: '#/components/schemas/Range'}]}}}
            Shape: {type: object, required: [kind], properties: {kind: {type: string, xml: {attribute: true}}, bytes: {oneOf: [{type: string, format: base64url}, {type: string, format: byte}, {type: number, format: decimal}]}}, discriminator: {propertyName: kind}}
            Circle: {allOf: [{$ref: '#/components/schemas/Shape'}], properties: {radius: {type: number, xml: {nodeType: text}}}, x-ms-discriminator-value: '#Circle'}
            Square: {allOf: [{$ref: '#/components/schemas/Circle'}], properties: {side: {anyOf: [{$ref: '#/components/schemas/Range'}, {type: object, nullable: true}]}, sides: {type: array, xml: {wrapped: true}, items: {$ref: '#/components/schemas/Shape'}}}}
        """;

    private const string Responses = """
        openapi: 3.2.0
        info: {title: Responses, version: '1'}
        servers: [{url: 'https://a.example.com/v1'}]
        paths:
          /r:
            get:
              operationId: getAll
              responses:
                '200': {description: A, headers: {X-Rate: {schema: {type: integer}, description: Left.}, X-Tags: {schema: {type: array, items: {type: string}}}, Set-Cookie: {schema: {type: string}}, X-Json: {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}, text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}, application/x-ndjson: {itemSchema: {$ref: '#/components/schemas/Item'}}}}
                '201': {description: B, headers: {X-Rate: {schema: {type: string}}}, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}}}
                '202': {description: C}
                '206': {description: D, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
                3XX: {description: E}
                '404': {$ref: '#/components/responses/Missing'}
                4XX: {description: F, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                5XX: {description: G, content: {text/plain: {schema: {type: string}}}}
                default: {description: H, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
            post:
              operationId: createAll
              responses: {default: {description: A, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}
            put: {operationId: streamAll, responses: {'200': {description: A, content: {text/event-stream: {schema: {type: object, properties: {data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Item'}}, event: {type: string}}}}}}}}
            delete: {operationId: linesOf, responses: {'200': {description: A, content: {application/jsonl: {schema: {type: array, items: {type: integer}}}}}, 2XX: {description: B}}}
            head: {operationId: headOf, responses: {'200': {description: A, headers: {ETag: {required: true, schema: {type: string}}, Last-Modified: {schema: {type: string, format: date-time}}}, content: {application/json: {schema: {type: string}}}}}}
          /t:
            get: {operationId: getText, responses: {'200': {description: A, content: {text/html: {schema: {type: string}}}}, '203': {description: B, content: {application/pdf: {}}}}}
            post: {operationId: getAllResult, responses: {'200': {description: A, content: {application/json: {schema: {type: [string, 'null']}}}}, '204': {description: B}}}
            patch: {operationId: watchAll, requestBody: {content: {text/plain: {schema: {type: integer, enum: [1, 2]}}}}, responses: {'200': {description: A, content: {application/json;stream=watch: {schema: {$ref: '#/components/schemas/Item'}}, text/plain: {schema: {type: number}}}}, '201': {description: B, content: {text/plain: {schema: {type: string, format: date}}}}, '400': {description: C, content: {text/plain: {schema: {type: string, enum: [no, never]}}}}}}
            put: {responses: {'302': {description: A, headers: {Location: {schema: {type: string, format: uri}}}}}}
            delete: {operationId: dropIt, responses: {'200': {description: A, content: {application/json: {$ref: '#/components/mediaTypes/Gone'}}}}}
        components:
          mediaTypes: {Gone: {$ref: '#/components/mediaTypes/Left'}, Left: {schema: {$ref: '#/components/schemas/Item'}}}
          headers: {Rate: {schema: {type: integer}}}
          responses: {Missing: {description: M, headers: {X-Rate: {$ref: '#/components/headers/Rate'}}, content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}}}
          schemas:
            Item: {type: object, required: [id], properties: {id: {type: string}, next: {$ref: '#/components/schemas/Item'}}}
            Event: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Item'}, event: {type: string}, id: {type: string}}}
            Problem: {type: object, properties: {type: {type: string, format: uri}, title: {type: string}, status: {type: integer}}}
            GetAllHeaders: {type: object, properties: {headers: {type: string}}}
        """;

    private const string Access = """
        openapi: 3.2.0
        info: {title: Access, version: '1'}
        servers:
          - {url: 'https://{region}.example.com:{port}/{base}', name: Main, description: The first, variables: {region: {default: eu, enum: [eu, us], description: Where.}, port: {default: '443', enum: ['443', '8443']}, base: {default: v1}}}
          - {url: 'https://test.example.com', description: For tests}
          - {url: //other.example.com/x}
          - {url: /relative}
        security: [{key: []}, {flow: [read, write], basic: []}, {}]
        tags: [{name: first, description: The first.}, {name: second, parent: first}]
        paths:
          /a:
            servers: [{url: 'https://up.example.com/{v}', variables: {v: {default: '2'}}}]
            get: {operationId: getA, tags: [first], security: [{cookie: []}, {query: []}], responses: {'204': {description: A}}}
            post: {operationId: addA, tags: [second, first], security: [], servers: [{url: 'https://post.example.com'}], responses: {'204': {description: A}}}
          /b:
            get: {tags: [second], security: [{bearer: [], key: []}, {oidc: [openid]}, {mutual: []}, {digest: []}], responses: {'204': {description: A}}}
            post: {operationId: hook, x-idempotent: true, callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}, responses: {'200': {description: A}}}}}}, responses: {'200': {description: A, links: {next: {operationId: getA, parameters: {a: $response.body#/a}}}}}}
        webhooks: {created: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}, responses: {'200': {description: A}}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key, description: A key.}
            query: {type: apiKey, in: query, name: key}
            cookie: {type: apiKey, in: cookie, name: sid}
            basic: {type: http, scheme: basic}
            bearer: {type: http, scheme: bearer, bearerFormat: JWT}
            digest: {type: http, scheme: digest}
            mutual: {type: mutualTLS}
            oidc: {type: openIdConnect, openIdConnectUrl: 'https://id.example.com/.well-known/openid-configuration'}
            flow: {type: oauth2, oauth2MetadataUrl: 'https://id.example.com/meta', flows: {clientCredentials: {tokenUrl: 'https://id.example.com/token', refreshUrl: 'https://id.example.com/refresh', scopes: {read: Reads., write: Writes.}}, authorizationCode: {authorizationUrl: 'https://id.example.com/auth', tokenUrl: 'https://id.example.com/token', scopes: {}}, deviceAuthorization: {deviceAuthorizationUrl: 'https://id.example.com/device', tokenUrl: 'https://id.example.com/token', scopes: {}}}}
        """;

    private const string Swagger = """
        swagger: '2.0'
        info: {title: Swagger, version: '1'}
        host: api.example.com
        basePath: /v1
        schemes: [https, http]
        consumes: [application/json]
        produces: [application/json, text/xml]
        security: [{key: []}, {flow: [read]}]
        parameters: {Limit: {name: limit, in: query, type: integer, format: int32, default: 10, minimum: 1}}
        responses: {Wrong: {description: W, schema: {$ref: '#/definitions/Error'}, headers: {X-Rate: {type: integer}}}}
        securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}, flow: {type: oauth2, flow: accessCode, authorizationUrl: 'https://id.example.com/a', tokenUrl: 'https://id.example.com/t', scopes: {read: R}}, basic: {type: basic}}
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, type: string}]
            get: {operationId: getPet, tags: [pets], parameters: [{$ref: '#/parameters/Limit'}, {name: ids, in: query, type: array, items: {type: string}, collectionFormat: multi}, {name: tabs, in: query, type: array, items: {type: integer}, collectionFormat: tsv}, {name: X-H, in: header, type: string, enum: [a, b]}], responses: {'200': {description: A, schema: {$ref: '#/definitions/Pet'}, headers: {X-Next: {type: string}}}, '404': {$ref: '#/responses/Wrong'}}}
            put: {operationId: putPet, consumes: [application/xml, application/json], parameters: [{name: body, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}], responses: {'204': {description: A}}}
            post: {operationId: upload, consumes: [multipart/form-data], parameters: [{name: file, in: formData, type: file, required: true}, {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: csv}, {name: count, in: formData, type: integer}], responses: {'200': {description: A, schema: {type: file}}}}
            patch: {consumes: [application/x-www-form-urlencoded], parameters: [{name: name, in: formData, type: string}], responses: {default: {description: A, schema: {$ref: '#/definitions/Error'}}}}
        definitions:
          Pet: {type: object, discriminator: petType, required: [petType], properties: {petType: {type: string}, name: {type: string, x-nullable: true, xml: {attribute: true}}, status: {type: string, enum: [new, old]}, tags: {type: array, items: {type: string}, xml: {wrapped: true}}}}
          Cat: {allOf: [{$ref: '#/definitions/Pet'}, {type: object, properties: {lives: {type: integer, format: int32}}}]}
          Dog: {allOf: [{$ref: '#/definitions/Pet'}], properties: {owner: {$ref: '#/definitions/Pet'}}, x-discriminator-value: hound}
          Error: {type: object, properties: {code: {type: integer}, fields: {type: object, additionalProperties: {type: array, items: {type: string}}}}}
        """;
}
