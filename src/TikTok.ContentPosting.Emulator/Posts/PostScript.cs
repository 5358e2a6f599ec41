using System.Collections.Immutable;

namespace TikTok.ContentPosting.Emulator;

/// <summary>
/// The statuses that a post passes through, in order; it stays in the last one. Immutable, so that one script can serve many posts:
/// <c>new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 3).ThenFail(FailReasons.VideoPullFailed)</c>.
/// </summary>
public sealed class PostScript
{
    /// <summary>An empty script. A post needs at least one step.</summary>
    public PostScript()
        : this([])
    {
    }

    private PostScript(ImmutableArray<PostStep> steps) => Steps = steps;

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<PostStep> Steps { get; }

    /// <summary>Adds a step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Its number of polls is less than 1, or its duration is negative.</exception>
    public PostScript Then(PostStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(step.Polls ?? 1, 1, nameof(step));
        ArgumentOutOfRangeException.ThrowIfLessThan(step.Duration ?? TimeSpan.Zero, TimeSpan.Zero, nameof(step));
        return new PostScript([.. Steps, step]);
    }

    /// <summary>Adds a status that the post stays in.</summary>
    public PostScript Then(string status) => Then(new PostStep(status));

    /// <summary>Adds a status that so many status queries are answered with.</summary>
    public PostScript Then(string status, int polls) => Then(new PostStep(status) { Polls = polls });

    /// <summary>Adds a status that lasts so long by the emulator's clock.</summary>
    public PostScript Then(string status, TimeSpan duration) => Then(new PostStep(status) { Duration = duration });

    /// <summary>Ends the post as failed.</summary>
    /// <param name="reason">One of <see cref="FailReasons"/> or any other text.</param>
    public PostScript ThenFail(string reason) => Then(new PostStep(PublishStatuses.Failed) { FailReason = reason });
}
