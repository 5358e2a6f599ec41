namespace TikTok.ContentPosting.Emulator;

/// <summary>Where a post stands in its script.</summary>
internal sealed class PostProgress
{
    private readonly IReadOnlyList<PostStep> _steps;
    private int _index;
    private int _polls;
    private readonly Action<PostStep, DateTimeOffset> _entered;
    private DateTimeOffset _since;

    /// <param name="script">The steps.</param>
    /// <param name="since">When the first begins.</param>
    /// <param name="entered">Is told of each step that the post enters, and when that was: the first one at once.</param>
    /// <exception cref="ArgumentException">There is no step.</exception>
    public PostProgress(PostScript script, DateTimeOffset since, Action<PostStep, DateTimeOffset> entered)
    {
        _steps = script.Steps.Count > 0 ? script.Steps : throw new ArgumentException("A script needs at least one step.", nameof(script));
        _entered = entered;
        Enter(0, since);
    }

    /// <summary>When time alone leads to the next step; null when it does not.</summary>
    public DateTimeOffset? NextAt => IsLast ? null : _since + _steps[_index].Duration;

    private bool IsLast => _index == _steps.Count - 1;

    /// <summary>The step that the post is in.</summary>
    public PostStep Now(DateTimeOffset now)
    {
        while (!IsLast && _steps[_index].Duration is { } duration && now - _since >= duration)
            Enter(_index + 1, _since + duration);
        return _steps[_index];
    }

    /// <summary>The step that the post is in, and one status query of it used up.</summary>
    public PostStep Poll(DateTimeOffset now)
    {
        var step = Now(now);
        if (++_polls >= step.Polls && !IsLast)
            Enter(_index + 1, now);
        return step;
    }

    private void Enter(int index, DateTimeOffset since)
    {
        _index = index;
        _since = since;
        _polls = 0;
        _entered(_steps[index], since);
    }
}
