using Spectre.Console;

namespace PostToTikTok;

/// <summary>One line that says what happens, for as long as it happens; lines one below the other where nothing can be drawn over.</summary>
internal static class LiveLine
{
    public static async Task<T> ShowAsync<T>(string title, Func<IProgress<string>, Task<T>> run)
    {
        Console.WriteLine(title);
        if (Console.IsOutputRedirected)
        {
            return await run(new Line(Console.WriteLine));
        }
        return await AnsiConsole.Status().StartAsync("…", context => run(new Line(text => context.Status(Markup.Escape(text)))));
    }

    private sealed class Line(Action<string> show) : IProgress<string>
    {
        public void Report(string value) => show(value);
    }
}
