using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>Tokens as JSON, for stores.</summary>
internal static class TokenJson
{
    public static byte[] Write(TikTokTokens tokens)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, tokens);
        }
        return buffer.ToArray();
    }

    public static void Write(Utf8JsonWriter json, TikTokTokens tokens)
    {
        json.WriteStartObject();
        json.WriteString("open_id"u8, tokens.OpenId);
        if (tokens.UnionId is { } unionId)
        {
            json.WriteString("union_id"u8, unionId);
        }
        json.WriteString("access_token"u8, tokens.AccessToken);
        json.WriteString("access_token_expires_at"u8, tokens.AccessTokenExpiresAt);
        json.WriteString("refresh_token"u8, tokens.RefreshToken);
        if (tokens.RefreshTokenExpiresAt is { } end)
        {
            json.WriteString("refresh_token_expires_at"u8, end);
        }
        json.WriteStartArray("scopes"u8);
        foreach (var scope in tokens.Scopes)
        {
            json.WriteStringValue(scope);
        }
        json.WriteEndArray();
        json.WriteString("granted_at"u8, tokens.GrantedAt);
        json.WriteString("version"u8, tokens.Version);
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is no JSON of tokens. What it is instead is not shown.</exception>
    public static TikTokTokens Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new FormatException("This is no JSON of tokens.");
        }
    }

    public static TikTokTokens Read(JsonElement json) => new()
    {
        OpenId = Text(json, "open_id"),
        UnionId = json.TryGetProperty("union_id"u8, out var unionId) ? unionId.GetString() : null,
        AccessToken = Text(json, "access_token"),
        AccessTokenExpiresAt = json.GetProperty("access_token_expires_at"u8).GetDateTimeOffset(),
        RefreshToken = Text(json, "refresh_token"),
        RefreshTokenExpiresAt = json.TryGetProperty("refresh_token_expires_at"u8, out var end) ? end.GetDateTimeOffset() : null,
        Scopes = [.. json.GetProperty("scopes"u8).EnumerateArray().Select(static scope => scope.GetString() ?? throw new FormatException())],
        GrantedAt = json.GetProperty("granted_at"u8).GetDateTimeOffset(),
        Version = Text(json, "version"),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException();
}
