namespace InboxDraftUpload;

/// <summary>How the program ends; <c>--help</c> lists them too.</summary>
internal enum ExitCode
{
    Success = 0,
    Unexpected = 1,
    BadInput = 2,
    PostFailed = 3,
    Refused = 4,
    TimedOut = 5,
    OutcomeUnknown = 6,
    NoConnection = 7,
    UnreadableAnswer = 8,
    Cancelled = 130,
}
