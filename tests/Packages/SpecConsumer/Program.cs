using Contoso.Orders;
using SpecConsumer;
using TikTok.ContentPosting;

var options = new WorkflowOptions { Polling = new PollingOptions { FirstDelay = TimeSpan.Zero } };

await Check.Run("A workflow of the project calls TikTok's operations through the package's client", async () =>
{
    var api = new FakeApi(new()
    {
        ["/v2/post/publish/status/fetch/"] =
        [
            """{"data":{"status":"PROCESSING_DOWNLOAD"},"error":{"code":"ok","message":"","log_id":"1"}}""",
            """{"data":{"status":"SEND_TO_USER_INBOX"},"error":{"code":"ok","message":"","log_id":"2"}}""",
        ],
    });
    using var http = new HttpClient(api);
    using var tiktok = new ContentPostingClient(http);
    var run = await WatchDraftWorkflow.RunAsync(tiktok, new WatchDraftInputs { AccessToken = "act.1", PublishId = "v1" }, options);
    return run.Outputs.Status.ToString() == "SEND_TO_USER_INBOX"
        && api.Requests.Count == 2
        && api.Requests[0].Authorization == "Bearer act.1"
        && api.Requests[0].Body == """{"publish_id":"v1"}""";
});

await Check.Run("A workflow and a client are generated from documents of the project", async () =>
{
    var api = new FakeApi(new()
    {
        ["/v1/orders"] = ["""{"id":9007199254740993,"state":"open"}"""],
        ["/v1/orders/9007199254740993"] = ["""{"id":9007199254740993,"state":"open"}""", """{"id":9007199254740993,"state":"shipped"}"""],
    });
    using var http = new HttpClient(api);
    using var orders = new OrdersClient(http);
    var run = await OrderAndWaitWorkflow.RunAsync(orders, new OrderAndWaitInputs { Sku = "A-1", Quantity = 2 }, options);
    return run.Outputs.OrderId == 9007199254740993 && run.Outputs.State.ToString() == "shipped" && api.Requests.Count == 3;
});

await Check.Run("What is to be internal is internal", () => Task.FromResult(!typeof(OrdersClient).IsPublic && typeof(WatchDraftWorkflow).IsPublic));

return Check.Summary();
