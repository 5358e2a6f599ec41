namespace TikTok.ContentPosting;

/// <summary>
/// The domains and URL prefixes that are verified for an app (URL properties in TikTok's developer portal), matched as TikTok matches: a domain covers its subdomains, a
/// prefix what begins with it. Immutable.
/// </summary>
/// <remarks>Production and each sandbox of an app have lists of their own.</remarks>
public sealed class VerifiedUrls
{
    private readonly List<string> _domains = [];
    private readonly List<string> _prefixes = [];

    /// <summary>Makes the list.</summary>
    /// <param name="domainsAndPrefixes">Domains (<c>example.com</c>) and prefixes (<c>https://cdn.example.com/videos/</c>, with a slash at the end).</param>
    /// <exception cref="ArgumentException">One is neither.</exception>
    public VerifiedUrls(params IEnumerable<string> domainsAndPrefixes)
    {
        ArgumentNullException.ThrowIfNull(domainsAndPrefixes);
        foreach (var text in domainsAndPrefixes)
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var prefix) && prefix.Scheme == Uri.UriSchemeHttps && prefix is { Query: "", Fragment: "" } && text.EndsWith('/'))
            {
                _prefixes.Add(prefix.AbsoluteUri);
            }
            else if (Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal))
            {
                _domains.Add(text.ToLowerInvariant());
            }
            else
            {
                throw new ArgumentException($"'{text}' is neither a domain (example.com) nor a URL prefix (https://cdn.example.com/videos/, with a slash at the end).", nameof(domainsAndPrefixes));
            }
        }
    }

    /// <summary>Whether TikTok may pull from an address.</summary>
    /// <param name="url">The address, absolute.</param>
    /// <returns>True when a domain or a prefix covers it.</returns>
    public bool Covers(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeHttps
            && (_prefixes.Exists(prefix => url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)) || _domains.Exists(domain => IsWithin(url.IdnHost, domain)));
    }

    // Dot-anchored: evil-example.com is not within example.com.
    private static bool IsWithin(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == '.');
}
