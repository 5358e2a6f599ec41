using System.Buffers;

namespace TikTok.ContentPosting;

/// <summary>Inputs that are no parts of a post.</summary>
internal static class InputChecks
{
    // RFC 6750, section 2.1: the characters of a bearer token.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=!*");

    public static IEnumerable<PostProblem> AccessToken(string? token)
    {
        const string Field = "accessToken";
        if (string.IsNullOrWhiteSpace(token))
        {
            yield return new(Field, "required", "the access token is empty. Give the creator's access token from TikTok's sign-in (act.…).");
        }
        else if (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(Field, "malformed", "the access token begins with 'Bearer'. Give the token alone.");
        }
        else if (token.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            yield return new(Field, "malformed", "the access token has a space, a line break or another character that no token has. Give the token as TikTok issued it.");
        }
    }

    public static IEnumerable<PostProblem> PublishId(string? publishId)
    {
        if (string.IsNullOrWhiteSpace(publishId))
        {
            yield return new("publishId", "required", "the publish id is empty. Give the one that the opening of the post answered with, such as v_pub_url~v2.123.");
        }
    }
}
