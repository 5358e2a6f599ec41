using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class RevokeToken : OAuthEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.RevokeToken;

    public override string Path => "/v2/oauth/revoke/";

    protected override JsonObject Handle(Platform platform, FormBody form)
    {
        CheckSecret(platform, form);
        return platform.Revoke(form.Text("token")) ? [] : throw new OAuthRefusalException("invalid_request", "Access token is invalid or expired.");
    }
}
