namespace CreatorStudio.Posts;

/// <summary>A post as the page shows it.</summary>
public sealed record PostCard(string Id, string Title, bool IsDraft, bool IsPhotos, string Username, DateTimeOffset CreatedAt)
{
    public PostState State { get; init; }

    /// <summary>How much of the video has been sent, in percent; null when nothing is sent from here.</summary>
    public int? Percent { get; init; }

    public string Message { get; init; } = "";

    /// <summary>Where the post is, once everybody can see it.</summary>
    public Uri? Link { get; init; }

    /// <summary>TikTok's key of the post; null before it is open.</summary>
    public string? PublishId { get; init; }
}
