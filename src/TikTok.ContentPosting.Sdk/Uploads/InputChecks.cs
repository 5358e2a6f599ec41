using System.Buffers;

namespace TikTok.ContentPosting;

/// <summary>What TikTok would refuse, or silently fail on an hour later, found before anything is sent.</summary>
internal static class InputChecks
{
    // RFC 6750, section 2.1: the characters of a bearer token.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=!*");

    /// <exception cref="InvalidInputException">It is no access token.</exception>
    public static void AccessToken(string input, string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new InvalidInputException(input, "the access token is empty. Give the creator's access token from TikTok's sign-in (act.…).");
        }
        if (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidInputException(input, "the access token begins with 'Bearer'. Give the token alone.");
        }
        if (token.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            throw new InvalidInputException(input, "the access token has a space, a line break or another character that no token has. Give the token as TikTok issued it.");
        }
    }

    /// <summary>TikTok pulls over https from hosts with a name, since only domains can be verified as the app's own.</summary>
    /// <exception cref="InvalidInputException">TikTok cannot pull from it.</exception>
    public static void MediaUrl(string input, Uri? url)
    {
        if (url is null || url.OriginalString.Length == 0)
        {
            throw new InvalidInputException(input, "the URL is missing. Give the video's https address.");
        }
        if (!url.IsAbsoluteUri)
        {
            throw new InvalidInputException(input, "the URL is relative. Give the whole address, such as https://media.example.com/clip.mp4.");
        }
        if (url.Scheme != Uri.UriSchemeHttps)
        {
            throw new InvalidInputException(input, $"the URL's scheme is '{url.Scheme}'. TikTok pulls over https only.");
        }
        if (url.HostNameType != UriHostNameType.Dns || url.IsLoopback || !url.Host.Contains('.', StringComparison.Ordinal))
        {
            throw new InvalidInputException(
                input, "the URL's host is an IP address or a name of this machine or network. TikTok pulls from a domain that is verified for the app, such as media.example.com.");
        }
        if (url.UserInfo.Length > 0)
        {
            throw new InvalidInputException(input, "the URL has a user or a password in it, which TikTok does not take. Use an address that needs none.");
        }
    }
}
