using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>An operation that takes a form and refuses with TikTok's flat errors.</summary>
internal abstract class OAuthEndpoint : Endpoint
{
    public sealed override Answer Handle(Platform platform, ReceivedRequest request, ReadOnlyMemory<byte> body, string logId)
    {
        try
        {
            var form = FormBody.Of(request, body);
            if (form.Text("client_key") != platform.Options.ClientKey)
                throw new OAuthRefusalException("invalid_client", "Client key or secret is incorrect.");
            return Answer.Plain(Handle(platform, form), logId);
        }
        catch (OAuthRefusalException refusal)
        {
            return Refuse(refusal.Error, refusal.Message, platform.Options.OAuthErrorStatusCode, logId);
        }
    }

    public sealed override Answer Refuse(string code, string message, int statusCode, string logId) =>
        Answer.Plain(new JsonObject { ["error"] = code, ["error_description"] = message, ["log_id"] = logId }, logId, statusCode);

    /// <summary>Does what the operation does.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="OAuthRefusalException">TikTok would refuse.</exception>
    protected abstract JsonObject Handle(Platform platform, FormBody form);

    protected static void CheckSecret(Platform platform, FormBody form)
    {
        if (form.Text("client_secret") != platform.Options.ClientSecret)
            throw new OAuthRefusalException("invalid_client", "Client key or secret is incorrect.");
    }
}
