using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class CreateQrCode : OAuthEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.CreateQrCode;

    public override string Path => "/v2/oauth/get_qrcode/";

    protected override JsonObject Handle(Platform platform, FormBody form)
    {
        var scopes = form.Text("scope");
        var token = platform.QrCodes.Open(scopes.Split(','), form.TextOrNull("state"));
        return new JsonObject
        {
            ["scan_qrcode_url"] = $"aweme://authorize?authType=100&client_key={platform.Options.ClientKey}&client_ticket=tobefilled&scope={Uri.EscapeDataString(scopes)}&token={token}",
            ["token"] = token,
        };
    }
}
