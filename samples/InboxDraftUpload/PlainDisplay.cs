using Arazzo.Runtime;

namespace InboxDraftUpload;

/// <summary>One line for each thing that happens.</summary>
internal sealed class PlainDisplay(TextWriter output) : IDisplay, IProgress<WorkflowProgress>
{
    public Task<T> ShowAsync<T>(Func<IProgress<WorkflowProgress>, Task<T>> run) => run(this);

    public void Report(WorkflowProgress value)
    {
        var line = value.Kind switch
        {
            WorkflowProgressKind.StepEnded => $"{value.Step}  {value.StatusCode?.ToString() ?? "no answer"}  {Outputs(value)}",
            WorkflowProgressKind.Waiting => $"{value.Step}  waits {value.Delay.TotalSeconds:0.0} s before poll {value.Attempt + 1}",
            WorkflowProgressKind.Ended => $"ended  {value.Action}",
            _ => null,
        };
        if (line is not null)
        {
            output.WriteLine($"{value.Elapsed.TotalSeconds,6:0.0} s  {line.TrimEnd()}");
        }
    }

    internal static string Outputs(WorkflowProgress value) => string.Join(", ", value.Outputs.Select(static output => $"{output.Key}: {output.Value}"));
}
