using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>An app of TikTok's developer portal. Its text does not show the secret.</summary>
/// <remarks>The secret belongs on servers and into tools of your own: TikTok forbids it in apps that others install, and in public code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokAppCredentials
{
    /// <summary>Makes credentials.</summary>
    /// <param name="clientKey">The app's client key.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <exception cref="ArgumentException">One of them is null or blank.</exception>
    public TikTokAppCredentials(string clientKey, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        (ClientKey, ClientSecret) = (clientKey, clientSecret);
    }

    /// <summary>The client key, which is no secret.</summary>
    public string ClientKey { get; }

    /// <summary>The client secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ClientSecret { get; }

    /// <summary>The client key; never the secret.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokAppCredentials)} ({ClientKey})";
}
