using TikTok.ContentPosting;

namespace CreatorStudio.Composing;

/// <summary>The form with what the page remembers of it.</summary>
public sealed record ComposeView(PostForm Form, ComposeInput Input)
{
    /// <summary>What to say while the creator still chooses: not that something is still to be chosen.</summary>
    public IEnumerable<PostProblem> Problems => Input.IsDraft ? [] : Form.Problems.Where(static problem => problem.Code != "required");
}
