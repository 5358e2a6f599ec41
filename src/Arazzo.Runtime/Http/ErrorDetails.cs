using System.Buffers;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>What can be said of a failure without knowing the API.</summary>
internal static class ErrorDetails
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> IdentifierCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/+=@|#");

    private static readonly string[] RequestIdHeaders = ["x-request-id", "request-id", "x-correlation-id", "x-ms-request-id", "x-amzn-requestid", "x-trace-id"];

    public static string? RequestId(ResponseHeaders headers)
    {
        foreach (var name in RequestIdHeaders)
        {
            if (headers.TryGetValue(name, out var value) && IsIdentifier(value))
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>The code in <c>error.code</c>, <c>error</c> (RFC 6749, section 5.2), <c>errors[0].code</c>, <c>code</c> or <c>type</c> (RFC 9457).</summary>
    public static string? ErrorCode(ReadOnlySpan<byte> body)
    {
        var json = JsonBody.Parse(body);
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        if (json.TryGetProperty("error", out var error))
        {
            return error.ValueKind == JsonValueKind.Object ? Member(error, "code") ?? Member(error, "type") : Identifier(error);
        }
        if (json.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
            && errors[0].ValueKind == JsonValueKind.Object && Member(errors[0], "code") is { } first)
        {
            return first;
        }
        return Member(json, "code") ?? Member(json, "error_code") ?? Member(json, "type");
    }

    public static string? Advice(int? status) => status switch
    {
        401 => "The credentials are missing, expired or not accepted: check the access token.",
        403 => "The credentials do not allow this call: check their scopes and permissions.",
        429 => "Too many calls: try again later.",
        408 or >= 500 and not 501 => "Another attempt may help.",
        _ => null,
    };

    public static string ReasonPhrase(int status)
    {
        using var message = new HttpResponseMessage((System.Net.HttpStatusCode)status);
        return message.ReasonPhrase ?? "";
    }

    // Only what looks like an identifier: bodies and their secrets stay out of messages.
    private static bool IsIdentifier(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(IdentifierCharacters);

    /// <summary>The text if it looks like an identifier, which can be shown.</summary>
    public static string? Identifier(string? text) => IsIdentifier(text) ? text : null;

    /// <summary>The string; null when it is no valid text.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A sentence that is the same for each failure of its kind, which can be shown; null when it looks like more.</summary>
    public static string? Title(string? text) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.TrimEnd('.', ' ') : null;

    private static string? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Identifier(value) : null;

    private static string? Identifier(JsonElement value)
    {
        // The raw text: what needs an escape is no identifier.
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetRawText()[1..^1],
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return Identifier(text);
    }
}
