namespace TikTok.ContentPosting.Emulator;

/// <summary>The operations of TikTok's API, the upload that belongs to it, and the consent page.</summary>
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

    /// <summary><c>GET</c> and <c>POST /v2/auth/authorize/</c>: the consent page.</summary>
    Authorize,

    /// <summary><c>POST /v2/oauth/token/</c></summary>
    RequestToken,

    /// <summary><c>POST /v2/oauth/revoke/</c></summary>
    RevokeToken,

    /// <summary><c>POST /v2/oauth/get_qrcode/</c></summary>
    CreateQrCode,

    /// <summary><c>POST /v2/oauth/check_qrcode/</c></summary>
    CheckQrCode,

    /// <summary><c>GET /v2/user/info/</c></summary>
    GetUserInfo,

    /// <summary><c>POST /v2/video/list/</c></summary>
    ListVideos,

    /// <summary><c>POST /v2/video/query/</c></summary>
    QueryVideos,
}
