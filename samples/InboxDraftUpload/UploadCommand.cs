using System.CommandLine;
using System.CommandLine.Invocation;

namespace InboxDraftUpload;

/// <summary>The command line.</summary>
internal static class UploadCommand
{
    private const string Description = """
        Sends a video from a URL to a TikTok creator's inbox as a draft, and waits until it is there.

        Without a token it runs against an emulator of TikTok in this process: nothing leaves the machine.
        Ctrl-C stops it, and writes a file to resume from.

        Exit codes:
          0    the draft is delivered, or posted by the creator
          1    something unexpected
          2    the command line or a file that it names cannot be used
          3    TikTok took the video and then failed the post
          4    TikTok refused a request
          5    the draft was not delivered in time; it may be later
          6    whether TikTok opened the draft is not known
          7    no connection to TikTok
          8    TikTok's answer makes no sense
          130  stopped by Ctrl-C
        """;

    public static async Task<ExitCode> InvokeAsync(string[] arguments)
    {
        var command = new RootCommand(Description);
        UploadOptions.AddTo(command);
        command.SetAction(static async (parsed, cancellationToken) => (int)await RunAsync(parsed, cancellationToken));

        var result = command.Parse(arguments);
        if (result.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync($"Bad input: {string.Join(' ', result.Errors.Select(static error => error.Message))} See --help.");
            return ExitCode.BadInput;
        }
        return (ExitCode)await result.InvokeAsync();
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await UploadOptions.ReadAsync(parsed, cancellationToken);
            return await new UploadProgram(settings, Displays.ForConsole()).RunAsync(cancellationToken);
        }
        catch (BadInputException exception)
        {
            await Console.Error.WriteLineAsync($"Bad input: {exception.Message}");
            return ExitCode.BadInput;
        }
    }
}
