namespace TikTok.ContentPosting.Emulator;

/// <summary>What an app asks the consent page for.</summary>
/// <param name="RedirectUri">Where the browser goes back to.</param>
/// <param name="Scopes">The scopes.</param>
/// <param name="State">Comes back as it is.</param>
/// <param name="Challenge">The PKCE challenge; null without one.</param>
/// <param name="SkipsConsent">Whether a creator who has consented before is not asked again (<c>disable_auto_auth=0</c>).</param>
internal sealed record AuthorizeRequest(string RedirectUri, IReadOnlyList<string> Scopes, string? State, string? Challenge, bool SkipsConsent)
{
    /// <summary>Reads the page's query, as far as its errors are shown to the creator and not to the app.</summary>
    /// <exception cref="OAuthRefusalException">The app or its redirect URI is not known, so the browser must not be sent there.</exception>
    public static AuthorizeRequest Read(FormBody query, TikTokEmulatorOptions options)
    {
        if (query.Text("client_key") != options.ClientKey)
            throw new OAuthRefusalException("client_key", "The client key is not this emulator's.");
        var redirectUri = query.Text("redirect_uri");
        if (!IsRedirectUri(redirectUri) || (options.RedirectUris is { } known && !known.Any(pattern => Matches(pattern, redirectUri))))
            throw new OAuthRefusalException("redirect_uri", "The redirect URI is not registered for the app, or none that could be.");
        var scopes = query.TextOrNull("scope")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new AuthorizeRequest(redirectUri, scopes, query.TextOrNull("state"), query.TextOrNull("code_challenge"), query.TextOrNull("disable_auto_auth") == "0");
    }

    /// <summary>Checks what the app is told about.</summary>
    /// <exception cref="OAuthRefusalException">TikTok would refuse.</exception>
    public void Check(FormBody query)
    {
        if (query.TextOrNull("response_type") != "code")
            throw new OAuthRefusalException("unsupported_response_type", "The response type must be code.");
        if (Scopes.Count == 0 || Scopes.Any(scope => !TokenScopes.All.Contains(scope)))
            throw new OAuthRefusalException("invalid_scope", "The scopes must be names that TikTok has, with commas between them.");
        if (Challenge is not null && query.TextOrNull("code_challenge_method") != "S256")
            throw new OAuthRefusalException("invalid_request", "The code challenge method must be S256.");
        // Desktop apps are those that come back to the creator's own machine.
        if (Challenge is null && new Uri(RedirectUri).Scheme == Uri.UriSchemeHttp)
            throw new OAuthRefusalException("invalid_request", "Code verifier or code challenge is invalid.");
    }

    /// <summary>Where the browser goes back to, with what is told.</summary>
    public string Back(params IReadOnlyList<(string Name, string? Value)> parameters)
    {
        var query = parameters.Append(("state", State)).Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}");
        return $"{RedirectUri}?{string.Join('&', query)}";
    }

    private static bool IsRedirectUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.Query.Length == 0 && address.Fragment.Length == 0 && text.Length < 512;

    // Desktop apps may register any port: http://127.0.0.1:*/callback/
    private static bool Matches(string pattern, string redirectUri) =>
        pattern == redirectUri
        || (pattern.Contains(":*/", StringComparison.Ordinal)
            && pattern.Replace(":*/", $":{new Uri(redirectUri).Port}/", StringComparison.Ordinal) == redirectUri);
}
