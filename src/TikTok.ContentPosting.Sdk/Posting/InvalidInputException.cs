namespace TikTok.ContentPosting;

/// <summary>Inputs of a workflow or a form cannot be used. Nothing was sent. The message says which inputs and what to do, and never shows a secret.</summary>
public sealed class InvalidInputException : ArgumentException
{
    private readonly string _message;

    internal InvalidInputException(IReadOnlyList<PostProblem> problems)
        : base(null, problems[0].Field)
    {
        Problems = problems;
        _message = string.Join(' ', problems.Select(static problem => $"Input '{problem.Field}': {problem.Message}"));
    }

    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<PostProblem> Problems { get; }

    /// <summary>The first input that is wrong, as the workflow's document or the form names it.</summary>
    public string Input => Problems[0].Field;

    /// <summary>Which inputs they are, what is wrong with them and what to do.</summary>
    public override string Message => _message;

    internal static void ThrowIfAny(IReadOnlyList<PostProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidInputException(problems);
        }
    }
}
