using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The sign-ins by QR code.</summary>
internal sealed class QrCodeBook(TikTokEmulatorOptions options, TokenBook tokens)
{
    private const string UsualRedirectUri = "https://example.com/callback/";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, QrSession> _sessions = new(StringComparer.Ordinal);

    private string RedirectUri => options.RedirectUris is [var first, ..] ? first : UsualRedirectUri;

    public string Open(IReadOnlyList<string> scopes, string? state)
    {
        var token = Guid.NewGuid().ToString("N").ToUpperInvariant();
        lock (_lock)
            _sessions.Add(token, new QrSession(scopes, state, options.TimeProvider.GetUtcNow() + options.QrCodeLifetime));
        return token;
    }

    /// <summary>What the TikTok app does when it sees a code.</summary>
    /// <exception cref="ArgumentException">It is no code of this emulator, or no longer good.</exception>
    public void Scan(string text, TikTokCreator creator)
    {
        lock (_lock)
        {
            var query = FormBody.Parse(text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            var session = Find(query.TextOrNull("token"));
            (session.ClientTicket, session.ScannedBy) = (query.TextOrNull("client_ticket") ?? "", creator);
        }
    }

    /// <summary>What the TikTok app does when the creator consents.</summary>
    /// <exception cref="ArgumentException">It is no code of this emulator, no longer good, or nobody has scanned it.</exception>
    public void Confirm(string text, IReadOnlyList<string>? scopes)
    {
        lock (_lock)
        {
            var session = Find(FormBody.Parse(text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..]).TextOrNull("token"));
            var creator = session.ScannedBy ?? throw new ArgumentException("Nobody has scanned the code.", nameof(text));
            session.Code = tokens.Consent(creator, scopes ?? session.Scopes, RedirectUri, challenge: null);
        }
    }

    /// <exception cref="OAuthRefusalException">There is no such code.</exception>
    public JsonObject Check(string token)
    {
        lock (_lock)
        {
            if (!_sessions.TryGetValue(token, out var session))
                throw new OAuthRefusalException("invalid_request", "The request parameters are malformed.");
            if (session.IsUsed)
                return Answer("utilised", session.ClientTicket);
            if (session.Code is null && session.ExpiresAt <= options.TimeProvider.GetUtcNow())
                return Answer("expired", "");
            if (session.Code is null)
                return session.ScannedBy is null ? Answer("new", "") : Answer("scanned", session.ClientTicket);
            session.IsUsed = true;
            var answer = Answer("confirmed", session.ClientTicket);
            answer["redirect_uri"] = $"{RedirectUri}?code={Uri.EscapeDataString(session.Code)}";
            if (session.State is not null)
                answer["state"] = session.State;
            return answer;
        }
    }

    private static JsonObject Answer(string status, string ticket) => new() { ["client_ticket"] = ticket, ["status"] = status };

    private QrSession Find(string? token) =>
        token is not null && _sessions.TryGetValue(token, out var session) && session.ExpiresAt > options.TimeProvider.GetUtcNow()
            ? session
            : throw new ArgumentException("This is no QR code of the emulator, or no longer good.", nameof(token));
}
