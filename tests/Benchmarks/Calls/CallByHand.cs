using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.HandWritten;

namespace Benchmarks.Calls;

/// <summary>The call as one writes it who wants it fast.</summary>
/// <remarks>
/// It sends the same bytes as the client, over the same handler, with a timeout for the whole call, and can be cancelled. What it does not do, and the client does: it reads
/// an error's body into nothing, tells no lost connection from a refusal, never tries again, has no limit for the body's length, asks nobody for credentials, says nothing
/// about where JSON is wrong, and is in no trace.
/// </remarks>
internal static class CallByHand
{
    public static async Task<StatusAnswer> GetStatusAsync(HttpClient http, Uri address, string publishId, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new StatusRequest { PublishId = publishId }, HandWrittenJson.Default.StatusRequest));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
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
}
