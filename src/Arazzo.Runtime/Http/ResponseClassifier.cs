namespace Arazzo.Runtime;

/// <summary>
/// Decides which answers are failures, for APIs that say so in the body rather than by status. It is asked after every answer that was received, within
/// each attempt: what it says of <see cref="ApiException.IsTransient"/> decides about retries.
/// </summary>
public abstract class ResponseClassifier
{
    /// <summary>Decides about one answer.</summary>
    /// <param name="response">The answer: status, headers, raw body.</param>
    /// <param name="body">The body as a typed object, of a success or of a documented error; null when it is empty, not documented or could not be read.</param>
    /// <param name="failure">What the status (and a body that could not be read) says; null for a success.</param>
    /// <returns>The failure to report, or null for a success. <paramref name="failure"/> itself when there is nothing to add.</returns>
    public virtual ApiException? Classify(ApiResponse response, object? body, ApiException? failure) => failure;

    /// <summary>Whether an answer refuses the access token itself, so that the provider is told and the request may be sent again with another.</summary>
    /// <param name="response">The answer, with what <see cref="Classify"/> has made of it.</param>
    /// <returns>By default, whether the status is 401. An API that also answers 401 when a scope is missing says so here: another token would be refused as well.</returns>
    public virtual bool RefusesToken(ApiResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.StatusCode == 401;
    }
}
