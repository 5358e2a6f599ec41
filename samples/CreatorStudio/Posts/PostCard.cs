namespace CreatorStudio.Posts;

/// <summary>A post as the page shows it.</summary>
/// <param name="Id">The studio's key of it.</param>
/// <param name="Title">What the creator knows it by.</param>
/// <param name="IsDraft">Whether it goes to the inbox.</param>
/// <param name="IsPhotos">Whether it is made of photos.</param>
/// <param name="Username">The creator's unique name; null when it could not be read.</param>
/// <param name="CreatedAt">When it was sent off.</param>
public sealed record PostCard(string Id, string Title, bool IsDraft, bool IsPhotos, string? Username, DateTimeOffset CreatedAt)
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
