namespace TikTok.ContentPosting;

public sealed partial class ContentPostingClient
{
    /// <summary>Where TikTok is, or the emulator.</summary>
    internal Uri BaseAddress => _pipeline.BaseAddress;

    /// <summary>The clock of whatever is done through the client.</summary>
    internal TimeProvider TimeProvider => _pipeline.TimeProvider;

    // Whatever the caller decides about failures comes after TikTok's own word on them.
    static partial void Configure(ApiClientOptions options) => options.Classifier = new EnvelopeClassifier(options.Classifier);
}
