namespace CreatorStudio.Posts;

/// <summary>How far a post is, as a creator would say it.</summary>
public enum PostState
{
    Waiting,
    Sending,
    Processing,
    Delivered,
    Published,
    Failed,
    Unknown,
}
