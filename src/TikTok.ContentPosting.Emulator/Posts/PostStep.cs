namespace TikTok.ContentPosting.Emulator;

/// <summary>One status that a post passes through. Without <see cref="Polls"/> and <see cref="Duration"/> the post stays in it.</summary>
/// <param name="Status">The status; any text, so that a status of tomorrow can be tried today.</param>
public sealed record PostStep(string Status)
{
    /// <summary>How many status queries are answered with it.</summary>
    public int? Polls { get; init; }

    /// <summary>How long it lasts by the emulator's clock.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The reason that is given with it, one of <see cref="FailReasons"/> or any other text.</summary>
    public string? FailReason { get; init; }

    /// <summary>The ids of the public posts; null for one new id of 19 digits when the post is complete and public.</summary>
    public IReadOnlyList<long>? PostIds { get; init; }
}
