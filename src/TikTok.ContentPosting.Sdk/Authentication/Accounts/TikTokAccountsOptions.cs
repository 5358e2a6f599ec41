namespace TikTok.ContentPosting;

/// <summary>How tokens are kept fresh, and what the accounts' clients are made of.</summary>
public sealed class TikTokAccountsOptions
{
    /// <summary>How long before its end an access token is refreshed; at most half of its life. 5 minutes by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan RefreshAhead
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(5);

    /// <summary>Called with the new tokens after each refresh, when they are stored already. When it throws, the calls that waited for the refresh fail.</summary>
    public Func<TikTokTokens, CancellationToken, ValueTask>? Rotated { get; set; }

    /// <summary>Makes the posting client of an account; null: one with the sign-in's address and limits. The account is its access token provider.</summary>
    public Func<TikTokAccount, ContentPostingClient>? CreateContentPosting { get; set; }

    /// <summary>Makes the display client of an account; null: one with the sign-in's address and limits. The account is its access token provider.</summary>
    public Func<TikTokAccount, TikTokDisplayClient>? CreateDisplay { get; set; }

    internal TikTokAccountsOptions Clone() => (TikTokAccountsOptions)MemberwiseClone();
}
