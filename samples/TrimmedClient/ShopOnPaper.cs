using System.Net;
using System.Text;

namespace Contoso.Shop;

/// <summary>Answers as the shop would, so that the sample needs no network.</summary>
internal sealed class ShopOnPaper : HttpMessageHandler
{
    private const string Order = """
        {"id":"5f0c2c3e-6f0b-4a53-9a55-0c3fd6f2d1a7","createdAt":"2026-11-22T10:00:00Z","name":"Two mugs","total":{"amount":2400,"currency":"EUR"},
        """;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var (status, body) = (request.Method.Method, request.RequestUri!.PathAndQuery, sent) switch
        {
            ("POST", "/v1/orders", """{"name":"Two mugs","total":{"amount":2400,"currency":"EUR"}}""") => (HttpStatusCode.Created, Order + "\"state\":\"open\"}"),
            ("PATCH", "/v1/orders/5f0c2c3e-6f0b-4a53-9a55-0c3fd6f2d1a7", """{"description":"Paid in cash","state":"paid"}""") => (HttpStatusCode.OK, Order + "\"state\":\"paid\",\"description\":\"Paid in cash\"}"),
            ("GET", "/v1/orders?limit=10", "") => (HttpStatusCode.OK, "{\"items\":[" + Order + "\"state\":\"paid\"}]}"),
            _ => (HttpStatusCode.BadRequest, """{"title":"Nothing that this sample sends","status":400}"""),
        };
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
