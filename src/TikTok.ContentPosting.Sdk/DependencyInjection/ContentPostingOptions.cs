namespace TikTok.ContentPosting;

/// <summary>Address, credentials and limits of the <see cref="ContentPostingClient"/> that dependency injection makes.</summary>
/// <remarks>
/// Set <c>Resilience.Enabled</c> to false when the <see cref="System.Net.Http.HttpClient"/> gets a resilience handler of its own. Without any token here, the
/// <see cref="IAccessTokenProvider"/> among the services is asked, if there is one; a workflow that takes an access token as its input needs none.
/// </remarks>
public sealed class ContentPostingOptions : ApiClientOptions
{
    /// <summary>One creator's access token, for a program that only ever posts for that creator.</summary>
    public string? AccessToken { get; set; }

    /// <summary>What happens at the limits that TikTok sets an access token. All clients of the services count together.</summary>
    public TikTokQuotaOptions Quotas { get; } = new();

    /// <summary>Makes the access token provider from the services of the scope that the client is made in.</summary>
    public Func<IServiceProvider, IAccessTokenProvider>? AccessTokenProviderFactory { get; set; }
}
