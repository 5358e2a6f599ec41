using CreatorStudio.Posts;
using Microsoft.AspNetCore.Mvc;
using TikTok.ContentPosting;

namespace CreatorStudio.Composing;

/// <summary>Takes a video from the browser and hands it on to TikTok as it comes: it is never whole in memory, and never on the disk.</summary>
internal static class VideoEndpoints
{
    public static string PathOf(string id) => $"/posts/{id}/video";

    public static void MapVideos(this IEndpointRouteBuilder endpoints) => endpoints.MapPut(
        PathOf("{id}"),
        // Without a limit: TikTok takes 4 GiB, and what is larger is refused by its length, before it is read.
        static async (string id, HttpContext context, PendingVideos pending, PostRunner runner, PostBoard board, VideoUploads uploads, TimeProvider time) =>
        {
            var openId = context.User.OpenId();
            if (context.Request.ContentLength is not > 0 || pending.Take(openId, id) is not { } post)
            {
                return Results.BadRequest();
            }
            var video = VideoFile.FromStream(context.Request.Body, context.Request.ContentLength, context.Request.ContentType);
            var options = new VideoUploadOptions
            {
                MaxDurationSeconds = (int?)post.Form?.MaxDuration?.TotalSeconds,
                Progress = new SendingReport(progress => board.Change(openId, id, card => card with
                {
                    State = PostState.Sending,
                    Percent = (int)(progress.Fraction * 100),
                    Message = $"{progress.SentBytes / 1_000_000.0:0.0} of {progress.TotalBytes / 1_000_000.0:0.0} MB",
                })),
            };
            var isSent = await runner.SendAsync(
                openId,
                post.ToCard(id, time.GetUtcNow()),
                (client, cancellationToken) => post.SendAsync(uploads.For(client), video, options, cancellationToken),
                context.RequestAborted);
            return isSent ? Results.Accepted() : Results.UnprocessableEntity();
        }).RequireAuthorization().RequireAntiforgery().WithMetadata(new DisableRequestSizeLimitAttribute());

    private sealed class SendingReport(Action<VideoUploadProgress> report) : IProgress<VideoUploadProgress>
    {
        public void Report(VideoUploadProgress value) => report(value);
    }
}
