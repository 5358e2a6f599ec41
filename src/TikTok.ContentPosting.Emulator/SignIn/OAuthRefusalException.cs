namespace TikTok.ContentPosting.Emulator;

/// <summary>Ends the processing of a request with a flat error. It never leaves the emulator.</summary>
internal sealed class OAuthRefusalException(string error, string description) : Exception(description)
{
    public string Error { get; } = error;
}
