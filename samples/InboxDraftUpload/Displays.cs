using Spectre.Console;

namespace InboxDraftUpload;

internal static class Displays
{
    /// <summary>A live table for people at a terminal; plain lines for files, pipes and continuous integration.</summary>
    public static IDisplay ForConsole() =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive ? new PlainDisplay(Console.Out) : new LiveDisplay(AnsiConsole.Console);
}
