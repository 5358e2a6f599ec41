using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

internal sealed class CheckQrCode : OAuthEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.CheckQrCode;

    public override string Path => "/v2/oauth/check_qrcode/";

    protected override JsonObject Handle(Platform platform, FormBody form)
    {
        CheckSecret(platform, form);
        return platform.QrCodes.Check(form.Text("token"));
    }
}
