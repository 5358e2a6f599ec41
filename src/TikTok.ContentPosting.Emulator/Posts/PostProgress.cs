namespace TikTok.ContentPosting.Emulator;

/// <summary>Where a post stands in its script.</summary>
internal sealed class PostProgress
{
    private readonly IReadOnlyList<PostStep> _steps;
    private int _index;
    private int _polls;
    private DateTimeOffset _since;

    public PostProgress(PostScript script, DateTimeOffset since)
    {
        _steps = script.Steps.Count > 0 ? script.Steps : throw new ArgumentException("A script needs at least one step.", nameof(script));
        _since = since;
    }

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
    }
}
