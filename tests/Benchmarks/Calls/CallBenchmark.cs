using System.Net;
using System.Net.Http.Headers;
using Benchmarks.Harness;
using Benchmarks.Json;

namespace Benchmarks.Calls;

/// <summary>One operation against the same call by hand on HttpClient: over a connection to this machine, and with an answer from memory.</summary>
internal static class CallBenchmark
{
    private static readonly Uri Address = new("https://payloads.example.com");

    public static void Run()
    {
        var table = new Table("One call: the client against the same by hand", "", "by hand", "client", "client / by hand", "budget");
        using var server = new LoopbackServer(Payloads.Status);
        var connected = Compare(server.Address, static () => new SocketsHttpHandler());
        Add(table, "time, over a connection", connected, "1.05");
        var inMemory = Compare(Address, static () => new MemoryHandler());
        Add(table, "time, without one", inMemory, "");
        AddBytes(table, "allocated B, over a connection", connected);
        AddBytes(table, "allocated B, without one", inMemory);
        table.Print();
    }

    private static Measurement[] Compare(Uri address, Func<HttpMessageHandler> createHandler)
    {
        using var http = new HttpClient(createHandler());
        // As the client makes its own: it has a timeout for each attempt. By hand, that of HttpClient is what people have.
        using var own = new HttpClient(createHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new Generated.PayloadsClient(own, new Arazzo.Runtime.ApiClientOptions { BaseAddress = address });
        var request = new Generated.StatusRequest { PublishId = "v_inbox_url~v2.123" };
        var url = new Uri(address, "/v2/status");
        return Measurement.Run(
            () => CallByHand.GetStatusAsync(http, url, "v_inbox_url~v2.123").GetAwaiter().GetResult(),
            () => client.GetStatusAsync(request).GetAwaiter().GetResult());
    }

    private static void Add(Table table, string name, Measurement[] results, string budget) =>
        table.Add(name, Table.Time(results[0].Nanoseconds), Table.Time(results[1].Nanoseconds), Table.Number(results[1].Ratio, "N3"), budget);

    private static void AddBytes(Table table, string name, Measurement[] results) =>
        table.Add(name, Table.Number(results[0].Bytes), Table.Number(results[1].Bytes), Table.Number(results[1].Bytes / results[0].Bytes, "N3"), "1.10");

    private sealed class MemoryHandler : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(Payloads.Status);
            content.Headers.ContentType = Json;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
