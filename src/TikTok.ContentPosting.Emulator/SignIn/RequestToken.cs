using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class RequestToken : OAuthEndpoint
{
    private static readonly TimeSpan ClientTokenLifetime = TimeSpan.FromHours(2);

    public override EmulatorOperation Operation => EmulatorOperation.RequestToken;

    public override string Path => "/v2/oauth/token/";

    protected override JsonObject Handle(Platform platform, FormBody form)
    {
        CheckSecret(platform, form);
        return form.Text("grant_type") switch
        {
            "authorization_code" => Tokens(platform, platform.Tokens.Exchange(form.Text("code"), form.Text("redirect_uri"), form.TextOrNull("code_verifier"))),
            "refresh_token" => Tokens(platform, platform.Tokens.Refresh(form.Text("refresh_token"))),
            "client_credentials" => new JsonObject
            {
                ["access_token"] = $"clt.{Guid.NewGuid():N}",
                ["expires_in"] = (long)ClientTokenLifetime.TotalSeconds,
                ["token_type"] = "Bearer",
            },
            _ => throw new OAuthRefusalException("unsupported_grant_type", "The grant type is not supported."),
        };
    }

    private static JsonObject Tokens(Platform platform, (Grant Grant, string AccessToken) issued) => new()
    {
        ["access_token"] = issued.AccessToken,
        ["expires_in"] = (long)platform.Options.AccessTokenLifetime.TotalSeconds,
        ["open_id"] = issued.Grant.Creator.OpenId,
        ["refresh_expires_in"] = (long)platform.Options.RefreshTokenLifetime.TotalSeconds,
        ["refresh_token"] = issued.Grant.RefreshToken,
        ["scope"] = string.Join(',', issued.Grant.Scopes),
        ["token_type"] = "Bearer",
    };
}
