using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>
/// The proof that whoever exchanges a code has begun the sign-in. TikTok departs from RFC 7636: the challenge is the SHA-256 of the verifier in lowercase
/// hexadecimal. The base64url of every other library ends in "Code verifier or code challenge is invalid".
/// </summary>
/// <remarks>Source: TikTok's "Login Kit for Desktop".</remarks>
public static class TikTokPkce
{
    /// <summary>The <c>code_challenge_method</c>.</summary>
    public const string Method = "S256";

    private const int VerifierLength = 64;
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static readonly SearchValues<char> UnreservedCharacters = SearchValues.Create(Unreserved);

    /// <summary>Makes a verifier by a cryptographic random number generator.</summary>
    /// <returns>64 characters. A secret until the code is exchanged.</returns>
    public static string CreateVerifier() => RandomNumberGenerator.GetString(Unreserved, VerifierLength);

    /// <summary>The challenge of a verifier.</summary>
    /// <param name="verifier">43 to 128 letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c>.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    /// <exception cref="ArgumentException">It is no verifier.</exception>
    public static string Challenge(string verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        if (verifier.Length is < 43 or > 128 || verifier.AsSpan().ContainsAnyExcept(UnreservedCharacters))
        {
            throw new ArgumentException("A code verifier has 43 to 128 letters, digits, '-', '.', '_' and '~'.", nameof(verifier));
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
    }
}
