namespace TikTok.ContentPosting;

public sealed partial class CreatorInfoResponse : IEnvelope;

public sealed partial class VideoInitResponse : IEnvelope;

public sealed partial class PhotoInitResponse : IEnvelope;

public sealed partial class PublishStatusResponse : IEnvelope;

public sealed partial class CancelPublishResponse : IEnvelope;

public sealed partial class ErrorResponse : IEnvelope;

public sealed partial class UserInfoResponse : IEnvelope;

public sealed partial class VideoListResponse : IEnvelope;

public sealed partial class VideoQueryResponse : IEnvelope;
