namespace TikTok.ContentPosting;

/// <summary>
/// Keeps the newest tokens of each creator. A refresh token works once, so what is stored is replaced only by whoever knows what was there: two processes that refresh
/// at once must not overwrite each other.
/// </summary>
/// <remarks>
/// In a table, that is <c>UPDATE … SET tokens = @new, version = @newVersion WHERE open_id = @openId AND version = @expectedVersion</c>, and whether a row was changed.
/// Keep <see cref="TikTokTokens.ToUtf8Json"/> encrypted, and <see cref="TikTokTokens.Version"/>, which is no secret, beside it.
/// </remarks>
public interface ITokenStore
{
    /// <summary>Finds the tokens of a creator.</summary>
    /// <param name="openId">The creator.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The newest tokens; null when there are none.</returns>
    ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken);

    /// <summary>Replaces the tokens of a creator, if they are still those that the caller knows. Must be one act, and must be durable when it returns.</summary>
    /// <param name="openId">The creator.</param>
    /// <param name="expected">The tokens that have to be there, by their <see cref="TikTokTokens.Version"/>; null: there must be none.</param>
    /// <param name="replacement">The new tokens; null removes them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether they were replaced.</returns>
    ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps other processes from refreshing the same creator's tokens until the result is disposed. Without such locks, which is the default, a process whose
    /// refresh comes too late waits a moment for the tokens of the other.
    /// </summary>
    /// <param name="openId">The creator.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The lock; null for a store that has none.</returns>
    ValueTask<IAsyncDisposable?> LockAsync(string openId, CancellationToken cancellationToken) => default;
}
