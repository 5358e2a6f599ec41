namespace Arazzo.Runtime;

/// <summary>What a credential is needed for.</summary>
/// <param name="OperationId">The operation about to be called.</param>
/// <param name="Scheme">The name of the security scheme in the API's description.</param>
/// <param name="Scopes">The OAuth 2 scopes that the operation needs; empty when the description names none.</param>
public readonly record struct AccessTokenRequest(string OperationId, string Scheme, IReadOnlyList<string> Scopes);
