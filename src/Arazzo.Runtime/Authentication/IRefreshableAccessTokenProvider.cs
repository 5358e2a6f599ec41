namespace Arazzo.Runtime;

/// <summary>
/// A provider whose tokens can be refused before they expire. When an API answers 401, the client says which token it refused, and sends the request once more,
/// with what <see cref="IAccessTokenProvider.GetAccessTokenAsync"/> gives then, if its body can be sent again.
/// </summary>
public interface IRefreshableAccessTokenProvider : IAccessTokenProvider
{
    /// <summary>Takes note that an API refused a token. Several calls may say so of one token, at the same time.</summary>
    /// <param name="accessToken">The token.</param>
    /// <returns>Whether it was one of this provider, so that asking again can give another.</returns>
    bool Invalidate(string accessToken);
}
