namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Writes wait while it is closed.</summary>
internal sealed class GatedStore(ITokenStore inner) : ITokenStore
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _gate;
    private int _openAtRead;
    private int _reads;

    public void Close(int openAtRead = int.MaxValue)
    {
        (_openAtRead, _reads) = (openAtRead, 0);
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open() => _gate!.SetResult();

    public async ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken)
    {
        var found = await inner.FindAsync(openId, cancellationToken);
        if (_gate is not null && Interlocked.Increment(ref _reads) == _openAtRead)
        {
            Open();
            await _written.Task;
        }
        return found;
    }

    public async ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken)
    {
        if (_gate is { } gate)
        {
            await gate.Task;
        }
        var isReplaced = await inner.TryReplaceAsync(openId, expected, replacement, cancellationToken);
        if (_gate is not null)
        {
            _written.TrySetResult();
        }
        return isReplaced;
    }
}
