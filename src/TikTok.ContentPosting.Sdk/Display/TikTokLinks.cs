using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>Addresses of TikTok's own pages, to show to people.</summary>
public static class TikTokLinks
{
    /// <summary>A video.</summary>
    /// <param name="username">The creator's unique name, with or without the <c>@</c>.</param>
    /// <param name="postId">The post's public id.</param>
    /// <returns>Its address.</returns>
    public static Uri Video(string username, long postId) => Post(username, "video", postId);

    /// <summary>A post of photos.</summary>
    /// <param name="username">The creator's unique name, with or without the <c>@</c>.</param>
    /// <param name="postId">The post's public id.</param>
    /// <returns>Its address.</returns>
    public static Uri Photo(string username, long postId) => Post(username, "photo", postId);

    /// <summary>A creator.</summary>
    /// <param name="username">The creator's unique name, with or without the <c>@</c>.</param>
    /// <returns>The address of the profile.</returns>
    public static Uri Profile(string username) => new($"https://www.tiktok.com/@{Name(username)}");

    private static Uri Post(string username, string kind, long postId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(postId);
        return new($"{Profile(username).OriginalString}/{kind}/{postId.ToString(CultureInfo.InvariantCulture)}");
    }

    private static string Name(string username)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        return Uri.EscapeDataString(username.TrimStart('@'));
    }
}
