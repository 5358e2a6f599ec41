using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.HandWritten;
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
        table.Add("allocated B", Table.Number(inMemory[0].Bytes), Table.Number(inMemory[1].Bytes), Table.Number(inMemory[1].Bytes / inMemory[0].Bytes, "N3"), "1.10");
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
            () => ByHandAsync(http, url, "v_inbox_url~v2.123").GetAwaiter().GetResult(),
            () => client.GetStatusAsync(request).GetAwaiter().GetResult());
    }

    private static void Add(Table table, string name, Measurement[] results, string budget) =>
        table.Add(name, Table.Time(results[0].Nanoseconds), Table.Time(results[1].Nanoseconds), Table.Number(results[1].Ratio, "N3"), budget);

    private static async Task<StatusAnswer> ByHandAsync(HttpClient http, Uri address, string publishId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new StatusRequest { PublishId = publishId }, HandWrittenJson.Default.StatusRequest));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync();
        return Read(body);
    }

    private static StatusAnswer Read(byte[] body)
    {
        var json = new Utf8JsonReader(body);
        StatusData? data = null;
        StatusError? error = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("data"u8) && json.Read())
            {
                data = ReadData(ref json);
            }
            else if (json.ValueTextEquals("error"u8) && json.Read())
            {
                error = ReadError(ref json);
            }
            else
            {
                json.Skip();
            }
        }
        return new StatusAnswer { Data = data, Error = error ?? throw new JsonException("The error is missing.") };
    }

    private static StatusData ReadData(ref Utf8JsonReader json)
    {
        var data = new StatusData();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("status"u8) && json.Read())
            {
                data.Status = json.GetString();
            }
            else if (json.ValueTextEquals("fail_reason"u8) && json.Read())
            {
                data.FailReason = json.GetString();
            }
            else if (json.ValueTextEquals("uploaded_bytes"u8) && json.Read())
            {
                data.UploadedBytes = json.GetInt64();
            }
            else if (json.ValueTextEquals("downloaded_bytes"u8) && json.Read())
            {
                data.DownloadedBytes = json.GetInt64();
            }
            else if (json.ValueTextEquals("publicaly_available_post_id"u8) && json.Read())
            {
                var ids = new List<long>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    ids.Add(json.GetInt64());
                }
                data.PublicalyAvailablePostId = ids;
            }
            else
            {
                json.Skip();
            }
        }
        return data;
    }

    private static StatusError ReadError(ref Utf8JsonReader json)
    {
        string code = "", message = "", logId = "";
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("code"u8) && json.Read())
            {
                code = json.GetString()!;
            }
            else if (json.ValueTextEquals("message"u8) && json.Read())
            {
                message = json.GetString()!;
            }
            else if (json.ValueTextEquals("log_id"u8) && json.Read())
            {
                logId = json.GetString()!;
            }
            else
            {
                json.Skip();
            }
        }
        return new StatusError { Code = code, Message = message, LogId = logId };
    }

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
