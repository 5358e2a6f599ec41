namespace Arazzo.Runtime.Tests;

public sealed class ApiClientOptionsTests
{
    [Fact]
    public void Copy_shares_nothing_that_can_be_set()
    {
        var options = new ApiClientOptions { Credentials = { ["a"] = new StaticAccessTokenProvider("t") } };

        var copy = options.Clone();
        copy.Credentials.Clear();
        copy.Resilience.Enabled = false;
        copy.Timeout = TimeSpan.FromSeconds(1);

        Assert.Single(options.Credentials);
        Assert.True(options.Resilience.Enabled);
        Assert.Equal(TimeSpan.FromSeconds(100), options.Timeout);
    }

    [Fact]
    public async Task Client_works_on_its_own_copy()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        var options = new ApiClientOptions();
        using var pipeline = new CompilerServices.ApiPipeline(new HttpClient(handler), TestApi.Definition, options);

        options.MaxResponseBytes = 1;

        Assert.Equal("1", (await pipeline.Request(TestApi.GetOrder).SendAsync()).Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Limit_that_no_array_can_hold_is_refused(long bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { MaxResponseBytes = bytes });
}
