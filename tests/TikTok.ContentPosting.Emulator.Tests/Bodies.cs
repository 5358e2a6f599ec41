namespace TikTok.ContentPosting.Emulator.Tests;

internal static class Bodies
{
    public const string Url = "https://media.example.com/clip.mp4";

    public static string PublishId(string publishId) => $$"""{"publish_id":"{{publishId}}"}""";

    public static string InboxPull(string url = Url) => $$"""{"source_info":{{Pull(url)}}}""";

    public static string InboxUpload(long size = 5_000_000, long chunk = 5_000_000, long count = 1) => $$"""{"source_info":{{Upload(size, chunk, count)}}}""";

    public static string VideoPull(string level = "SELF_ONLY", string url = Url, string more = "") =>
        $$"""{"post_info":{"privacy_level":"{{level}}"{{more}}},"source_info":{{Pull(url)}}}""";

    public static string VideoUpload() => $$"""{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{{Upload(5_000_000, 5_000_000, 1)}}}""";

    public static string Photos(string mode = "DIRECT_POST", string postInfo = """{"privacy_level":"SELF_ONLY"}""", string? urls = null, int cover = 0, string source = "PULL_FROM_URL") =>
        $$"""
        {"media_type":"PHOTO","post_mode":"{{mode}}","post_info":{{postInfo}},
         "source_info":{"source":"{{source}}","photo_images":{{urls ?? "[\"https://example.com/1.webp\"]"}},"photo_cover_index":{{cover}}}
         }
        """;

    /// <summary>A body that the operation accepts, for a post that may not exist.</summary>
    public static string? Of(EmulatorOperation operation, string publishId = "none") => operation switch
    {
        EmulatorOperation.QueryCreatorInfo => null,
        EmulatorOperation.InitInboxVideoUpload => InboxPull(),
        EmulatorOperation.InitVideoPublish => VideoPull(),
        EmulatorOperation.InitPhotoPublish => Photos(),
        EmulatorOperation.GetPublishStatus or EmulatorOperation.CancelPublish => PublishId(publishId),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static string Pull(string url) => $$"""{"source":"PULL_FROM_URL","video_url":"{{url}}"}""";

    private static string Upload(long size, long chunk, long count) =>
        $$"""{"source":"FILE_UPLOAD","video_size":{{size}},"chunk_size":{{chunk}},"total_chunk_count":{{count}}}""";
}
