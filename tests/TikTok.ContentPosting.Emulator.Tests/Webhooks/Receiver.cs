using System.Net;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator.Tests.Webhooks;

/// <summary>An app that gets webhooks: it answers with the statuses written for it in turn, then with 200; 0 is no answer at all.</summary>
internal sealed class Receiver(params int[] statuses) : HttpMessageHandler
{
    public static readonly Uri Url = new("https://app.example.com/webhooks");

    private readonly Lock _lock = new();
    private readonly Queue<int> _statuses = new(statuses);
    private readonly List<Delivery> _deliveries = [];

    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (_lock)
                return [.. _deliveries];
        }
    }

    public IEnumerable<string> Events => Deliveries.Select(static delivery => delivery.Event);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal((Url, HttpMethod.Post, "application/json"), (request.RequestUri, request.Method, request.Content!.Headers.ContentType!.ToString()));
        var body = await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            _deliveries.Add(new Delivery(body, string.Join(",", request.Headers.GetValues("TikTok-Signature"))));
            return _statuses.TryDequeue(out var status) && status == 0 ? throw new HttpRequestException("gone") : new HttpResponseMessage((HttpStatusCode)(status == 0 ? 200 : status));
        }
    }
}

/// <summary>A webhook as it came.</summary>
internal sealed record Delivery(string Body, string Signature)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Event => (string)Json["event"]!;

    public JsonNode Content => JsonNode.Parse((string)Json["content"]!)!;
}
