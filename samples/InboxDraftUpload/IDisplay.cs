using Arazzo.Runtime;

namespace InboxDraftUpload;

/// <summary>Shows a run while it lasts.</summary>
internal interface IDisplay
{
    Task<T> ShowAsync<T>(Func<IProgress<WorkflowProgress>, Task<T>> run);
}
