namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>An API that asks for a bit of everything, and workflows that end in every way.</summary>
internal static class LibraryDocuments
{
    public const string Api = """
        openapi: 3.1.0
        info: { title: Library, version: '1' }
        servers: [ { url: 'https://library.example/{stage}', variables: { stage: { default: v1 } } } ]
        security: [ { key: [] } ]
        paths:
          /books:
            get:
              operationId: findBooks
              parameters:
                - { name: genre, in: query, schema: { type: array, items: { enum: [novel, poetry] } }, style: form, explode: false }
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }
                - { name: published, in: query, style: deepObject, schema: { type: object, properties: { after: { type: integer } } } }
                - { name: X-Trace, in: header, schema: { type: string, format: uuid } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object, properties: { books: { type: array, items: { $ref: '#/components/schemas/Book' } } } } } } }
                '429': { description: slow down }
          /books/{isbn}/loans:
            parameters: [ { name: isbn, in: path, required: true, schema: { type: string, pattern: '^[0-9]{13}$' } } ]
            post:
              operationId: lendBook
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/NewLoan' } }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/NewLoan' } }
              responses:
                '201': { description: ok, headers: { Location: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Loan' } } } }
                '409': { description: lent already, content: { application/json: { schema: { type: object, properties: { until: { type: string, format: date } } } } } }
          /loans/{id}:
            get:
              operationId: getLoan
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '200': { description: ok, content: { application/xml: { schema: { $ref: '#/components/schemas/Loan' } } } } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Book:
              type: object
              required: [isbn, title]
              properties:
                isbn: { type: string }
                title: { type: string }
                sequel: { $ref: '#/components/schemas/Book' }
            NewLoan:
              type: object
              required: [reader, days]
              additionalProperties: false
              properties: { reader: { type: string, format: email }, days: { type: integer, maximum: 60 } }
            Loan:
              type: object
              required: [id, state]
              properties: { id: { type: integer }, state: { type: string, enum: [OPEN, OVERDUE, RETURNED] }, fine: { type: number } }
        """;

    public const string Workflows = """
        arazzo: 1.0.1
        info: { title: Library, version: '1' }
        sourceDescriptions: [ { name: library, url: library.yml, type: openapi } ]
        workflows:
          - workflowId: borrow
            inputs:
              type: object
              required: [reader, days]
              properties: { reader: { type: string }, days: { type: string }, trace: { type: string }, genres: { type: array, items: { type: string } } }
            steps:
              - stepId: find
                operationId: findBooks
                parameters:
                  - { name: genre, in: query, value: $inputs.genres }
                  - { name: limit, in: query, value: 3 }
                  - { name: X-Trace, in: header, value: $inputs.trace }
                successCriteria: [ { condition: $statusCode == 200 } ]
                onSuccess:
                  - { name: none, type: end, criteria: [ { context: $response.body, type: jsonpath, condition: '$.books.length == 0' } ] }
                onFailure:
                  - { name: later, type: retry, retryAfter: 1, retryLimit: 2, criteria: [ { condition: $statusCode == 429 } ] }
                outputs: { isbn: $response.body#/books/0/isbn }
              - stepId: lend
                operationId: lendBook
                parameters: [ { name: isbn, in: path, value: $steps.find.outputs.isbn } ]
                requestBody: { payload: { reader: $inputs.reader, days: $inputs.days } }
                successCriteria: [ { condition: '^20\d$', context: $statusCode, type: regex } ]
                onFailure:
                  - { name: taken, type: goto, stepId: find, criteria: [ { condition: $statusCode == 409 }, { condition: $response.body#/until != null } ] }
                  - { name: giveUp, type: end, criteria: [ { condition: $statusCode == 403 } ] }
                outputs: { loan: $response.body#/id, place: $response.header.Location }
              - stepId: watch
                operationId: getLoan
                parameters: [ { name: id, in: path, value: $steps.lend.outputs.loan } ]
                successCriteria: [ { condition: $statusCode == 200 } ]
                onSuccess:
                  - { name: open, type: goto, stepId: watch, criteria: [ { condition: $response.body#/state == 'open' } ] }
                  - { name: overdue, type: end, criteria: [ { condition: "$response.body#/state == 'OVERDUE' && $response.body#/fine >= 10" } ] }
                outputs: { state: $response.body#/state }
            outputs: { loan: $steps.lend.outputs.loan, place: $steps.lend.outputs.place, state: $steps.watch.outputs.state }
        """;

    public static IReadOnlyList<(string Path, string Text)> All { get; } = [("specs/library.yml", Api), ("specs/borrow.yml", Workflows)];
}
