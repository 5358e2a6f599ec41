using TikTok.ContentPosting;

namespace CreatorStudio.Composing;

/// <summary>The form with what the page remembers of it.</summary>
/// <param name="Form">The form; null for a creator who has allowed drafts only.</param>
/// <param name="Input">What the page sent.</param>
public sealed record ComposeView(PostForm? Form, ComposeInput Input)
{
    public bool IsDraft => Input.IsDraft || Form is null;

    /// <summary>Whether there is nothing more to choose.</summary>
    public bool IsComplete => IsDraft || Form!.IsComplete;

    /// <summary>What to say while the creator still chooses: not that something is still to be chosen.</summary>
    public IEnumerable<PostProblem> Problems => IsDraft ? [] : Form!.Problems.Where(static problem => problem.Code != "required");
}
