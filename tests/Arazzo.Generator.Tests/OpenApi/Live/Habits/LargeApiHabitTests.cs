using System.Net;
using System.Net.Http.Headers;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Small documents with the habits of large ones: messaging, chat, models and code hosting.</summary>
public sealed class LargeApiHabitTests
{
    [Fact]
    public async Task Messaging__comparing_parameters_repeated_form_fields_and_references_beside_a_type()
    {
        var handler = new RecordingHandler().Answer(201, """{"body":"hi","direction":"outbound-api","date_sent":"Thu, 24 Aug 2026 05:01:45 +0000","price":null,"uri":"/a/b.json","media":{"x":"/c"}}""").Answer(200, """{"messages":[],"next_page_uri":null,"page":0}""");
        var result = await Live.Document("""
            paths:
              /2010-04-01/Accounts/{AccountSid}/Messages.json:
                servers: [{url: 'https://messages.test'}]
                post:
                  operationId: CreateMessage
                  security: [{accountSid_authToken: []}]
                  parameters: [{name: AccountSid, in: path, required: true, schema: {type: string, minLength: 34, pattern: '^AC[0-9a-fA-F]{32}$'}}]
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, title: CreateMessageRequest, required: [To], properties: {To: {type: string, format: phone-number}, MediaUrl: {type: array, items: {type: string, format: uri}}, SendAt: {type: string, format: date-time}, Attributes: {}, Method: {type: string, format: http-method, enum: [GET, POST]}, Smart: {type: boolean}}}
                        encoding: {MediaUrl: {style: form, explode: true}}
                  responses: {'201': {description: Made, headers: {Access-Control-Allow-Credentials: {schema: {type: boolean}}}, content: {application/json: {schema: {$ref: '#/components/schemas/api.v2010.account.message'}}}}}
                get:
                  operationId: ListMessage
                  security: [{accountSid_authToken: []}]
                  parameters:
                    - {name: AccountSid, in: path, required: true, schema: {type: string}}
                    - {name: DateSent, in: query, schema: {type: string, format: date-time}}
                    - {name: DateSent<, in: query, schema: {type: string, format: date}}
                    - {name: DateSent>, in: query, schema: {type: string, format: date}}
                  responses: {'200': {description: Found, content: {application/json: {schema: {type: object, title: ListMessageResponse, properties: {messages: {type: array, items: {$ref: '#/components/schemas/api.v2010.account.message'}}, next_page_uri: {type: string, format: uri, nullable: true}, page: {type: integer}}}}}}}
            components:
              securitySchemes: {accountSid_authToken: {type: http, scheme: basic}}
              schemas:
                message_enum_direction: {type: string, enum: [inbound, outbound-api]}
                api.v2010.account.message: {type: object, properties: {body: {type: string, nullable: true}, direction: {type: string, $ref: '#/components/schemas/message_enum_direction'}, date_sent: {type: string, format: date-time-rfc-2822, nullable: true}, price: {type: number, nullable: true}, uri: {type: string, format: uri, nullable: true}, media: {type: object, format: uri-map, nullable: true}}}
            """, "3.0.1").CallAsync(handler, """
            var message = await client.CreateMessageAsync("AC1", new CreateMessageBody { To = "+1 5", MediaUrl = [new Uri("https://a.test/b?c=d"), new Uri("https://a.test/e")], SendAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Method = CreateMessageBodyMethod.Post, Smart = true });
            var list = await client.ListMessageAsync("AC1", dateSentLessThan: new DateOnly(2026, 1, 3), dateSentGreaterThan: new DateOnly(2026, 1, 1));
            return message.Direction + message.DateSent.Value + message.Price.IsPresent + message.Uri.Value + message.Media.Value!["x"] + list.NextPageUri.IsPresent + list.Page;
            """);
        Assert.Equal("outbound-apiThu, 24 Aug 2026 05:01:45 +0000True/a/b.json/cTrue0", result);
        Assert.Equal("To=%2B1+5&MediaUrl=https%3A%2F%2Fa.test%2Fb%3Fc%3Dd&MediaUrl=https%3A%2F%2Fa.test%2Fe&SendAt=2026-01-02T03%3A04%3A05%2B00%3A00&Method=POST&Smart=true", handler.Requests[0].Body);
        Assert.Equal("https://messages.test/2010-04-01/Accounts/AC1/Messages.json?DateSent%3C=2026-01-03&DateSent%3E=2026-01-01", handler.Requests[1].Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Chat__forms_of_Swagger_typed_default_errors_and_files()
    {
        var handler = new RecordingHandler().Answer(200, """{"ok":true,"channel":"C1","ts":"1.2","message":{"blocks":[{"type":"rich","elements":[1]}],"user":null}}""").Answer(200, "{}");
        var result = await GeneratorTest.Of(Live.Path, """
            swagger: '2.0'
            info: {title: Chat Web API, version: 1.7.0}
            host: chat.test
            basePath: /api
            schemes: [https]
            consumes: [application/x-www-form-urlencoded, application/json]
            produces: [application/json]
            securityDefinitions: {chatAuth: {type: oauth2, flow: accessCode, authorizationUrl: 'https://chat.test/oauth', tokenUrl: 'https://chat.test/token', scopes: {none: None, 'chat:write:bot': Write}}}
            paths:
              /chat.postMessage:
                post:
                  operationId: chat_postMessage
                  security: [{chatAuth: ['chat:write:bot']}]
                  parameters:
                    - {name: token, in: header, type: string, required: true}
                    - {name: channel, in: formData, type: string, required: true}
                    - {name: link_names, in: formData, type: boolean}
                    - {name: thread_ts, in: formData, type: number}
                  responses:
                    '200': {description: Sent, schema: {type: object, additionalProperties: false, required: [channel, ok, ts], title: chat.postMessage success schema, properties: {channel: {$ref: '#/definitions/defs_channel'}, ok: {$ref: '#/definitions/defs_ok_true'}, ts: {$ref: '#/definitions/defs_ts'}, message: {$ref: '#/definitions/objs_message'}}}}
                    default: {description: Refused, schema: {type: object, required: [ok, error], properties: {ok: {$ref: '#/definitions/defs_ok_false'}, error: {type: string, enum: [not_in_channel, 'a b']}}}}
              /files.upload:
                post:
                  operationId: files_upload
                  consumes: [multipart/form-data]
                  parameters: [{name: file, in: formData, type: file}, {name: channels, in: formData, type: array, items: {type: string}, collectionFormat: csv}, {name: title, in: formData, type: string}]
                  responses: {'200': {description: Kept, schema: {type: object}}}
            definitions:
              defs_channel: {type: string, pattern: '^[C][A-Z0-9]{8,}$'}
              defs_ok_true: {type: boolean, enum: [true]}
              defs_ok_false: {type: boolean, enum: [false]}
              defs_ts: {type: string, format: timestamp}
              objs_message: {type: object, properties: {blocks: {type: array, items: {type: object, additionalProperties: true, required: [type], properties: {type: {type: string}}}}, bot: {items: [{type: object}, {type: 'null'}]}, user: {anyOf: [{type: string}, {type: 'null'}]}}}
            """, ("Client", "TestClient")).CallAsync(handler, """
            var sent = await client.ChatPostMessageAsync("t", new ChatPostMessageBody { Channel = "C1", LinkNames = false, ThreadTs = 1.5 });
            await client.FilesUploadAsync(new FilesUploadBody { File = BinaryContent.FromBytes(new byte[] { 65 }, "a.txt", "text/plain"), Channels = ["C1", "C2"] });
            return sent.Ok + sent.Ts + sent.Message!.Blocks![0].AdditionalProperties!["elements"] + sent.Message.User.IsPresent;
            """);
        Assert.Equal("True1.2[1]True", result);
        Assert.Equal(("channel=C1&link_names=false&thread_ts=1.5", "t"), (handler.Requests[0].Body, handler.Requests[0].Headers["token"]));
        Assert.Contains("name=\"channels\"\r\n\r\nC1,C2\r\n", handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nA", handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models__open_enums_messages_by_role_images_by_choice_and_answers_piece_by_piece()
    {
        var handler = new RecordingHandler()
            .Answer(200, """{"id":"1","usage":{"total":3},"choices":[{"finish_reason":"new_reason","logprobs":null}],"tier":null}""")
            .Answer(static _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("data: {\"id\":\"1\",\"usage\":null}\n\ndata: {\"id\":\"2\"}\n\ndata: [DONE]\n\n", new MediaTypeHeaderValue("text/event-stream")) })
            .Answer(200, "{}");
        var result = await Live.Document("""
            security: [{ApiKeyAuth: []}]
            paths:
              /chat/completions:
                post:
                  operationId: createChatCompletion
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Request'}}}}
                  responses: {'200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/Response'}}, text/event-stream: {schema: {$ref: '#/components/schemas/Chunk'}}}}}
              /images/edits:
                post:
                  operationId: createImageEdit
                  requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, required: [image], properties: {image: {anyOf: [{type: string, format: binary}, {type: array, maxItems: 16, items: {type: string, format: binary}}]}, model: {anyOf: [{type: string}, {type: string, enum: [one, two]}], nullable: true}, n: {anyOf: [{type: integer, minimum: 1}, {type: 'null'}]}, 'sizes[]': {type: array, items: {type: string, enum: [s, l]}}}}}}}
                  responses: {'200': {description: Done, content: {application/json: {schema: {type: object}}}}}
            components:
              securitySchemes: {ApiKeyAuth: {type: http, scheme: bearer}}
              schemas:
                ModelIds: {anyOf: [{type: string}, {type: string, enum: [m-4.1, o1]}]}
                Message: {oneOf: [{$ref: '#/components/schemas/System'}, {$ref: '#/components/schemas/User'}], discriminator: {propertyName: role}}
                System: {type: object, required: [role, content], properties: {role: {type: string, enum: [system]}, content: {oneOf: [{type: string, title: Text content}, {type: array, title: Array of content parts, items: {$ref: '#/components/schemas/Part'}}]}}}
                User: {type: object, required: [role, content], properties: {role: {type: string, enum: [user]}, content: {type: string}}}
                Part: {oneOf: [{type: object, title: Text part, required: [type, text], properties: {type: {type: string, enum: [text]}, text: {type: string}}}, {type: object, title: Image part, required: [type], properties: {type: {type: string, enum: [image_url]}}}]}
                Metadata: {anyOf: [{type: object, additionalProperties: {type: string}}, {type: 'null'}]}
                Properties: {type: object, properties: {metadata: {$ref: '#/components/schemas/Metadata'}, temperature: {anyOf: [{type: number, minimum: 0, default: 1}, {type: 'null'}]}}}
                Request: {allOf: [{$ref: '#/components/schemas/Properties'}, {type: object, required: [model, messages], properties: {messages: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Message'}}, model: {$ref: '#/components/schemas/ModelIds'}, stop: {default: null, nullable: true, oneOf: [{type: string, nullable: true}, {type: array, items: {type: string}}]}, bias: {type: object, nullable: true, additionalProperties: {type: integer}}, choice: {oneOf: [{type: string, title: Mode, enum: [none, auto]}, {type: object, title: Named, required: [type], properties: {type: {type: string, enum: [function]}}}]}}}]}
                Response: {type: object, required: [id, choices], properties: {id: {type: string}, usage: {$ref: '#/components/schemas/Usage'}, choices: {type: array, items: {type: object, required: [finish_reason, logprobs], properties: {finish_reason: {type: string, enum: [stop]}, logprobs: {anyOf: [{type: object, properties: {content: {type: array, nullable: true, items: {type: string}}}}, {type: 'null'}]}}}}, tier: {anyOf: [{type: string, enum: [auto]}, {type: 'null'}]}}}
                Usage: {type: object, required: [total], properties: {total: {type: integer, default: 0}}}
                Chunk: {type: object, required: [id], properties: {id: {type: string}, usage: {nullable: true, $ref: '#/components/schemas/Usage'}}}
            """).CallAsync(handler, """
            var request = new Tests.Request
            {
                Model = new("m-9"), Messages = [new Tests.System { Content = SystemContent.FromArrayOfContentParts([new PartTextPart { Text = "be" }]) }, new User { Content = "hi" }],
                Temperature = new(null), Metadata = new(new Dictionary<string, string> { ["a"] = "b" }), Stop = new("x"), Choice = RequestChoiceMode.Auto,
            };
            var response = await client.CreateChatCompletionAsync(request);
            var text = response.Id + response.Choices[0].FinishReason + response.Choices[0].FinishReason.IsKnown + response.Tier.IsPresent;
            await foreach (var chunk in client.CreateChatCompletionAsEventsAsync(request)) text += chunk.Id;
            await client.CreateImageEditAsync(new CreateImageEditBody { Image = BinaryContent.FromBytes(new byte[] { 65 }, "a.png", "image/png"), Model = new(CreateImageEditBodyModel.Two), N = new(2), Sizes = [CreateImageEditBodySizesItem.S, CreateImageEditBodySizesItem.L] });
            return text;
            """, "using Tests;");
        Assert.Equal("1new_reasonFalseTrue12", result);
        Assert.Equal("""{"metadata":{"a":"b"},"temperature":null,"messages":[{"role":"system","content":[{"type":"text","text":"be"}]},{"role":"user","content":"hi"}],"model":"m-9","stop":"x","choice":"auto"}""", handler.Requests[0].Body);
        Assert.Contains("name=\"image\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nA", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.Contains("name=\"sizes[]\"\r\n\r\ns\r\n", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.Equal("application/json", handler.Requests[0].Headers["Accept"]);
        Assert.Equal("text/event-stream", handler.Requests[1].Headers["Accept"]);
    }

    [Fact]
    public async Task Hosting__answers_of_several_kinds_shared_responses_and_rules_by_a_constant()
    {
        var handler = new RecordingHandler()
            .Answer(200, """[{"type":"dir","size":0}]""", ("Link", "<https://api.test/x?page=2>; rel=\"next\""))
            .Answer(200, """{"type":"symlink","target":"t"}""").Answer(304).Answer(404, """{"message":"Not Found"}""")
            .Answer(200, """[{"type":"update","parameters":{"x":true}},{"type":"unheard_of","y":1}]""").Answer(204);
        var result = await Live.Document("""
            paths:
              /repos/{owner}/{repo}/contents/{path}:
                get:
                  operationId: repos/get-content
                  tags: [repos]
                  parameters: [{$ref: '#/components/parameters/owner'}, {name: repo, in: path, required: true, schema: {type: string}}, {name: path, in: path, required: true, schema: {type: string}}, {name: ref, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: Found
                      headers: {Link: {$ref: '#/components/headers/link'}}
                      content:
                        application/vnd.hosting.object: {schema: {type: object}}
                        application/json: {schema: {oneOf: [{$ref: '#/components/schemas/content-directory'}, {$ref: '#/components/schemas/content-file'}, {$ref: '#/components/schemas/content-symlink'}]}, examples: {f: {$ref: '#/components/examples/f'}}}
                    '304': {$ref: '#/components/responses/not_modified'}
                    '404': {$ref: '#/components/responses/not_found'}
              /rules: {get: {operationId: rules/list, responses: {'200': {description: Found, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/rule'}}}}}}}}
              /user/emails: {delete: {operationId: users/delete-email, requestBody: {content: {application/json: {schema: {oneOf: [{type: object, required: [emails], properties: {emails: {type: array, items: {type: string}}}}, {type: array, items: {type: string}}, {type: string}]}}}}, responses: {'204': {description: Gone}}}}
            components:
              parameters: {owner: {name: owner, in: path, required: true, schema: {type: string}}}
              headers: {link: {example: '<https://x>; rel=next', schema: {type: string}}}
              examples: {f: {value: {type: file}}}
              responses: {not_modified: {description: Not modified}, not_found: {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/basic-error'}}}}}
              schemas:
                basic-error: {title: Basic Error, type: object, properties: {message: {type: string}}}
                content-directory: {type: array, items: {type: object, required: [type], properties: {type: {type: string, enum: [dir, file]}, size: {type: integer}}}}
                content-file: {type: object, required: [type, content], properties: {type: {type: string, enum: [file]}, content: {type: string}}}
                content-symlink: {type: object, required: [type, target], properties: {type: {type: string, enum: [symlink]}, target: {type: string}}}
                rule: {title: Rule, type: object, oneOf: [{$ref: '#/components/schemas/rule-update'}, {title: deletion, type: object, required: [type], properties: {type: {type: string, enum: [deletion]}}}]}
                rule-update: {title: update, type: object, required: [type], properties: {type: {type: string, enum: [update]}, parameters: {type: object, required: [x], properties: {x: {type: boolean}}}}}
            """).CallAsync(handler, """
            var first = await client.ReposGetContentWithResponseAsync("o", "r", "a/b", "main");
            var text = (first.Body!.TryGetContentDirectory(out var entries) ? entries[0].Type + "" : "") + new ReposGetContentHeaders(first.Headers).Link;
            text += (await client.ReposGetContentAsync("o", "r", "p")).TryGetContentSymlink(out var link) ? link.Target : "";
            text += (await client.ReposGetContentWithResponseAsync("o", "r", "p")).StatusCode;
            try { await client.ReposGetContentAsync("o", "r", "p"); } catch (ApiException<BasicError> missing) { text += missing.Error.Message; }
            var rules = await client.RulesListAsync();
            text += (rules[0].TryGetRuleUpdate(out var update) ? update.Parameters!.X + "" : "") + rules[1].IsKnown;
            await client.UsersDeleteEmailAsync(UsersDeleteEmailBody.FromStringList(["a@b"]));
            return text;
            """);
        Assert.Equal("dir<https://api.test/x?page=2>; rel=\"next\"t304Not FoundTrueFalse", result);
        Assert.Equal("/v1/repos/o/r/contents/a%2Fb", handler.Requests[0].Uri.AbsolutePath);
        Assert.Equal("[\"a@b\"]", handler.Requests[5].Body);
    }
}
