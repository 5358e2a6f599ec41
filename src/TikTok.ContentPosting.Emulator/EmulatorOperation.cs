namespace TikTok.ContentPosting.Emulator;

/// <summary>The operations of the Content Posting API, and the upload that belongs to it.</summary>
public enum EmulatorOperation
{
    /// <summary><c>POST /v2/post/publish/creator_info/query/</c></summary>
    QueryCreatorInfo,

    /// <summary><c>POST /v2/post/publish/inbox/video/init/</c></summary>
    InitInboxVideoUpload,

    /// <summary><c>POST /v2/post/publish/video/init/</c></summary>
    InitVideoPublish,

    /// <summary><c>POST /v2/post/publish/content/init/</c></summary>
    InitPhotoPublish,

    /// <summary><c>POST /v2/post/publish/status/fetch/</c></summary>
    GetPublishStatus,

    /// <summary><c>POST /v2/post/publish/cancel/</c></summary>
    CancelPublish,

    /// <summary><c>PUT</c> to an upload URL that an init operation answered with.</summary>
    UploadChunk,
}
