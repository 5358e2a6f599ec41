using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Live;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Values on their way into unions and out of them.</summary>
public sealed class WorkflowUnionTests
{
    [Fact]
    public async Task Unions__take_objects_arrays_constants_and_values_and_pointers_go_through_them()
    {
        var handler = new RecordingHandler().Answer(200, """{"block":{"type":"text","text":"hello"},"pet":{"petType":"dog","breed":"b"}}""").Answer(204);
        var result = await Live.Document("""
            paths:
              /blocks:
                get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Holder'}}}}}}
                post: {operationId: add, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Holder'}}}}, responses: {'204': {description: Done}}}
            components:
              schemas:
                Text: {type: object, required: [type, text], properties: {type: {const: text}, text: {type: string}}}
                Image: {type: object, required: [type, url], properties: {type: {const: image}, url: {type: string}}}
                Block: {oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}, {type: string}, {type: integer}, {type: array, items: {type: string}}]}
                Pet: {type: object, required: [petType], properties: {petType: {type: string}}, discriminator: {propertyName: petType, mapping: {dog: Dog}}}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {breed: {type: string}}}]}
                Holder: {type: object, properties: {block: {$ref: '#/components/schemas/Block'}, made: {$ref: '#/components/schemas/Block'}, number: {$ref: '#/components/schemas/Block'}, list: {$ref: '#/components/schemas/Block'}, whole: {$ref: '#/components/schemas/Block'}, pet: {$ref: '#/components/schemas/Pet'}}}
            """).With("specs/flow.yml", """
            arazzo: 1.0.1
            info: {title: Flow, version: '1'}
            sourceDescriptions: [{name: api, url: api.yml, type: openapi}]
            workflows:
              - workflowId: copy
                steps:
                  - stepId: read
                    operationId: get
                    outputs: {text: $response.body#/block/text, block: $response.body#/block, breed: $response.body#/pet/breed}
                  - stepId: write
                    operationId: add
                    requestBody:
                      payload: {block: $steps.read.outputs.text, made: {type: image, url: $steps.read.outputs.text}, number: 7, list: [a, $steps.read.outputs.breed], whole: $steps.read.outputs.block, pet: {petType: dog, breed: $steps.read.outputs.breed}}
            """).CallAsync(handler, "await CopyWorkflow.RunAsync(client); return \"\";");
        Assert.Equal("", result);
        Assert.Equal(
            """{"block":"hello","made":{"type":"image","url":"hello"},"number":7,"list":["a","b"],"whole":{"type":"text","text":"hello"},"pet":{"petType":"dog","breed":"b"}}""",
            handler.Request.Body);
    }
}
