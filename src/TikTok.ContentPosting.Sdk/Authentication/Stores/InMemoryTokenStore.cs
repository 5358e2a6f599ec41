namespace TikTok.ContentPosting;

/// <summary>Keeps tokens as long as the process lives; creators sign in again after that. For tests, and for tools that sign in each time.</summary>
public sealed class InMemoryTokenStore : ITokenStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TikTokTokens> _tokens = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new ValueTask<TikTokTokens?>(_tokens.GetValueOrDefault(openId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new ValueTask<bool>(_tokens.TryReplace(openId, expected, replacement));
        }
    }

    /// <summary>Lists the creators that there are tokens of.</summary>
    /// <returns>Their open ids.</returns>
    public IReadOnlyList<string> ListOpenIds()
    {
        lock (_lock)
        {
            return [.. _tokens.Keys];
        }
    }
}
