namespace TikTok.ContentPosting;

/// <summary>TikTok's rules for addresses that it pulls media from. What breaks one is refused at the init, or fails silently within the hour that follows.</summary>
public static class MediaUrls
{
    // Their default names cannot be verified, because they are not the app's own.
    private static readonly string[] SharedHosts =
    [
        "amazonaws.com", "cloudfront.net", "supabase.co", "blob.core.windows.net", "azureedge.net", "googleapis.com", "googleusercontent.com", "drive.google.com", "dropbox.com",
        "dropboxusercontent.com", "r2.dev", "cloudflarestorage.com", "digitaloceanspaces.com", "backblazeb2.com", "vercel.app", "netlify.app", "github.io", "githubusercontent.com",
    ];

    private static readonly string[] RefusedPhotos = [".png", ".gif", ".bmp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".svg"];

    /// <summary>Checks an address without asking anybody.</summary>
    /// <param name="url">The address.</param>
    /// <param name="kind">Whether it is a video's or a photo's.</param>
    /// <param name="verified">What is verified for the app; null when that is not known here.</param>
    /// <param name="field">What the problems are about; by default the workflows' input.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<PostProblem> Check(Uri? url, PostKind kind, VerifiedUrls? verified = null, string? field = null)
    {
        field ??= kind == PostKind.Video ? "videoUrl" : "photoUrls";
        if (url is null || url.OriginalString.Length == 0)
        {
            return [new(field, "required", $"the URL is missing. Give the {Noun(kind)}'s https address.")];
        }
        if (!url.IsAbsoluteUri)
        {
            return [new(field, "relative", "the URL is relative. Give the whole address, such as https://media.example.com/clip.mp4.")];
        }
        var problems = new List<PostProblem>();
        if (url.Scheme != Uri.UriSchemeHttps)
        {
            problems.Add(new(field, "not_https", $"the URL's scheme is '{url.Scheme}'. TikTok pulls over https only."));
        }
        var isNamed = url.HostNameType == UriHostNameType.Dns && !url.IsLoopback && url.Host.Contains('.', StringComparison.Ordinal);
        if (!isNamed)
        {
            problems.Add(new(
                field,
                "host",
                $"the URL's host is an IP address or a name of this machine or network. TikTok pulls from a domain that is verified for the app, such as media.example.com.{OrUpload(kind)}"));
        }
        if (url.UserInfo.Length > 0)
        {
            problems.Add(new(field, "user_info", "the URL has a user or a password in it, which TikTok does not take. Use an address that needs none."));
        }
        if (isNamed && url.Scheme == Uri.UriSchemeHttps && verified?.Covers(url) == false)
        {
            problems.Add(new(
                field, "not_verified", $"the URL is under no domain or prefix that is verified for the app. Verify it in TikTok's developer portal (URL properties).{OrUpload(kind)}"));
        }
        if (kind == PostKind.Photos && RefusedPhotos.FirstOrDefault(extension => url.AbsolutePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } refused)
        {
            problems.Add(new(field, "format", $"the photo is a {refused} file. TikTok takes JPEG and WebP."));
        }
        return problems;
    }

    /// <summary>Says when uploading a video is the better way than having TikTok pull it.</summary>
    /// <param name="url">The video's address.</param>
    /// <returns>The advice; null when there is nothing to say against the address.</returns>
    public static string? AdviseUpload(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri)
        {
            return null;
        }
        if (url.IsFile || url.IsLoopback || url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return "TikTok cannot reach this address: upload the video as a file.";
        }
        return Array.Find(SharedHosts, host => url.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)
                && (url.Host.Length == host.Length || url.Host[url.Host.Length - host.Length - 1] == '.')) is { } shared
            ? $"Names under {shared} belong to the host and cannot be verified for an app: serve the video from a domain of your own, or upload it as a file."
            : null;
    }

    private static string Noun(PostKind kind) => kind == PostKind.Video ? "video" : "photo";

    private static string OrUpload(PostKind kind) => kind == PostKind.Video ? " Or upload the video as a file." : "";
}
