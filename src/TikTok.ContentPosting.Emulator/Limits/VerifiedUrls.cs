namespace TikTok.ContentPosting.Emulator;

/// <summary>Where media can be pulled from: the domains and URL prefixes that the app has proved to own.</summary>
internal sealed class VerifiedUrls
{
    private readonly Lock _lock = new();
    private readonly List<string> _domains = [];
    private readonly List<string> _prefixes = [];

    public VerifiedUrls(IEnumerable<string> domainsAndPrefixes)
    {
        foreach (var domainOrPrefix in domainsAndPrefixes)
            Add(domainOrPrefix);
    }

    /// <summary>Whether a text is a domain or a URL prefix.</summary>
    public static bool IsValid(string text) => IsPrefix(text) || Uri.CheckHostName(text) == UriHostNameType.Dns;

    public IReadOnlyList<string> ToList()
    {
        lock (_lock)
            return [.. _domains, .. _prefixes];
    }

    public void Add(string domainOrPrefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(domainOrPrefix);
        var isPrefix = IsPrefix(domainOrPrefix);
        if (!IsValid(domainOrPrefix))
            throw new ArgumentException("A domain (example.com) or a URL prefix (https://example.com/videos/) is needed.", nameof(domainOrPrefix));

        lock (_lock)
        {
            if (isPrefix)
                _prefixes.Add(new Uri(domainOrPrefix).AbsoluteUri);
            else
                _domains.Add(domainOrPrefix);
        }
    }

    /// <exception cref="RefusalException">The text is no URL that TikTok could pull from, or not one that the app owns.</exception>
    public void Check(string text, string field)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttps
            || url.HostNameType != UriHostNameType.Dns
            || url.UserInfo.Length > 0)
            throw new RefusalException(ErrorCodes.InvalidParam, $"{field} must be an https URL whose host is a name.");
        if (!Covers(url))
            throw new RefusalException(ErrorCodes.UrlOwnershipUnverified, $"{field} is not under a verified domain or URL prefix.");
    }

    private static bool IsPrefix(string text) => text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && text.EndsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out _);

    private bool Covers(Uri url)
    {
        lock (_lock)
        {
            return _prefixes.Exists(prefix => url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal))
                || _domains.Exists(domain => IsWithin(url.Host, domain));
        }
    }

    private static bool IsWithin(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == '.');
}
