using Microsoft.Extensions.Hosting;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The emulator lives as long as its owner wants; the process's signals are not its business.</summary>
internal sealed class InProcessLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
