namespace Arazzo.Runtime.Tests;

public sealed class ClassifierTests
{
    [Fact]
    public async Task Success_by_status_can_be_refused()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"refused"}"""));
        using var pipeline = handler.Pipeline(static options => options.Classifier = new RefusesOrders());

        var response = await pipeline.Request(TestApi.GetOrder).SendWithResponseAsync();

        Assert.True(response.IsRefusal);
        Assert.Equal("refused", response.Body!.Id);
        var failure = Assert.IsType<ApiException<Order>>(response.Failure);
        Assert.Same(response.Body, failure.Error);
        Assert.Equal("getOrder (GET /orders) answered 200 OK, error code 'no_luck', request id 'log-1'. Try another order.", failure.Message);
    }

    [Fact]
    public async Task Refusal_is_thrown()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"refused"}"""));
        using var pipeline = handler.Pipeline(static options => options.Classifier = new RefusesOrders());

        var exception = await Assert.ThrowsAsync<ApiException<Order>>(() => pipeline.Request(TestApi.GetOrder).SendAsync());

        Assert.Equal("no_luck", exception.ErrorCode);
        Assert.Equal(200, exception.StatusCode);
    }

    [Fact]
    public async Task Error_by_status_can_be_a_success()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"code":"gone"}""", 404));
        using var pipeline = handler.Pipeline(static options => options.Classifier = new ForgivesGone());

        var response = await pipeline.Request(TestApi.GetOrder).SendWithResponseAsync();

        Assert.True(response.IsSuccess);
        Assert.True(response.TryGetError<Problem>(out var error));
        Assert.Equal("gone", error.Code);
    }

    [Fact]
    public async Task What_the_classifier_calls_transient_is_tried_again()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"busy"}"""), RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(static options =>
        {
            options.Classifier = new RefusesOrders();
            options.Resilience.Enabled = true;
            options.Resilience.BaseDelay = TimeSpan.Zero;
        });

        var order = await pipeline.Request(TestApi.GetOrder).SendAsync();

        Assert.Equal("1", order.Id);
        Assert.Equal(2, handler.Requests.Count);
    }

    private sealed class RefusesOrders : ResponseClassifier
    {
        public override ApiException? Classify(ApiResponse response, object? body, ApiException? failure) => body switch
        {
            Order { Id: "refused" } order => new ApiException<Order>(response, order, "Try another order.") { ErrorCode = "no_luck", RequestId = "log-1" },
            Order { Id: "busy" } order => new ApiException<Order>(response, order) { IsTransient = true },
            _ => failure,
        };
    }

    private sealed class ForgivesGone : ResponseClassifier
    {
        public override ApiException? Classify(ApiResponse response, object? body, ApiException? failure) => body is Problem { Code: "gone" } ? null : failure;
    }
}
