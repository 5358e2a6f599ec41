namespace TikTok.ContentPosting;

/// <summary>Tokens by open id.</summary>
internal static class TokenTable
{
    /// <summary>Replaces tokens that are still the expected ones.</summary>
    public static bool TryReplace(this Dictionary<string, TikTokTokens> table, string openId, TikTokTokens? expected, TikTokTokens? replacement)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);
        if (table.GetValueOrDefault(openId)?.Version != expected?.Version)
        {
            return false;
        }
        if (replacement is null)
        {
            table.Remove(openId);
        }
        else
        {
            table[openId] = replacement;
        }
        return true;
    }
}
