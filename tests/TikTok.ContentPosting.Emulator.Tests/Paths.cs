namespace TikTok.ContentPosting.Emulator.Tests;

internal static class Paths
{
    public const string CreatorInfo = "/v2/post/publish/creator_info/query/";
    public const string InboxInit = "/v2/post/publish/inbox/video/init/";
    public const string VideoInit = "/v2/post/publish/video/init/";
    public const string PhotoInit = "/v2/post/publish/content/init/";
    public const string Status = "/v2/post/publish/status/fetch/";
    public const string Cancel = "/v2/post/publish/cancel/";

    public static string Of(EmulatorOperation operation) => operation switch
    {
        EmulatorOperation.QueryCreatorInfo => CreatorInfo,
        EmulatorOperation.InitInboxVideoUpload => InboxInit,
        EmulatorOperation.InitVideoPublish => VideoInit,
        EmulatorOperation.InitPhotoPublish => PhotoInit,
        EmulatorOperation.GetPublishStatus => Status,
        EmulatorOperation.CancelPublish => Cancel,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
