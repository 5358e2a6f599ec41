namespace TikTok.ContentPosting;

/// <summary>The upload URL does not work any more: its hour is over, or TikTok does not know it. The post is lost; only the caller can decide to open another one.</summary>
public sealed class VideoUploadExpiredException : VideoUploadException
{
    internal VideoUploadExpiredException(VideoUploadSession session, ChunkAnswer answer, string what)
        : base(session, answer, what, RetryAdvice.Never)
    {
    }
}
