using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class BaseAddressTests
{
    [Theory]
    [InlineData(null, null, "https://api.example.com/v1/orders")]
    [InlineData(null, "https://client.example/x/", "https://client.example/x/orders")]
    [InlineData("https://options.example", "https://client.example/", "https://options.example/orders")]
    [InlineData("https://options.example/a/?q#f", null, "https://options.example/a/orders")]
    [InlineData("http://localhost:8080", null, "http://localhost:8080/orders")]
    public async Task Address_comes_from_the_options_then_the_client_then_the_description(string? options, string? client, string expected)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var httpClient = new HttpClient(handler) { BaseAddress = client is null ? null : new Uri(client) };
        using var pipeline = TestApi.Pipeline(httpClient, o => o.BaseAddress = options is null ? null : new Uri(options));

        await pipeline.Request(TestApi.GetOrder).SendAsync();

        Assert.Equal(expected, handler.Request.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    public void Description_without_an_address_asks_for_one(string address)
    {
        var exception = Assert.Throws<ArgumentException>(() => new ApiPipeline(null, new ApiDefinition("OrdersClient", address), new ApiClientOptions()));

        Assert.Contains("ApiClientOptions.BaseAddress", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("/v1")]
    [InlineData("https://user:secret@example.com")]
    public void Address_that_is_none_is_refused(string address)
    {
        var options = new ApiClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        var exception = Assert.Throws<ArgumentException>(() => new ApiPipeline(null, TestApi.Definition, options));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_client_is_not_disposed()
    {
        using var handler = new RecordingHandler();
        using var client = new HttpClient(handler);

        TestApi.Pipeline(client).Dispose();

        client.CancelPendingRequests();
    }
}
