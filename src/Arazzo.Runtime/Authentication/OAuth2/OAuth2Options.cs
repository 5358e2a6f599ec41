using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>How tokens are asked for. A provider works on its own copy.</summary>
public sealed class OAuth2Options
{
    /// <summary>Sends the requests for tokens; null: a client of the provider's own, which follows no redirects.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>How the client proves who it is.</summary>
    public OAuth2ClientAuthentication ClientAuthentication { get; set; }

    /// <summary>The scopes to ask for. Null: those that the operation needs, with a token for each set of them. Empty: none, which is whatever the server grants.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    /// <summary>More parameters of the request, such as <c>audience</c> or <c>resource</c>.</summary>
    public IDictionary<string, string> Parameters { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long before its end a token is no longer used; at most half of its life. 60 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Leeway
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(60);

    /// <summary>The time that asking for a token may take. 30 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite, or longer than 24 days.</exception>
    public TimeSpan Timeout
    {
        get;
        set => field = AttemptTimeout.Check(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of expiry and timeouts.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal OAuth2Options Clone()
    {
        var copy = (OAuth2Options)MemberwiseClone();
        copy.Scopes = Scopes is null ? null : [.. Scopes];
        copy.Parameters = new Dictionary<string, string>(Parameters, StringComparer.Ordinal);
        return copy;
    }
}
