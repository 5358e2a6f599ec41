namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>A workflow of every kind.</summary>
internal static class CheckpointDocuments
{
    public const string Api = """
        openapi: 3.1.0
        info: { title: Kiln, version: '1' }
        servers: [ { url: 'https://kiln.example' } ]
        paths:
          /session:
            post:
              operationId: openSession
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { token: { type: string } } } } } } }
          /firings:
            post:
              operationId: fire
              requestBody: { content: { application/json: { schema: { type: object, properties: { glaze: { type: string }, after: { type: integer } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Firing' } } } } }
          /firings/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
            get:
              operationId: look
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Firing' } } } } }
            delete: { operationId: cool, responses: { '204': { description: ok } } }
        components:
          schemas:
            Firing: { type: object, required: [id], properties: { id: { type: integer }, state: { type: string, enum: [HEATING, DONE, CRACKED] }, temperature: { type: number }, log: {} } }
        """;

    public const string Workflows = """
        arazzo: 1.1.0
        info: { title: Kiln, version: '1' }
        sourceDescriptions: [ { name: kiln, url: kiln.yml, type: openapi } ]
        workflows:
          - workflowId: straight
            inputs: { type: object, required: [glaze, key], properties: { glaze: { type: string }, key: { type: string, format: password }, size: { type: integer, default: 3 } } }
            steps:
              - stepId: fire
                operationId: fire
                parameters: [ { name: Authorization, in: header, value: 'Bearer {$inputs.key}' } ]
                requestBody: { payload: { glaze: $inputs.glaze, after: $inputs.size } }
                outputs: { id: $response.body#/id, log: $response.body#/log }
              - stepId: look
                operationId: look
                parameters: [ { name: id, in: path, value: $steps.fire.outputs.id }, { name: Authorization, in: header, value: 'Bearer {$inputs.key}' } ]
                outputs: { temperature: $response.body#/temperature }
              - stepId: cool
                operationId: cool
                parameters: [ { name: id, in: path, value: $steps.fire.outputs.id } ]
            outputs: { log: $steps.fire.outputs.log, temperature: $steps.look.outputs.temperature }
          - workflowId: jumping
            steps:
              - stepId: look
                operationId: look
                parameters: [ { name: id, in: path, value: 1 } ]
                onSuccess:
                  - { name: cracked, type: goto, stepId: cool, criteria: [ { condition: $response.body#/state == 'CRACKED' } ] }
                outputs: { state: $response.body#/state }
              - stepId: fire
                operationId: fire
                requestBody: { payload: { glaze: $steps.look.outputs.state } }
                onSuccess: [ { name: again, type: goto, stepId: look } ]
                outputs: { id: $response.body#/id }
              - stepId: cool
                operationId: cool
                parameters: [ { name: id, in: path, value: $steps.fire.outputs.id } ]
                onSuccess: [ { name: cold, type: end } ]
            outputs: { id: $steps.fire.outputs.id, state: $steps.look.outputs.state }
          - workflowId: retrying
            steps:
              - stepId: fire
                operationId: fire
                requestBody: { payload: { glaze: blue } }
                successCriteria: [ { condition: $statusCode == 201 } ]
                onFailure:
                  - { name: coolFirst, type: retry, retryLimit: 2, retryAfter: 1, stepId: look, criteria: [ { condition: $statusCode == 503 } ] }
                  - { name: once, type: retry }
                  - { name: enough, type: end }
              - stepId: look
                operationId: look
                parameters: [ { name: id, in: path, value: 1 } ]
                outputs: { state: $response.body#/state }
            outputs: { state: $steps.look.outputs.state }
          - workflowId: polling
            inputs: { type: object, required: [id], properties: { id: { type: integer } } }
            steps:
              - stepId: look
                operationId: look
                parameters: [ { name: id, in: path, value: $inputs.id } ]
                onSuccess:
                  - { name: heating, type: goto, stepId: look, criteria: [ { condition: $response.body#/state == 'HEATING' } ] }
                  - { name: done, type: end }
                outputs: { temperature: $response.body#/temperature }
            outputs: { temperature: $steps.look.outputs.temperature }
          - workflowId: sign-in
            steps:
              - { stepId: open, operationId: openSession, outputs: { token: $response.body#/token } }
            outputs: { token: $steps.open.outputs.token }
          - workflowId: signed-firing
            inputs: { type: object, required: [glaze], properties: { glaze: { type: string } } }
            steps:
              - stepId: signIn
                workflowId: sign-in
                outputs: { token: $outputs.token }
              - stepId: fire
                operationId: fire
                parameters: [ { name: Authorization, in: header, value: 'Bearer {$steps.signIn.outputs.token}' } ]
                requestBody: { payload: { glaze: $inputs.glaze } }
                outputs: { id: $response.body#/id }
              - stepId: watch
                workflowId: polling
                parameters: [ { name: id, value: $steps.fire.outputs.id } ]
                outputs: { temperature: $outputs.temperature }
            outputs: { id: $steps.fire.outputs.id, temperature: $steps.watch.outputs.temperature }
          - workflowId: twice
            inputs: { type: object, properties: { glaze: { type: string } } }
            steps:
              - stepId: first
                workflowId: signed-firing
                parameters: [ { name: glaze, value: green } ]
                outputs: { id: $outputs.id }
              - stepId: look
                operationId: look
                parameters: [ { name: id, in: path, value: $steps.first.outputs.id } ]
                onSuccess:
                  - { name: more, type: goto, workflowId: signed-firing, parameters: [ { name: glaze, value: red } ] }
          - workflowId: signing-in-again
            steps:
              - stepId: fire
                operationId: fire
                requestBody: { payload: { glaze: blue } }
                onFailure:
                  - { name: signIn, type: retry, workflowId: sign-in, retryLimit: 3 }
                outputs: { id: $response.body#/id }
            outputs: { id: $steps.fire.outputs.id }
          - workflowId: depending
            dependsOn: [ sign-in ]
            steps:
              - stepId: fire
                operationId: fire
                parameters: [ { name: Authorization, in: header, value: 'Bearer {$workflows.sign-in.outputs.token}' } ]
                requestBody: { payload: { glaze: white } }
                outputs: { id: $response.body#/id }
              - stepId: cool
                operationId: cool
                parameters: [ { name: id, in: path, value: $steps.fire.outputs.id } ]
            outputs: { id: $steps.fire.outputs.id }
          - workflowId: checking
            inputs: { type: object, required: [id], properties: { id: { type: integer } } }
            steps:
              - stepId: look
                operationId: look
                parameters: [ { name: id, in: path, value: $inputs.id } ]
                onFailure:
                  - { name: gone, type: end, criteria: [ { condition: $statusCode == 404 } ] }
                outputs: { state: $response.body#/state, temperature: $response.body#/temperature }
            outputs: { state: $steps.look.outputs.state, temperature: $steps.look.outputs.temperature }
          - workflowId: careful
            inputs: { type: object, required: [id], properties: { id: { type: integer } } }
            steps:
              - stepId: check
                workflowId: checking
                parameters: [ { name: id, value: $inputs.id } ]
                onSuccess:
                  - { name: done, type: end, criteria: [ { condition: $outputs.state == 'DONE' } ] }
                  - { name: again, type: goto, stepId: check, criteria: [ { condition: $outputs.state == 'HEATING' } ] }
                onFailure:
                  - { name: later, type: retry, retryLimit: 2, retryAfter: 0.5, criteria: [ { condition: $statusCode == 503 } ] }
                  - { name: signInFirst, type: retry, workflowId: sign-in, criteria: [ { condition: $statusCode == 401 } ] }
                  - { name: lookFirst, type: retry, stepId: cool, retryLimit: 2, criteria: [ { condition: $statusCode == 409 } ] }
                  - { name: fireAnew, type: goto, workflowId: signed-firing, parameters: [ { name: glaze, value: ash } ], criteria: [ { condition: $statusCode == 404 } ] }
                  - { name: giveUp, type: end, criteria: [ { condition: $statusCode >= 500 } ] }
                outputs: { state: $outputs.state, temperature: $workflows.checking.outputs.temperature }
              - stepId: cool
                operationId: cool
                parameters: [ { name: id, in: path, value: $inputs.id } ]
            outputs: { state: $steps.check.outputs.state, temperature: $steps.check.outputs.temperature, id: $inputs.id }
          - workflowId: judging
            dependsOn: [ sign-in, checking ]
            inputs: { type: object, required: [id, key], properties: { id: { type: integer }, key: { type: string, format: password } } }
            steps:
              - stepId: check
                workflowId: careful
                parameters: [ { name: id, value: $inputs.id } ]
                successCriteria: [ { condition: $outputs.temperature > 1000 } ]
                onFailure:
                  - { name: cold, type: goto, stepId: fire, criteria: [ { condition: $outputs.temperature < 100 } ] }
                  - { name: once, type: retry, retryAfter: 3 }
              - stepId: end
                operationId: cool
                parameters: [ { name: id, in: path, value: $inputs.id }, { name: Authorization, in: header, value: 'Bearer {$inputs.key}' } ]
                onSuccess: [ { name: cooled, type: end } ]
              - stepId: fire
                operationId: fire
                parameters: [ { name: Authorization, in: header, value: 'Bearer {$workflows.sign-in.outputs.token}' } ]
                requestBody: { payload: { glaze: $workflows.checking.outputs.state } }
                outputs: { id: $response.body#/id }
            outputs: { id: $steps.fire.outputs.id, before: $workflows.checking.outputs.temperature }
        """;

    public static IReadOnlyList<(string Path, string Text)> All { get; } = [("specs/kiln.yml", Api), ("specs/firing.yml", Workflows)];
}
