using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>An operation with a token and TikTok's envelope.</summary>
internal abstract class JsonEndpoint : Endpoint
{
    /// <summary>The scopes of which the token must have one.</summary>
    public abstract IReadOnlyList<string> Scopes { get; }

    public abstract int RequestsPerMinute { get; }

    public sealed override Answer Handle(Platform platform, ReceivedRequest request, ReadOnlyMemory<byte> body, string logId)
    {
        try
        {
            var session = platform.Authenticate(request.AccessToken);
            var call = new Call(platform, session, request.Path[Path.Length..], body);
            if (!Scopes.Any(call.Scopes.Contains))
                throw new RefusalException(ErrorCodes.ScopeNotAuthorized, $"The creator has not granted {string.Join(" or ", Scopes)}.");
            platform.RateLimits.Take(request.AccessToken!, Operation, RequestsPerMinute, call.Now);
            return Answer.Success(Handle(call), logId);
        }
        catch (RefusalException refusal)
        {
            return Answer.Refusal(refusal.Code, refusal.Message, refusal.StatusCode, logId);
        }
    }

    /// <summary>Does what the operation does for a creator who may do it.</summary>
    /// <returns>The answer's <c>data</c>, null for an answer without.</returns>
    /// <exception cref="RefusalException">TikTok would refuse.</exception>
    protected abstract JsonObject? Handle(Call call);
}
