using System.Diagnostics;
using System.Globalization;

namespace TikTok.ContentPosting.Tests.Sample;

/// <summary>A console sample as a process of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly List<string> _lines = [];

    private SampleProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static SampleProcess Start(DirectoryInfo folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Start("InboxDraftUpload", folder, environment, arguments);

    public static SampleProcess Start(string sample, DirectoryInfo folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, sample + ".dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment.Remove("TIKTOK_ACCESS_TOKEN");
        start.Environment.Remove("TIKTOK_VIDEO_URL");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Reads its output up to the first line with <paramref name="text"/>.</summary>
    public async Task ReadUntilAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            _lines.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail($"The sample ended without '{text}':\n{string.Join('\n', _lines)}\n{await _errors}");
    }

    /// <summary>Ends it as Ctrl-C and a container's stop do.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
    }

    public async Task<SampleResult> EndAsync()
    {
        var output = string.Join('\n', _lines) + '\n' + await _process.StandardOutput.ReadToEndAsync(Cancellation);
        await _process.WaitForExitAsync(Cancellation);
        return new SampleResult(_process.ExitCode, output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }
}
