namespace TikTok.ContentPosting;

/// <summary>Addresses and limits of sign-ins. With a <see cref="ApiClientOptions.BaseAddress"/> of its own, an emulator takes TikTok's place.</summary>
public sealed class TikTokSignInOptions : ApiClientOptions
{
    internal static readonly Uri TikTokPage = new("https://www.tiktok.com/v2/auth/authorize/");

    /// <summary>TikTok's consent page. Null: <c>/v2/auth/authorize/</c> under <see cref="ApiClientOptions.BaseAddress"/> if that is set, else TikTok's own.</summary>
    public Uri? AuthorizePage { get; set; }
}
