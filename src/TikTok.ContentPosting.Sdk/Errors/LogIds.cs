using System.Buffers;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>Finds TikTok's key to a request. TikTok's tables call it logid, its answers log_id, and some come with it in a header.</summary>
internal static class LogIds
{
    private const int LongestIdentifier = 128;

    private static readonly SearchValues<char> IdentifierCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:");

    public static string? Find(ApiResponse response, ApiError? error) =>
        Identifier(error?.LogId) ?? (error is null ? null : Identifier(OtherLogId(response.Json))) ?? Identifier(response.Headers["x-tt-logid"]);

    // What is shown is a name and no more: bodies stay out of messages.
    public static string? Identifier(string? text) =>
        text is { Length: > 0 and <= LongestIdentifier } && !text.AsSpan().ContainsAnyExcept(IdentifierCharacters) ? text : null;

    private static string? OtherLogId(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error"u8, out var error)
        && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("logid"u8, out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString() : null;
}
