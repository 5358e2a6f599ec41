using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>An answer as it goes over the wire.</summary>
internal sealed record Answer(int StatusCode, string ContentType, ReadOnlyMemory<byte> Body, string LogId)
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>The <c>Content-Range</c> header; null for none.</summary>
    public string? ContentRange { get; init; }

    /// <summary>The <c>Location</c> header; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>The code in the JSON; null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>JSON without an envelope.</summary>
    public static Answer Plain(JsonObject json, string logId, int statusCode = 200) =>
        new(statusCode, Json, Encoding.UTF8.GetBytes(json.ToJsonString()), logId) { Code = (json["error"] as JsonValue)?.ToString() };

    /// <summary>A page.</summary>
    public static Answer Html(string html, int statusCode, string logId) => new(statusCode, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), logId);

    /// <summary>Sends a browser elsewhere, by GET.</summary>
    public static Answer Redirect(string address, string logId) => Empty(303, logId) with { Location = address };

    /// <summary>A status and nothing else.</summary>
    public static Answer Empty(int statusCode, string logId) => new(statusCode, "", default, logId);

    public static Answer Success(JsonObject? data, string logId) =>
        new(200, Json, Envelope(data, ErrorCodes.Ok, "", logId), logId) { Code = ErrorCodes.Ok };

    /// <summary>A refusal. Those with status 200 have an empty <c>data</c>, the others none.</summary>
    public static Answer Refusal(string code, string message, int statusCode, string logId) =>
        new(statusCode, Json, Envelope(statusCode == 200 ? [] : null, code, message, logId), logId) { Code = code };

    private static ReadOnlyMemory<byte> Envelope(JsonObject? data, string code, string message, string logId)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (data is not null)
            {
                json.WritePropertyName("data"u8);
                data.WriteTo(json);
            }

            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, code);
            json.WriteString("message"u8, message);
            json.WriteString("log_id"u8, logId);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
