using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CreatorStudio.Posts;

/// <summary>The posts of each creator since the studio started, and who watches them. An app that means it would have a database here.</summary>
public sealed class PostBoard
{
    private readonly ConcurrentDictionary<string, Creator> _creators = new(StringComparer.Ordinal);

    public IReadOnlyList<PostCard> Of(string openId) => Find(openId).Read();

    public void Put(string openId, PostCard card) => Find(openId).Put(card.Id, _ => card);

    public void Change(string openId, string id, Func<PostCard, PostCard> change) => Find(openId).Put(id, card => change(card!));

    /// <summary>Every card as it is now, and each change from then on.</summary>
    public IAsyncEnumerable<PostCard> WatchAsync(string openId, CancellationToken cancellationToken) => Find(openId).WatchAsync(cancellationToken);

    private Creator Find(string openId) => _creators.GetOrAdd(openId, static _ => new Creator());

    private sealed class Creator
    {
        private readonly Lock _lock = new();
        private readonly List<PostCard> _cards = [];
        private readonly List<Channel<PostCard>> _watchers = [];

        public IReadOnlyList<PostCard> Read()
        {
            lock (_lock)
            {
                return [.. _cards.OrderByDescending(static card => card.CreatedAt)];
            }
        }

        public void Put(string id, Func<PostCard?, PostCard> change)
        {
            lock (_lock)
            {
                var index = _cards.FindIndex(card => card.Id == id);
                var card = change(index < 0 ? null : _cards[index]);
                if (index < 0)
                {
                    _cards.Add(card);
                }
                else
                {
                    _cards[index] = card;
                }
                _watchers.ForEach(watcher => watcher.Writer.TryWrite(card));
            }
        }

        public async IAsyncEnumerable<PostCard> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            // Who reads too slowly misses steps, never the last one.
            var watcher = Channel.CreateBounded<PostCard>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
            lock (_lock)
            {
                _cards.ForEach(card => watcher.Writer.TryWrite(card));
                _watchers.Add(watcher);
            }
            try
            {
                await foreach (var card in watcher.Reader.ReadAllAsync(cancellationToken))
                {
                    yield return card;
                }
            }
            finally
            {
                lock (_lock)
                {
                    _watchers.Remove(watcher);
                }
            }
        }
    }
}
