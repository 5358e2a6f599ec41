namespace TikTok.ContentPosting;

public sealed partial class PublishStatusData
{
    /// <summary>
    /// The ids of the public posts, exact, however TikTok wrote them; empty while there is none. <see cref="PublicalyAvailablePostId"/> is what TikTok sent.
    /// </summary>
    public IReadOnlyList<long> PostIds => PostIdReader.Read(PublicalyAvailablePostId);
}
