using System.Globalization;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class RequestTests : IDisposable
{
    private readonly RecordingHandler _handler = new(RecordingHandler.Json("""{"id":"1"}"""));
    private readonly ApiPipeline _pipeline;

    public RequestTests() => _pipeline = _handler.Pipeline();

    public void Dispose()
    {
        _pipeline.Dispose();
        _handler.Dispose();
    }

    [Theory]
    [InlineData("abc-._~1", "abc-._~1")]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("a+b&c=d", "a%2Bb%26c%3Dd")]
    [InlineData("é", "%C3%A9")]
    [InlineData("日本", "%E6%97%A5%E6%9C%AC")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("\r\nHost: x", "%0D%0AHost%3A%20x")]
    [InlineData("...", "...")]
    public async Task Path_parameter_is_percent_encoded(string value, string expected)
    {
        await _pipeline.Request(TestApi.GetOrder).Path($"/orders/{value}/parts").SendAsync();

        Assert.Equal($"https://api.example.com/v1/orders/{expected}/parts", _handler.Request.Address);
    }

    [Fact]
    public void Half_a_character_is_refused_wherever_it_is()
    {
        var half = new string('\uD800', 1);
        string[] list = [half];
        var request = _pipeline.Request(TestApi.GetOrder);

        Assert.Throws<ArgumentException>("half", () => _pipeline.Request(TestApi.GetOrder).Path($"/orders/{half}"));
        Assert.Throws<ArgumentException>("half", () => _pipeline.Request(TestApi.GetOrder).Path($"/orders/{half:+}"));
        Assert.Throws<ArgumentException>("list", () => _pipeline.Request(TestApi.GetOrder).Path($"/orders/{PathText.List("a", list)}"));
        Assert.Throws<ArgumentException>("half", () => request.Query("a", half));
        Assert.Throws<ArgumentException>("list", () => request.QueryList("a", list));
        Assert.Throws<ArgumentException>("half", () => request.QueryString(half));
        Assert.Throws<ArgumentException>("half", () => request.Header("a", half));
        Assert.Throws<ArgumentException>("half", () => request.Cookie("a", half));
    }

    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("a+b&c=d", "a%2Bb%26c%3Dd")]
    [InlineData("", "")]
    [InlineData("https://x.example/?a=1#f", "https%3A%2F%2Fx.example%2F%3Fa%3D1%23f")]
    public async Task Query_parameter_is_percent_encoded(string value, string expected)
    {
        await _pipeline.Request(TestApi.GetOrder).Query("filter[name]", value).SendAsync();

        Assert.Equal($"/v1/orders?filter%5Bname%5D={expected}", _handler.Request.PathAndQuery);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Path_parameter_that_would_change_the_path_is_refused_by_name(string? orderId)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => _pipeline.Request(TestApi.GetOrder).Path($"/orders/{orderId}"));

        Assert.Equal("orderId", exception.ParamName);
        Assert.Contains("'orderId'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/x.", "a", "/v1/x.a")]
    [InlineData("/.well-known/", "a", "/v1/.well-known/a")]
    [InlineData("/", "a/b", "/v1/a/b")]
    [InlineData("/", "a..b/.c/d.", "/v1/a..b/.c/d.")]
    [InlineData("/", "a%2Fb?c#d e", "/v1/a%2Fb%3Fc%23d%20e")]
    [InlineData("/?q=", "..", "/v1/?q=..")]
    [InlineData("/?q=", "", "/v1/?q=")]
    [InlineData("/x.", ".", "/v1/x..")]
    [InlineData("/.", ".", null)]
    [InlineData("/", "a/../b", null)]
    [InlineData("/", "./a", null)]
    [InlineData("/", "a/%2E%2e", null)]
    [InlineData("/", "a/.%2e", null)]
    public async Task Reserved_path_parameter_keeps_its_slashes_and_leads_nowhere_else(string before, string path, string? expected)
    {
        var request = _pipeline.Request(TestApi.GetOrder);
        if (expected is null)
        {
            Assert.Throws<ArgumentException>(nameof(path), () => Build());
            return;
        }

        await Build().SendAsync();

        Assert.Equal(expected, _handler.Request.PathAndQuery);

        ApiRequest<Order> Build() => before switch
        {
            "/" => request.Path($"/{path:+}"),
            "/x." => request.Path($"/x.{path:+}"),
            "/." => request.Path($"/.{path:+}"),
            "/?q=" => request.Path($"/?q={path:+}"),
            _ => request.Path($"/.well-known/{path:+}"),
        };
    }

    [Fact]
    public async Task Path_parameter_with_several_values_is_joined_by_commas()
    {
        string[] ids = ["a,b", "c"];

        await _pipeline.Request(TestApi.GetOrder).Path($"/orders/{PathText.List("ids", ids)}").SendAsync();

        Assert.Equal("/v1/orders/a%2Cb,c", _handler.Request.PathAndQuery);
    }

    [Fact]
    public void Path_parameter_without_any_value_is_refused()
    {
        string[] ids = [];

        Assert.Throws<ArgumentException>("ids", () => _pipeline.Request(TestApi.GetOrder).Path($"/orders/{PathText.List("ids", ids)}"));
    }

    [Fact]
    public async Task Path_text_that_a_path_cannot_hold_is_encoded()
    {
        await _pipeline.Request(TestApi.GetOrder).Path($"/größe {{x}}/{1}").SendAsync();

        Assert.Equal("/v1/gr%C3%B6%C3%9Fe%20%7Bx%7D/1", _handler.Request.PathAndQuery);
    }

    [Fact]
    public async Task Path_with_a_query_of_its_own_goes_on_with_an_ampersand()
    {
        await _pipeline.Request(TestApi.GetOrder).Path($"/?action=list&of={1}").Query("page", 2).SendAsync();

        Assert.Equal("/v1/?action=list&of=1&page=2", _handler.Request.PathAndQuery);
    }

    [Fact]
    public void Path_after_the_query_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => _pipeline.Request(TestApi.GetOrder).Query("page", 1).Path($"/orders/{1}"));

    [Fact]
    public async Task Long_path_and_query_outgrow_the_first_buffer()
    {
        var text = new string('é', 5_000);

        await _pipeline.Request(TestApi.GetOrder).Path($"/orders/{text}").Query("q", text).SendAsync();

        var escaped = Uri.EscapeDataString(text);
        Assert.Equal($"/v1/orders/{escaped}?q={escaped}", _handler.Request.PathAndQuery);
    }

    public static TheoryData<object, string> Values => new()
    {
        { true, "true" },
        { false, "false" },
        { -7, "-7" },
        { long.MaxValue, "9223372036854775807" },
        { 0.1, "0.1" },
        { 1.5f, "1.5" },
        { 12.50m, "12.50" },
        { Guid.Parse("6F9619FF-8B86-D011-B42D-00C04FC964FF"), "6f9619ff-8b86-d011-b42d-00c04fc964ff" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "2026-01-02T03:04:05Z" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, 60, TimeSpan.FromHours(2)), "2026-01-02T03:04:05.06+02:00" },
        { new DateOnly(2026, 1, 2), "2026-01-02" },
        { new TimeOnly(3, 4, 5), "03:04:05" },
        { TimeSpan.FromSeconds(90), "PT1M30S" },
        { Duration.Parse("P2W"), "P2W" },
        { new Uri("https://example.com/a b"), "https://example.com/a b" },
        { new byte[] { 1, 2, 3 }, "AQID" },
        { JsonElement.Parse("\"text\""), "text" },
        { JsonElement.Parse("12"), "12" },
        { DayOfWeek.Monday, "Monday" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Values_are_formatted_whatever_the_culture(object value, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            await _pipeline.Request(TestApi.GetOrder).Query("v", value).Header("X-V", value).SendAsync();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal("?v=" + Uri.EscapeDataString(expected), new Uri(_handler.Request.Address).Query);
        Assert.Equal(expected, _handler.Request.Headers["X-V"]);
    }

    [Fact]
    public async Task Values_that_are_null_are_left_out()
    {
        await _pipeline.Request(TestApi.GetOrder).Query("a", (int?)null).Query("b", (int?)5).QueryList<string>("c", null).QueryList<string>("d", [])
            .Header("X-A", (string?)null).Cookie("e", (bool?)null).JsonUnlessNull<Order, Order>(null).SendAsync();

        Assert.Equal("/v1/orders?b=5", _handler.Request.PathAndQuery);
        Assert.DoesNotContain("X-A", _handler.Request.Headers.Keys);
        Assert.DoesNotContain("Cookie", _handler.Request.Headers.Keys);
        Assert.Null(_handler.Request.Body);
    }

    [Theory]
    [InlineData(true, ParameterStyle.Form, "a=1%2C2&a=3")]
    [InlineData(false, ParameterStyle.Form, "a=1%2C2,3")]
    [InlineData(false, ParameterStyle.SpaceDelimited, "a=1%2C2%203")]
    [InlineData(false, ParameterStyle.PipeDelimited, "a=1%2C2%7C3")]
    public async Task Query_lists_are_written_by_their_style(bool explode, ParameterStyle style, string expected)
    {
        await _pipeline.Request(TestApi.GetOrder).QueryList("a", ["1,2", "3"], style, explode).SendAsync();

        Assert.Equal($"/v1/orders?{expected}", _handler.Request.PathAndQuery);
    }

    [Fact]
    public async Task Body_headers_and_cookies_are_sent()
    {
        await _pipeline.Request(TestApi.CreateOrder).Header("X-A", "1").Cookie("c", "x;y").Cookie("d", 2)
            .Json<Order, Order>(new Order { Id = "é", Amount = 3 }).SendAsync();

        var request = _handler.Request;
        Assert.Equal("POST", request.Method);
        Assert.Equal("1", request.Headers["X-A"]);
        Assert.Equal("c=x%3By; d=2", request.Headers["Cookie"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("3", JsonElement.Parse(request.Body!).GetProperty("amount").GetRawText());
    }

    [Fact]
    public async Task Bodies_of_one_client_do_not_mix()
    {
        await _pipeline.Request(TestApi.CreateOrder).Json<Order, Order>(new Order { Id = new string('x', 2_000) }).SendAsync();
        await _pipeline.Request(TestApi.CreateOrder).Json<Order, Order>(new Order { Id = "2" }).SendAsync();

        Assert.Equal("""{"id":"2"}""", _handler.Requests[1].Body);
    }

    [Fact]
    public async Task Options_replace_headers()
    {
        var options = new RequestOptions { Headers = { ["x-a"] = "mine", ["Accept"] = "application/vnd.orders+json", ["Content-Type"] = "application/merge-patch+json" } };

        await _pipeline.Request(TestApi.CreateOrder).Header("X-A", "1").Json<Order, Order>(new Order { Id = "1" }).SendAsync(options);

        Assert.Equal("mine", _handler.Request.Headers["X-A"]);
        Assert.Equal("application/vnd.orders+json", _handler.Request.Headers["Accept"]);
        Assert.Equal("application/merge-patch+json", _handler.Request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Content_headers_without_a_body_are_left_out()
    {
        await _pipeline.Request(TestApi.GetOrder).Header("Content-Type", "application/json").SendAsync();

        Assert.DoesNotContain("Content-Type", _handler.Request.Headers.Keys);
    }

    [Theory]
    [InlineData("X-A", "secret\r\nX-B: 1")]
    [InlineData("X-A", "secret\0")]
    [InlineData("X-A", "secreté")]
    [InlineData("X A", "secret")]
    [InlineData("", "secret")]
    public void Header_that_cannot_be_sent_is_refused_without_its_value(string name, string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => _pipeline.Request(TestApi.GetOrder).Header(name, value));

        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_is_sent_once()
    {
        var request = _pipeline.Request(TestApi.GetOrder);
        await request.SendAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => request.SendAsync());
    }

    [Fact]
    public async Task Handlers_see_the_operation()
    {
        await _pipeline.Request(TestApi.CreateOrder).SendAsync();

        Assert.True(_handler.Request.Options.TryGetValue(ApiRequestKeys.Operation, out var operation));
        Assert.False(operation.IsRepeatable);
        Assert.Equal("createOrder", operation.Id);
    }
}
