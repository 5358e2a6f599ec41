using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CreatorStudio.Tests;

/// <summary>The studio as a creator's browser meets it: a process of its own on a free port, with the emulator in it.</summary>
internal sealed partial class StudioProcess : IAsyncDisposable
{
    private readonly Process _process;

    private StudioProcess(Process process, Uri address, Uri emulator) => (_process, Address, Emulator) = (process, address, emulator);

    public Uri Address { get; }

    /// <summary>The page of the emulator in it.</summary>
    public Uri Emulator { get; }

    public static async Task<StudioProcess> StartAsync()
    {
        // tests/CreatorStudio.Tests/bin/Debug/net10.0/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var sample = Path.Combine(root, "samples", "CreatorStudio");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(sample, "bin", output.Parent!.Name, output.Name, "CreatorStudio.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = sample,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Greeting().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new StudioProcess(process, new Uri(match.Groups[1].Value), new Uri(match.Groups[2].Value));
            }
        }
        throw new InvalidOperationException("The studio ended before it said where it is.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"The studio is at (http\S+?)\. It posts to (http\S+?)\.$")]
    private static partial Regex Greeting();
}
