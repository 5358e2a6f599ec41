using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace CreatorStudio.Posts;

/// <summary>The creator's posts as they change, for as long as the page is open.</summary>
internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(StudioPaths.Events, static (HttpContext context, PostBoard board, IHostApplicationLifetime lifetime) =>
            TypedResults.ServerSentEvents(ViewsAsync(board, context.User.OpenId(), lifetime.ApplicationStopping, context.RequestAborted))).RequireAuthorization();

    private static async IAsyncEnumerable<SseItem<PostView>> ViewsAsync(
        PostBoard board, string openId, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var card in board.WatchAsync(openId, either.Token))
        {
            yield return new SseItem<PostView>(PostView.Of(card), "post");
        }
    }
}
