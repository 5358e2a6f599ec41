namespace TikTok.ContentPosting;

/// <summary>The video is not the one that the upload was opened for, or cannot be read. Nothing of it was sent, or no more of it.</summary>
public sealed class VideoChangedException : IOException
{
    internal VideoChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
