namespace TikTok.ContentPosting.Emulator;

/// <summary>A public video of a creator.</summary>
public sealed class EmulatedVideo
{
    /// <summary>The public id: 19 digits.</summary>
    public required long Id { get; init; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The caption.</summary>
    public string Description { get; init; } = "";

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>How long it is, in seconds.</summary>
    public int DurationSeconds { get; init; } = 15;
}
