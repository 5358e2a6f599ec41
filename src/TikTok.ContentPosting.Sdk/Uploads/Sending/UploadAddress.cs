namespace TikTok.ContentPosting;

/// <summary>Where a video may be sent: to TikTok over https, or to the emulator that the client itself talks to.</summary>
internal static class UploadAddress
{
    private const string Domain = ".tiktokapis.com";

    // As it is: TikTok signs its query, and Uri would write it anew.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <param name="url">What TikTok gave.</param>
    /// <param name="api">The address of the client.</param>
    /// <returns>The address; null when a video must not be sent there. Why is no secret, but the address may be.</returns>
    public static Uri? Find(string url, Uri api) =>
        // Nothing checks what is taken as it is: a line break would begin a header of somebody else's.
        !url.AsSpan().ContainsAnyExceptInRange('!', '~')
        && Uri.TryCreate(url, Verbatim, out var address)
        && address.UserInfo.Length == 0
        && (IsTikTok(address) || IsEmulator(address, api))
            ? address
            : null;

    private static bool IsTikTok(Uri address) =>
        address is { HostNameType: UriHostNameType.Dns, IsDefaultPort: true }
        && address.Scheme == Uri.UriSchemeHttps
        && address.Host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase)
        && address.Host.Length > Domain.Length;

    private static bool IsEmulator(Uri address, Uri api) =>
        api.IsLoopback
        && address.IsLoopback
        && Uri.Compare(address, api, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
