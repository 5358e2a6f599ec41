using Arazzo.Runtime;
using Spectre.Console;

namespace InboxDraftUpload;

/// <summary>A table that changes in place.</summary>
internal sealed class LiveDisplay(IAnsiConsole console) : IDisplay
{
    private static readonly TimeSpan FrameTime = TimeSpan.FromSeconds(0.1);

    public Task<T> ShowAsync<T>(Func<IProgress<WorkflowProgress>, Task<T>> run)
    {
        var view = new RunView();
        return console.Live(view.Render()).StartAsync(async live =>
        {
            using var frames = new PeriodicTimer(FrameTime);
            var running = run(view);
            while (!running.IsCompleted)
            {
                live.UpdateTarget(view.Render());
                await Task.WhenAny(running, frames.WaitForNextTickAsync().AsTask());
            }
            live.UpdateTarget(view.Render());
            return await running;
        });
    }
}
