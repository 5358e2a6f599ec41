using System.Diagnostics;

namespace TikTok.ContentPosting.Emulator.Tests.Program;

public class EmulatorProcessTests
{
    [Fact]
    public async Task It_says_where_it_is_serves_and_ends_when_it_is_told_to()
    {
        using var process = Start("--port", "0", "--token", "act.mine");
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var address = new Uri(line!.Split(' ')[^1]);

        using var http = new HttpClient { BaseAddress = address };
        Assert.Contains("act.mine", await http.GetStringAsync("/emulator/state", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("access token    act.mine", rest, StringComparison.Ordinal);
        }
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("--help", 0, "--webhook URL", "")]
    [InlineData("--prot", 2, "", "There is no option --prot.")]
    public async Task It_ends_when_there_is_nothing_to_serve(string argument, int exitCode, string output, string error)
    {
        using var process = Start(argument);

        var (found, complaint) = (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains(output, found, StringComparison.Ordinal);
        Assert.Contains(error, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var tiktok = await Harness.StartAsync();
        using var process = Start("--port", $"{tiktok.Emulator.BaseAddress.Port}");

        Assert.Contains($"Port {tiktok.Emulator.BaseAddress.Port} is taken", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
    }

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(TikTokEmulator).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
