using System.Collections.Concurrent;
using TikTok.ContentPosting;

namespace CreatorStudio.Posts;

/// <summary>Opens posts and follows them to their end, whether or not somebody looks at the page.</summary>
public sealed class PostRunner(PostBoard board, TikTokAccounts accounts, PublishNotifications notifications, ILogger<PostRunner> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private CancellationToken _stopping;

    /// <summary>Opens a post, and follows it.</summary>
    /// <param name="openId">The creator.</param>
    /// <param name="card">The post's card, which is put on the board.</param>
    /// <param name="open">Opens the post, and gives its publish id.</param>
    public void Start(string openId, PostCard card, Func<ContentPostingClient, CancellationToken, Task<string>> open)
    {
        board.Put(openId, card);
        _running[card.Id] = Task.Run(() => RunAsync(openId, card.Id, card.IsDraft, open), CancellationToken.None);
    }

    /// <summary>Opens a post and sends its media while the caller waits; what comes then is followed in the background.</summary>
    public async Task<bool> SendAsync(string openId, PostCard card, Func<ContentPostingClient, CancellationToken, Task<string>> send, CancellationToken cancellationToken)
    {
        var sent = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Start(openId, card, async (client, stopping) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
            try
            {
                var publishId = await send(client, either.Token);
                sent.SetResult(true);
                return publishId;
            }
            finally
            {
                sent.TrySetResult(false);
            }
        });
        return await sent.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_running.Values);
    }

    private async Task RunAsync(string openId, string id, bool isDraft, Func<ContentPostingClient, CancellationToken, Task<string>> open)
    {
        var client = accounts.Get(openId).ContentPosting;
        try
        {
            var publishId = await open(client, _stopping);
            board.Change(openId, id, card => card with { PublishId = publishId, State = PostState.Processing, Message = "TikTok has opened the post." });
            var outcome = await client.WaitAsync(
                publishId,
                isDraft ? PostMilestone.Delivered : PostMilestone.Published,
                new WaitOptions { Notifications = notifications, Progress = new StatusReport(status => board.Change(openId, id, card => card.With(status))) },
                _stopping);
            board.Change(openId, id, card => card.With(outcome));
        }
        catch (Exception exception)
        {
            logger.PostWentWrong(id, exception);
            board.Change(openId, id, card => card.With(exception));
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private sealed class StatusReport(Action<PublishStatusData> report) : IProgress<PublishStatusData>
    {
        public void Report(PublishStatusData value) => report(value);
    }
}
