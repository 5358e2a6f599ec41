using System.Collections.Frozen;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The operations by path. A path without its last slash is another path, as with TikTok.</summary>
internal static class EndpointTable
{
    private static readonly FrozenDictionary<(string Method, string Path), Endpoint> ByPath = new Endpoint[]
    {
        new QueryCreatorInfo(),
        new InitInboxVideoUpload(),
        new InitVideoPublish(),
        new InitPhotoPublish(),
        new GetPublishStatus(),
        new CancelPublish(),
        new UploadChunk(),
        new Authorize("GET"),
        new Authorize("POST"),
        new RequestToken(),
        new RevokeToken(),
        new CreateQrCode(),
        new CheckQrCode(),
        new GetUserInfo(),
        new ListVideos(),
        new QueryVideos(),
    }.ToFrozenDictionary(endpoint => (endpoint.Method, endpoint.Path));

    public static Endpoint? Find(string method, string path) =>
        ByPath.GetValueOrDefault((method, path));
}
