using Arazzo.Runtime;
using TikTok.ContentPosting;

namespace InboxDraftUpload;

/// <summary>A failure as the console shows it.</summary>
/// <param name="ExitCode">What the process answers.</param>
/// <param name="Line">What to tell, in one line.</param>
/// <param name="CanBeResumed">Whether going on with the run makes sense.</param>
internal sealed record Failure(ExitCode ExitCode, string Line, bool CanBeResumed = false)
{
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new(ExitCode.Cancelled, "Stopped.", CanBeResumed: true),
        WorkflowTimeoutException => new(ExitCode.TimedOut, "The draft was not delivered in time; TikTok may still deliver it.", CanBeResumed: true),
        WorkflowOutcomeUnknownException unknown => new(ExitCode.OutcomeUnknown,
            $"Whether TikTok opened the draft is not known, so it is not opened again: look into the creator's inbox. {unknown.InnerException?.Message}"),
        WorkflowCheckpointException damaged => new(ExitCode.BadInput, $"Bad input: {damaged.Message}"),
        ArgumentException argument => new(ExitCode.BadInput, $"Bad input: {argument.Message}"),
        WorkflowStepFailedException { InnerException: { } cause } step => Of(step, cause),
        _ => new(ExitCode.Unexpected, exception.Message),
    };

    private static Failure Of(WorkflowStepFailedException step, Exception cause) => cause switch
    {
        TikTokApiException refusal => new(ExitCode.Refused,
            $"TikTok refused step '{step.Step}' with {refusal.Code} (log id {refusal.LogId ?? "none"}). {refusal.Advice}", CanBeResumed: true),
        ApiException { StatusCode: null } lost => new(ExitCode.NoConnection, $"No connection at step '{step.Step}': {lost.Message}", CanBeResumed: true),
        _ => new(ExitCode.UnreadableAnswer, $"The answer to step '{step.Step}' makes no sense: {cause.Message}", CanBeResumed: true),
    };
}
