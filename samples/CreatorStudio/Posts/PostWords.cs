using Arazzo.Runtime;
using TikTok.ContentPosting;

namespace CreatorStudio.Posts;

/// <summary>What TikTok says about a post, in words for its creator.</summary>
internal static class PostWords
{
    public static PostCard With(this PostCard card, PublishStatusData status) => status.Status?.Value switch
    {
        "PROCESSING_UPLOAD" => card with { State = PostState.Processing, Message = "TikTok looks at what was sent." },
        "PROCESSING_DOWNLOAD" => card with { State = PostState.Processing, Message = $"TikTok fetches the media{Bytes(status.DownloadedBytes)}." },
        "SEND_TO_USER_INBOX" => card with { State = PostState.Delivered, Message = "In the TikTok inbox: finish it in the app." },
        "PUBLISH_COMPLETE" => card with { State = PostState.Published, Message = "On the profile." },
        _ => card,
    };

    public static PostCard With(this PostCard card, PostOutcome outcome) => outcome switch
    {
        PostPublished { PostIds: [var id, ..] } => card with { State = PostState.Published, Message = "Everybody can see it.", Link = Link(card, id) },
        PostPublishedWithoutPublicId => card with { State = PostState.Published, Message = "On the profile. A public link comes once TikTok has looked at it, if it is public." },
        PostFailed failed => card with { State = PostState.Failed, Message = failed.Advice },
        PostStillProcessing => card with { State = PostState.Processing, Message = "TikTok takes longer than usual. Nothing is lost: it goes on there." },
        _ => card,
    };

    public static PostCard With(this PostCard card, Exception exception) =>
        card with { State = exception is ApiException { OutcomeUnknown: true } ? PostState.Unknown : PostState.Failed, Message = Of(exception) };

    /// <summary>What a failure means to the creator, and what to do.</summary>
    public static string Of(Exception exception) => exception switch
    {
        ApiException { OutcomeUnknown: true } => "The connection broke while the post was opened. Look into the TikTok app before you send it again.",
        TikTokApiException refusal => $"{refusal.Advice} ({refusal.Code})",
        ITikTokFailure failure => failure.Advice,
        VideoRefusedException refused => string.Join(" ", refused.Problems.Select(static problem => problem.Message)),
        OperationCanceledException => "Stopped.",
        _ => "It could not be sent. The studio's log says why.",
    };

    private static Uri? Link(PostCard card, long id) => card.Username is not { } username ? null : card.IsPhotos ? TikTokLinks.Photo(username, id) : TikTokLinks.Video(username, id);

    private static string Bytes(long? bytes) => bytes is > 0 ? $" ({bytes / 1_000_000.0:0.0} MB so far)" : "";
}
