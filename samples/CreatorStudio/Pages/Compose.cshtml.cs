using Arazzo.Runtime;
using CreatorStudio.Composing;
using CreatorStudio.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TikTok.ContentPosting;

namespace CreatorStudio.Pages;

/// <summary>A new post: shown with fresh settings of the creator, computed anew for each change, checked against fresh settings again when it is sent.</summary>
public sealed class ComposeModel(FormCache forms, PendingVideos videos, PostRunner runner, TimeProvider time, ILogger<ComposeModel> logger) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string Kind { get; set; } = "";

    [BindProperty]
    public ComposeInput Input { get; set; } = new();

    public PostKind PostKind => Kind == "photos" ? PostKind.Photos : PostKind.Video;

    /// <summary>The form; null when there is <see cref="Trouble"/>.</summary>
    public ComposeView? View { get; private set; }

    /// <summary>Why nothing can be composed now; null when it can.</summary>
    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        try
        {
            View = new ComposeView(await forms.ReadAsync(User.OpenId(), PostKind, Input, cancellationToken), Input);
        }
        catch (TikTokSignInRequiredException)
        {
            return Redirect(StudioPaths.SignIn);
        }
        catch (ApiException failure)
        {
            logger.SettingsNotRead(failure);
            Trouble = PostWords.Of(failure);
        }
        return Page();
    }

    /// <summary>A choice has changed: the part of the page that depends on it.</summary>
    public async Task<IActionResult> OnPostFormAsync(CancellationToken cancellationToken) =>
        Partial("_PostForm", new ComposeView(await forms.ChangeAsync(User.OpenId(), PostKind, Input, cancellationToken), Input));

    /// <summary>The post is to be sent. The answer is for the page's script: the problems; or the post, and where the video goes if there is a file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var openId = User.OpenId();
        try
        {
            var post = new ComposedPost(PostKind, await forms.ReadAsync(openId, PostKind, Input, cancellationToken), Input);
            if (post.Problems() is { Count: > 0 } problems)
            {
                return new JsonResult(new { problems = problems.Select(static problem => problem.Message) });
            }
            var id = Guid.NewGuid().ToString("N");
            if (Input.IsFile)
            {
                videos.Add(openId, id, post);
                return new JsonResult(new { id, video = VideoEndpoints.PathOf(id) });
            }
            runner.Start(openId, post.ToCard(id, time.GetUtcNow()), post.OpenAsync);
            return new JsonResult(new { id });
        }
        catch (ApiException failure)
        {
            logger.SettingsNotRead(failure);
            return new JsonResult(new { problems = new[] { PostWords.Of(failure) } });
        }
    }
}
