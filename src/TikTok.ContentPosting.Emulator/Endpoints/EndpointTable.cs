using System.Collections.Frozen;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The operations by path. A path without its last slash is another path, as with TikTok.</summary>
internal static class EndpointTable
{
    private static readonly FrozenDictionary<string, Endpoint> ByPath = new Endpoint[]
    {
        new QueryCreatorInfo(),
        new InitInboxVideoUpload(),
        new InitVideoPublish(),
        new InitPhotoPublish(),
        new GetPublishStatus(),
        new CancelPublish(),
        new UploadChunk(),
    }.ToFrozenDictionary(endpoint => endpoint.Path, StringComparer.Ordinal);

    public static Endpoint? Find(string method, string path) =>
        ByPath.TryGetValue(path, out var endpoint) && endpoint.Method == method ? endpoint : null;
}
