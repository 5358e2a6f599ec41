using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class NameTests
{
    [Fact]
    public Task Properties__that_collide_with_each_other_their_class_or_its_members_stay_apart() => SchemaRow.VerifyAsync("3.1.0", "",
        new("{type: object, properties: {foo_bar: {type: string}, fooBar: {type: string}, FooBar: {type: string}, foo-bar: {type: string}}}", "{\"foo_bar\":\"1\",\"fooBar\":\"2\",\"FooBar\":\"3\",\"foo-bar\":\"4\"}", "item.FooBar", "3"),
        new("{type: object, properties: {json: {type: string}, jsonProperty: {type: string}, _json: {type: string}}}", "{\"json\":\"1\",\"jsonProperty\":\"2\",\"_json\":\"3\"}", "item.Json + item.JsonProperty", "12"),
        new("{type: object, properties: {item2: {type: string}, Item2: {type: string}}}", "{\"item2\":\"1\",\"Item2\":\"2\"}", "item.GetType().GetProperties().Length", "3"),
        new("{type: object, properties: {equals: {type: string}, ToString: {type: string}, getType: {type: string}, finalize: {type: string}, memberwiseClone: {type: string}}}", "{\"equals\":\"1\",\"ToString\":\"2\",\"getType\":\"3\",\"finalize\":\"4\",\"memberwiseClone\":\"5\"}", "item.EqualsValue", "1"),
        new("{type: object, properties: {class: {type: string}, namespace: {type: string}, value: {type: string}, get: {type: string}, required: {type: string}, field: {type: string}}}", "{\"class\":\"1\",\"namespace\":\"2\",\"value\":\"3\",\"get\":\"4\",\"required\":\"5\",\"field\":\"6\"}", "item.Class + item.Field", "16"),
        new("{type: object, properties: {'': {type: string}, ' ': {type: string}, '$': {type: string}, 1st: {type: string}, '@type': {type: string}, 'a.b': {type: string}, 'é': {type: string}}}", "{\"\":\"0\",\" \":\"1\",\"$\":\"2\",\"1st\":\"3\",\"@type\":\"4\",\"a.b\":\"5\",\"\\u00E9\":\"6\"}", "item.Empty + item.Dollar + item._1st + item.Type + item.AB", "02345"),
        new("{type: object, properties: {\u212A: {type: string}, k: {type: string}, ẞ: {type: string}, ß: {type: string}}}", "{\"\\u212A\":\"1\",\"k\":\"2\",\"\\u1E9E\":\"3\",\"\\u00DF\":\"4\"}", "item.K", "2"),
        new("{type: object, properties: {System: {type: string}, String: {type: string}, Arazzo: {type: string}, jsonReaderExtensions: {type: string}, global: {type: string}}, required: [System]}", "{\"System\":\"1\",\"String\":\"2\",\"Arazzo\":\"3\",\"jsonReaderExtensions\":\"4\",\"global\":\"5\"}", "item.System + item.String", "12"),
        new("{type: object, properties: {item8: {type: object, properties: {a: {type: string}}}}}", "{\"item8\":{\"a\":\"x\"}}", "((Item8Item8)item.Item8Value!).A", "x"));

    [Theory]
    [InlineData("System")]
    [InlineData("Task")]
    [InlineData("Object")]
    [InlineData("String")]
    [InlineData("Arazzo")]
    [InlineData("Tests")]
    [InlineData("Optional")]
    [InlineData("ApiException")]
    [InlineData("class")]
    [InlineData("Value")]
    public async Task Schema_has_the_name_of_something_else__works_all_the_same(string name)
    {
        var test = Live.Document("""
            paths: {/x: {get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}}}}}
            components:
              schemas:
                NAME: {type: object, required: [NAME], properties: {NAME: {type: string}, also: {$ref: '#/components/schemas/NAME'}}}
            """.Replace("NAME", name, StringComparison.Ordinal));
        var handler = new RecordingHandler().Answer(200, $$"""{"{{name}}":"a"}""");
        Assert.Equal("True", await test.CallAsync(handler, "return ((global::System.Object)(await client.GetAsync()).Also! is null).ToString();", "using Arazzo.Runtime; using TestClient = Tests.TestClient;"));
    }

    [Fact]
    public async Task Operations__without_or_with_the_same_id_are_named_after_method_and_path()
    {
        var test = GeneratorTest.Of(Live.Path, Live.Text("""
            paths:
              /orders/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: A}}}}
              /orders: {get: {responses: {'204': {description: A}}}, post: {operationId: make, responses: {'204': {description: A}}}, put: {operationId: makeWithResponse, responses: {'204': {description: A}}}}
              /: {get: {responses: {'204': {description: A}}}}
              /a: {get: {operationId: saveAsync, responses: {'204': {description: A}}}, delete: {operationId: dispose, responses: {'204': {description: A}}}}
            """));
        var handler = new RecordingHandler().Answer(204).Answer(204).Answer(204).Answer(204).Answer(204).Answer(204).Answer(204);
        await test.CallAsync(handler, """
            await client.GetOrdersByIdAsync("1"); await client.GetOrdersAsync(); await client.MakeAsync(); await client.MakeWithResponseOperationAsync();
            await client.GetAsync(); await client.SaveAsync(); await client.DisposeOperationAsync(); return "";
            """);
        Assert.Equal(
            ["GET /v1/orders/1", "GET /v1/orders", "POST /v1/orders", "PUT /v1/orders", "GET /v1/", "GET /v1/a", "DELETE /v1/a"],
            handler.Requests.Select(static request => request.Method + " " + request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task Two_operations_have_one_id__both_can_be_called()
    {
        var test = Live.Document("paths: {/a: {get: {operationId: get, responses: {'204': {description: A}}}}, /b: {get: {operationId: get, responses: {'204': {description: A}}}}}\n");
        var result = test.WithProgram("""
            var client = new TestClient(new HttpClient(handler));
            foreach (var method in typeof(TestClient).GetMethods().Where(static method => method.ReturnType == typeof(Task)).OrderBy(static method => method.Name.Length))
                await (Task)method.Invoke(client, [null, CancellationToken.None])!;
            return "";
            """).RunWithDiagnostics();
        var handler = new RecordingHandler().Answer(204).Answer(204);
        await result.RunProgramAsync(handler);
        Assert.Equal(["/v1/a", "/v1/b"], handler.Requests.Select(static request => request.Uri.AbsolutePath));
        Assert.Equal(["specs/api.yml(4,102): error ARZ0105"], result.Diagnostics.Select(static diagnostic => diagnostic.ToString()[..35]));
    }

    [Theory]
    [InlineData("get#pets", "GetPetsAsync")]
    [InlineData("pets.get/all items", "PetsGetAllItemsAsync")]
    [InlineData("pets:get-all", "PetsGetAllAsync")]
    [InlineData("+++", "PlusPlusPlusAsync")]
    [InlineData("", "GetBAsync")]
    [InlineData(" ", "SpaceAsync")]
    [InlineData("$", "DollarAsync")]
    [InlineData("2fa", "_2faAsync")]
    [InlineData("class", "ClassAsync")]
    [InlineData("asyncAsync", "AsyncAsync")]
    [InlineData("Async", "AsyncAsync")]
    [InlineData("getRequest", "GetRequestAsync")]
    [InlineData("getWithResponse", "GetWithResponseOperationAsync")]
    [InlineData("getWithResponseAsync", "GetWithResponseOperationAsync")]
    [InlineData("getOperation", "GetOperationAsync")]
    [InlineData("toString", "ToStringAsync")]
    [InlineData("getHashCode", "GetHashCodeAsync")]
    [InlineData("equals", "EqualsAsync")]
    [InlineData("getType", "GetTypeAsync")]
    [InlineData("testClient", "TestClientOperationAsync")]
    [InlineData("test", "TestAsync")]
    [InlineData("definition", "DefinitionOperationAsync")]
    [InlineData("createPipeline", "CreatePipelineOperationAsync")]
    [InlineData("dispose", "DisposeOperationAsync")]
    [InlineData("configure", "ConfigureOperationAsync")]
    [InlineData("Get", "getAsync")]
    [InlineData("get_", "GetUnderscoreAsync")]
    [InlineData("GET", "getAsync")]
    public async Task Operation_has_any_id__can_be_called_beside_another(string id, string expected)
    {
        var test = Live.Document($$"""
            paths:
              /a: {get: {operationId: get, responses: {'204': {description: A} } } }
              /b: {get: {operationId: '{{id}}', responses: {'204': {description: A} } } }
            """).WithProgram("""
            var client = new TestClient(new HttpClient(handler));
            var methods = typeof(TestClient).GetMethods().Where(static method => method.ReturnType == typeof(Task)).OrderBy(static method => method.Name == "GetAsync" ? "" : method.Name, StringComparer.Ordinal).ToList();
            foreach (var method in methods) await (Task)method.Invoke(client, [null, CancellationToken.None])!;
            return methods[1].Name;
            """);
        var handler = new RecordingHandler().Answer(204).Answer(204);
        Assert.Equal(expected, await test.Run().RunProgramAsync(handler));
        Assert.Equal(["/v1/a", "/v1/b"], handler.Requests.Select(static request => request.Uri.AbsolutePath).Order(StringComparer.Ordinal));
    }
}
