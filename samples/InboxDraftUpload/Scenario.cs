namespace InboxDraftUpload;

/// <summary>How the emulator behaves.</summary>
internal enum Scenario
{
    Delivered,
    Published,
    Failed,
    Refused,
    RateLimited,
    ServerError,
    Dropped,
    Slow,
}
