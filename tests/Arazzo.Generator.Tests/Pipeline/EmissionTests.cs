using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>What the option <c>Emit</c> lets through.</summary>
public sealed class EmissionTests
{
    private const string OpenApi = "specs/openapi/tiktok-content-posting-openapi.yml";
    private const string Arazzo = "specs/arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml";

    [Fact]
    public void None__documents_are_read_and_nothing_is_emitted() => Assert.Empty(Project("None", "None").Run().Sources);

    [Fact]
    public void Used__workflows_and_what_they_reach_are_emitted()
    {
        var (all, used) = (Project("All", "All").Run().Sources, Project("Used", "All").Run().Sources);
        Assert.Contains(used.Keys, static name => name.EndsWith("InboxDraftUploadWorkflow.g.cs", StringComparison.Ordinal));
        Assert.Contains(used.Keys, static name => name.EndsWith("PublishStatus.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(used.Keys, static name => name.EndsWith("PhotoInitRequest.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain("InitPhotoPublishAsync", string.Concat(used.Values), StringComparison.Ordinal);
        Assert.Subset(all.Keys.ToHashSet(), used.Keys.ToHashSet());
    }

    [Fact]
    public void Used__nobody_uses_it__nothing_is_emitted() => Assert.Empty(Project("Used", "None").Run().Sources);

    [Fact]
    public void Operations__what_they_webhooks_and_callbacks_reach_is_emitted_as_it_always_is()
    {
        var (all, reached) = (Orders("All").Run().Sources, Orders("Operations").Run().Sources);
        Assert.Equal(
            ["Cancelled", "Customer", "Invoice", "Line", "Order", "OrderList", "OrderProblem", "Paid", "Sort"],
            reached.Keys.Where(IsModel).Select(static name => Path.GetFileNameWithoutExtension(name.Replace(".g.cs", ".cs", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
        Assert.All(reached, source => Assert.Equal(all[source.Key], source.Value));
        Assert.Equal(all.Keys.Where(static name => !IsModel(name)), reached.Keys.Where(static name => !IsModel(name)));
        Assert.Contains(all.Keys, static name => name.EndsWith("Draft.g.cs", StringComparison.Ordinal));

        static bool IsModel(string name) => name.Contains("/Models/", StringComparison.Ordinal);
    }

    [Fact]
    public void Operations__one_more_operation_is_there__adds_what_it_reaches_and_renames_nothing()
    {
        var before = Orders("Operations").Run().Sources;
        var after = Orders("Operations").WithEdit("specs/orders.yml", "paths:\n", "paths:\n  /drafts:\n    get: { operationId: getDraft, tags: [drafts], responses: { '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Draft' } } } } } }\n").Run().Sources;
        Assert.Equal(["Draft", "DraftNote", "OrdersClient.Drafts"], after.Keys.Except(before.Keys).Select(static name => Path.GetFileName(name).Replace(".g.cs", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Subset(after.Keys.ToHashSet(), before.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("Operations")]
    [InlineData("Used")]
    public void Types_of_another_document__are_emitted_as_far_as_one_that_is_emitted_whole_reaches_them(string emit)
    {
        var sources = GeneratorTest.Of("specs/shop.yml", """
            openapi: 3.1.0
            info: { title: Shop, version: 1.0.0 }
            paths: { /a: { get: { operationId: a, responses: { '200': { description: A, content: { application/json: { schema: { $ref: 'shared.yml#/components/schemas/Price' } } } } } } } }
            components: { schemas: { Stock: { type: object, properties: { place: { $ref: 'shared.yml#/components/schemas/Place' } } } } }
            """).With("specs/shared.yml", """
            openapi: 3.1.0
            info: { title: Shared, version: 1.0.0 }
            paths: {}
            components:
              schemas:
                Price: { type: object, properties: { amount: { type: number } } }
                Place: { type: object, properties: { name: { type: string } } }
                Other: { type: object, properties: { name: { type: string } } }
            """, ("Emit", emit)).Run().Sources;
        Assert.Equal(["Place", "Price", "Stock"], sources.Keys.Where(static name => name.Contains("/Models/", StringComparison.Ordinal)).Select(static name => Path.GetFileName(name).Replace(".g.cs", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static GeneratorTest Orders(string emit) => GeneratorTest.Of("specs/orders.yml", """
        openapi: 3.1.0
        info: { title: Orders, version: 1.0.0 }
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters: [{ name: sort, in: query, schema: { $ref: '#/components/schemas/Sort' } }]
              responses:
                '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/OrderList' } } } }
                4XX: { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/OrderProblem' } } } }
              callbacks: { paid: { $ref: '#/components/callbacks/Paid' } }
        webhooks:
          cancelled: { post: { requestBody: { $ref: '#/components/requestBodies/Cancelled' }, responses: { '204': { description: A } } } }
        components:
          callbacks:
            Paid: { '{$request.query.url}': { post: { requestBody: { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Paid' } } } } }, responses: { '204': { description: A } } } } }
          requestBodies:
            Cancelled: { content: { application/json: { schema: { $ref: '#/components/schemas/Cancelled' } } } }
          schemas:
            Sort: { type: string, enum: [newest, oldest] }
            OrderList: { type: object, properties: { orders: { type: array, items: { $ref: '#/components/schemas/Order' } } } }
            Order: { type: object, properties: { lines: { type: object, additionalProperties: { $ref: '#/components/schemas/Line' } }, customer: { $ref: '#/components/schemas/Customer' } } }
            Line: { type: object, properties: { order: { $ref: '#/components/schemas/Order' } } }
            Customer: { type: object, properties: { name: { type: string } } }
            OrderProblem: { type: object, properties: { reason: { type: string } } }
            Paid: { type: object, properties: { invoice: { $ref: '#/components/schemas/Invoice' } } }
            Invoice: { type: object, properties: { number: { type: string } } }
            Cancelled: { type: object, properties: { reason: { type: string } } }
            Draft: { type: object, properties: { note: { $ref: '#/components/schemas/DraftNote' } } }
            DraftNote: { type: object, properties: { text: { type: string } } }
        """, ("Emit", emit));

    private static GeneratorTest Project(string openApi, string arazzo) => new GeneratorTest()
        .With(OpenApi, Workflows.Documents.Read(OpenApi), ("Emit", openApi))
        .With(Arazzo, Workflows.Documents.Read(Arazzo), ("Emit", arazzo));
}
