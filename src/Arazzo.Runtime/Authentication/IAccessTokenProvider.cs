namespace Arazzo.Runtime;

/// <summary>Gives the credentials of a security scheme. It is asked before every attempt, so it can refresh what is about to expire.</summary>
public interface IAccessTokenProvider
{
    /// <summary>Gets the credential to send.</summary>
    /// <param name="request">What it is needed for.</param>
    /// <param name="cancellationToken">Cancels the call that needs it.</param>
    /// <returns>A token, an API key or, for HTTP basic, <c>user:password</c>; null or empty when there is none.</returns>
    ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
