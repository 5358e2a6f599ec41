using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class RuntimeExpressionParserTests
{
    [Theory]
    [InlineData("$url", "url")]
    [InlineData("$method", "method")]
    [InlineData("$statusCode", "statusCode")]
    [InlineData("$self", "self")]
    [InlineData(" $statusCode\n", "statusCode")]
    [InlineData("$request.header.X-Request-Id", "Request.Header(X-Request-Id)")]
    [InlineData("$response.header.x!#$%&'*+^_`|~", "Response.Header(x!#$%&'*+^_`|~)")]
    [InlineData("$request.query.filter[tag]", "Request.Query(filter[tag])")]
    [InlineData("$request.path.pet.id", "Request.Path(pet.id)")]
    [InlineData("$message.header.kind", "Message.Header(kind)")]
    [InlineData("$response.body", "Response.Body()")]
    [InlineData("$response.body#", "Response.Body()#")]
    [InlineData("$response.body#/", "Response.Body()#/")]
    [InlineData("$response.body#/items/0/a~1b~0c", "Response.Body()#/items/0/a~1b~0c")]
    [InlineData("$response.body#/Employee name", "Response.Body()#/Employee name")]
    [InlineData("$response.body.a-b[0].c", "Response.Body(.a-b[0].c)<0:a-b><4:[0]><7:c>")]
    [InlineData("$response.body[2]['x y']", "Response.Body([2]['x y'])<0:[2]><3:x y>")]
    [InlineData("$message.payload#/id", "Message.Body()#/id")]
    [InlineData("$request.payload", "Request.Body()")]
    [InlineData("$inputs.name", "input(name)<0:name>")]
    [InlineData("$inputs.a.b[0].c#/d", "input(a.b[0].c)<0:a><1:b><3:[0]><6:c>#/d")]
    [InlineData("$inputs.filter[tag]", "input(filter[tag])<name>")]
    [InlineData("$inputs.$top", "input($top)<0:$top>")]
    [InlineData("$inputs.größe", "input(größe)<0:größe>")]
    [InlineData("$outputs.total", "output(total)<0:total>")]
    [InlineData("$steps.a-1.outputs.token", "step(a-1)(token)<0:token>")]
    [InlineData("$steps.a.outputs.list[0].id", "step(a)(list[0].id)<0:list><4:[0]><7:id>")]
    [InlineData("$steps.a.outputs.Employee object (full details)", "step(a)(Employee object (full details))<name>")]
    [InlineData("$steps.a.outputs.outputs", "step(a)(outputs)<0:outputs>")]
    [InlineData("$workflows.w.inputs.x", "workflow(w).input(x)<0:x>")]
    [InlineData("$workflows.w.outputs.x#/y", "workflow(w).output(x)<0:x>#/y")]
    [InlineData("$workflows.w.steps.s", "workflow(w).step(s)")]
    [InlineData("$sourceDescriptions.pets.url", "source(pets)(url)")]
    [InlineData("$sourceDescriptions.pets.pets/list.all", "source(pets)(pets/list.all)")]
    [InlineData("$components.parameters.page", "Parameters(page)")]
    [InlineData("$components.successActions.a.b", "SuccessActions(a.b)")]
    [InlineData("$components.failureActions.retry", "FailureActions(retry)")]
    public void Form_of_the_specification_gives_its_tree(string text, string expected) =>
        Assert.Equal(expected, Show.Result(RuntimeExpressionParser.Parse(text)));

    [Theory]
    [InlineData("{$response.body#/id}", "Response.Body()#/id ~BracedExpression@0")]
    [InlineData("$response.body#name", "Response.Body()#/name ~PointerWithoutSlash@14")]
    [InlineData("$steps.a.token", "step(a)(token)<0:token> ~MissingOutputs@9")]
    [InlineData("$inputs", "inputs ~WholeInputs@0")]
    [InlineData("$outputs", "outputs ~WholeOutputs@0")]
    [InlineData("$steps.a.outputs", "step(a).outputs ~WholeOutputs@0")]
    public void Form_of_the_dialect_gives_its_tree_and_its_place(string text, string expected) =>
        Assert.Equal(expected, Show.Result(RuntimeExpressionParser.Parse(text)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("id", 0)]
    [InlineData("$", 0)]
    [InlineData("$foo.bar", 0)]
    [InlineData("$statusCodes", 0)]
    [InlineData("$statusCode.x", 11)]
    [InlineData("$url#/a", 4)]
    [InlineData("$response", 9)]
    [InlineData("$response.", 10)]
    [InlineData("$response.headers.Location", 10)]
    [InlineData("$response.header.", 17)]
    [InlineData("$response.header.a b", 18)]
    [InlineData("$response.bodyx", 10)]
    [InlineData("$response.body-x", 14)]
    [InlineData("$response.body.items[*].id", 14)]
    [InlineData("$response.body#.a", 14)]
    [InlineData("$response.body#/a~2", 14)]
    [InlineData("$inputs.", 8)]
    [InlineData("$inputs.#/a", 8)]
    [InlineData("$steps", 6)]
    [InlineData("$steps.", 7)]
    [InlineData("$steps.a", 8)]
    [InlineData("$steps.a.outputs.", 17)]
    [InlineData("$steps.a.response.body#/id", 9)]
    [InlineData("$workflows.w", 12)]
    [InlineData("$workflows.w.x", 13)]
    [InlineData("$sourceDescriptions.pets", 24)]
    [InlineData("$components.inputs.x", 12)]
    [InlineData("$components.parameters.", 23)]
    public void Malformed_text_is_an_error_at_its_place(string text, int offset) =>
        Assert.Equal($"error at {offset}", Show.Result(RuntimeExpressionParser.Parse(text)));

    [Fact]
    public void Equal_texts_give_equal_trees() =>
        Assert.Equal(RuntimeExpressionParser.Parse("$steps.a.outputs.b[0].c#/d/e"), RuntimeExpressionParser.Parse("$steps.a.outputs.b[0].c#/d/e"));

    [Theory]
    [InlineData("{$sourceDescriptions.pets.url}#/paths/~1pets~1{id}/get", "pets /paths/~1pets~1{id}/get")]
    [InlineData("$sourceDescriptions.pets.url#/paths/~1pets/get", "pets /paths/~1pets/get ~OperationPathWithoutUrl@0")]
    [InlineData("$sourceDescriptions.pets#/paths/~1pets/get", "pets /paths/~1pets/get ~OperationPathWithoutUrl@0")]
    [InlineData("pets#/paths/~1pets/get", "pets /paths/~1pets/get ~OperationPathWithoutUrl@0")]
    [InlineData("/pets/get", "error at 9")]
    [InlineData("#/paths/~1pets/get", "error at 0")]
    [InlineData("{$inputs.a}#/paths/~1pets/get", "error at 0")]
    [InlineData("pets#", "error at 4")]
    [InlineData("pets#paths", "error at 4")]
    public void Operation_path_names_source_and_operation(string text, string expected) =>
        Assert.Equal(expected, Show.Result(OperationPathParser.Parse(text)));
}
