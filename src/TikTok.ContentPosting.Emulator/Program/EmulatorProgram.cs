using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The emulator as a program: it runs until Ctrl+C.</summary>
internal static class EmulatorProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (!EmulatorArguments.TryParse(args, out var arguments, out var problem))
        {
            await Console.Error.WriteLineAsync($"{problem}{Environment.NewLine}--help lists the options.").ConfigureAwait(false);
            return 2;
        }
        if (arguments.IsHelp)
        {
            Console.WriteLine(EmulatorArguments.Help);
            return 0;
        }
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await RunAsync(arguments, stop.Task).ConfigureAwait(false);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync($"Port {arguments.Options.Port} is taken: name another with --port, or 0 for any free one.").ConfigureAwait(false);
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }

    private static async Task RunAsync(EmulatorArguments arguments, Task stop)
    {
        var tiktok = await TikTokEmulator.StartAsync(arguments.Options).ConfigureAwait(false);
        await using (tiktok.ConfigureAwait(false))
        {
            tiktok.DefaultCreator.IsPrivate = arguments.IsPrivate;
            Console.WriteLine(Greeting(tiktok, arguments.Options));
            await stop.ConfigureAwait(false);
        }
    }

    private static string Greeting(TikTokEmulator tiktok, TikTokEmulatorOptions options) => $"""
        TikTok emulator: {tiktok.BaseAddress}

          What arrives is shown there. In place of TikTok, use
          base address    {tiktok.BaseAddress}
          consent page    {tiktok.AuthorizePage}
          client key      {options.ClientKey}
          client secret   {options.ClientSecret}
          access token    {tiktok.AccessToken}
          webhooks go to  {options.WebhookUrl?.AbsoluteUri ?? "nobody; give a URL with --webhook, or on the page"}

          curl -X POST {tiktok.BaseAddress}v2/post/publish/creator_info/query/ -H "Authorization: Bearer {tiktok.AccessToken}"

        Ctrl+C stops it.
        """;
}
