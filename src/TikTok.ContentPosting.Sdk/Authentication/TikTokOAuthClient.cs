namespace TikTok.ContentPosting;

public sealed partial class TikTokOAuthClient
{
    // Whatever the caller decides about failures comes after TikTok's own word on them.
    static partial void Configure(ApiClientOptions options) => options.Classifier = new OAuthClassifier(options.Classifier);
}
