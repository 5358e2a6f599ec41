namespace TikTok.ContentPosting;

/// <summary>Whose quota is used up.</summary>
public enum QuotaScope
{
    /// <summary>The access token's: requests in a minute.</summary>
    Token,

    /// <summary>The creator's, with all apps together: posts in 24 hours, drafts that wait in the inbox. Other creators can post.</summary>
    Creator,

    /// <summary>The app's: creators who post with it in 24 hours. No creator more can post; the audit raises it.</summary>
    App,
}
