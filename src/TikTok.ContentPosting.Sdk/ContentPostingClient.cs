namespace TikTok.ContentPosting;

public sealed partial class ContentPostingClient
{
    /// <summary>Where TikTok is, or the emulator.</summary>
    internal Uri BaseAddress => _pipeline.BaseAddress;

    /// <summary>The clock of whatever is done through the client.</summary>
    internal TimeProvider TimeProvider => _pipeline.TimeProvider;

    static partial void Configure(ApiClientOptions options)
    {
        // Whatever the caller decides about failures comes after TikTok's own word on them.
        options.Classifier = new EnvelopeClassifier(options.Classifier);
        // TikTok does not say that an init that it answers with 401 has opened nothing, so sending it again is the caller's decision.
        options.RepeatUnsafeWhenTokenIsRefused ??= false;
        // Each init opens another post: no handler, however careless, sends one twice.
        options.SendUnsafeOnce ??= true;
        options.Limiter ??= new TikTokQuotas(timeProvider: options.TimeProvider);
    }
}
