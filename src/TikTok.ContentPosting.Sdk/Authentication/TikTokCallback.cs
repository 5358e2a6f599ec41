using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>What TikTok sends the browser back with. Nothing of it can be trusted before the state is compared. Its text does not show the code.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokCallback
{
    private TikTokCallback(Dictionary<string, string> parameters)
    {
        Code = parameters.GetValueOrDefault("code") is { Length: > 0 } code ? code : null;
        State = parameters.GetValueOrDefault("state");
        Scopes = TikTokScopes.Split(parameters.GetValueOrDefault("scopes"));
        Error = parameters.GetValueOrDefault("error") is { Length: > 0 } error ? error : null;
        ErrorDescription = parameters.GetValueOrDefault("error_description");
    }

    /// <summary>The code to exchange, decoded once; null when there is none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Code { get; }

    /// <summary>The state; null when it is missing.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? State { get; }

    /// <summary>The scopes that the creator has granted, which can be fewer than were asked for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Why there is no code, such as <c>access_denied</c>; null when there is one.</summary>
    public string? Error { get; }

    /// <summary>What TikTok says about the error. Anybody can make a link with any text here: do not show it as it is.</summary>
    public string? ErrorDescription { get; }

    /// <summary>Reads a callback.</summary>
    /// <param name="callback">The address that the browser was sent to.</param>
    /// <returns>What stands in its query.</returns>
    public static TikTokCallback Read(Uri callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var address = callback.OriginalString;
        var begin = address.IndexOf('?', StringComparison.Ordinal);
        return Read(begin < 0 ? "" : address[begin..].Split('#')[0]);
    }

    /// <summary>Reads a callback.</summary>
    /// <param name="query">Its query as it came, still encoded, with or without the question mark.</param>
    /// <returns>What stands in it; of a parameter that is there twice, the first.</returns>
    public static TikTokCallback Read(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            parameters.TryAdd(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value));
        }
        return new TikTokCallback(parameters);
    }

    /// <summary>The error's code, or the scopes; never code or state.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokCallback)} ({LogIds.Identifier(Error) ?? string.Join(',', Scopes)})";

    /// <summary>Compares in constant time, so that the time tells nothing of the state.</summary>
    internal static bool AreEqual(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
