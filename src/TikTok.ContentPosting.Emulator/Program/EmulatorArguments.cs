using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The command line.</summary>
internal sealed class EmulatorArguments
{
    public const string Help = """
        TikTok's posting API for tests, on this machine.

          --port N              the port on 127.0.0.1: 5180 unless given, 0 for any free one
          --webhook URL         where webhooks go to
          --client-key KEY      the app's client key
          --client-secret TEXT  the app's client secret
          --token TOKEN         the creator's access token: a new one each time unless given
          --verified URL        a domain or URL prefix that media can come from; again for more (example.com unless given)
          --processing SECONDS  how long a post is processed: 3 unless given
          --unaudited           the app has not passed TikTok's audit
          --private             the creator's account is private
          --no-limits           no limits of requests, drafts and posts
          --help                this text
        """;

    private const int UsualPort = 5180;

    private EmulatorArguments(TikTokEmulatorOptions options) => Options = options;

    public TikTokEmulatorOptions Options { get; }

    public bool IsPrivate { get; private init; }

    public bool IsHelp { get; private init; }

    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out EmulatorArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        arguments = null;
        problem = null;
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            var isSwitch = name is "--unaudited" or "--private" or "--no-limits" or "--help";
            if (!isSwitch && name is not ("--port" or "--webhook" or "--client-key" or "--client-secret" or "--token" or "--verified" or "--processing"))
                problem = $"There is no option {name}.";
            else if (!isSwitch && ++i == args.Count)
                problem = $"{name} needs a value.";
            if (problem is not null)
                return false;
            if (!values.TryGetValue(name, out var list))
                values.Add(name, list = []);
            list.Add(isSwitch ? "" : args[i]);
        }
        return TryRead(values, out arguments, out problem);
    }

    private static bool TryRead(
        Dictionary<string, List<string>> values, [NotNullWhen(true)] out EmulatorArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        problem = null;
        var usual = new TikTokEmulatorOptions();
        Uri? webhook = null;
        if (!int.TryParse(Value("--port") ?? $"{UsualPort}", NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            problem = "--port is a number from 0 to 65535.";
        else if (Value("--webhook") is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out webhook) && webhook.Scheme is "http" or "https"))
            problem = "--webhook is an http or https URL.";
        else if (!double.TryParse(Value("--processing") ?? "3", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > 86400)
            problem = "--processing is a number of seconds.";
        else if (values.GetValueOrDefault("--verified")?.Find(static url => !VerifiedUrls.IsValid(url)) is { } wrong)
            problem = $"--verified is a domain (example.com) or a URL prefix (https://example.com/videos/), not {wrong}.";
        else
        {
            var hasLimits = !values.ContainsKey("--no-limits");
            arguments = new EmulatorArguments(new TikTokEmulatorOptions
            {
                Port = port,
                WebhookUrl = webhook,
                ClientKey = Value("--client-key") ?? usual.ClientKey,
                ClientSecret = Value("--client-secret") ?? usual.ClientSecret,
                AccessToken = Value("--token"),
                VerifiedUrls = values.GetValueOrDefault("--verified") ?? usual.VerifiedUrls,
                ProcessingTime = TimeSpan.FromSeconds(seconds),
                IsAudited = !values.ContainsKey("--unaudited"),
                EnforceRateLimits = hasLimits,
                PendingDraftLimit = hasLimits ? usual.PendingDraftLimit : null,
                DailyPostLimit = hasLimits ? usual.DailyPostLimit : null,
            })
            {
                IsPrivate = values.ContainsKey("--private"),
                IsHelp = values.ContainsKey("--help"),
            };
        }
        return arguments is not null;

        string? Value(string name) => values.GetValueOrDefault(name)?[^1];
    }
}
