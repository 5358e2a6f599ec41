using System.CommandLine;
using System.Globalization;

namespace InboxDraftUpload;

/// <summary>The options of the command line.</summary>
internal static class UploadOptions
{
    public const string AccessTokenVariable = "TIKTOK_ACCESS_TOKEN";
    public const string VideoUrlVariable = "TIKTOK_VIDEO_URL";

    private static readonly Uri EmulatedVideo = new("https://media.example.com/clip.mp4");

    private static readonly Option<string?> AccessToken = new("--access-token")
    {
        Description = $"The creator's access token, with the scope video.upload. Better in the variable {AccessTokenVariable}, where other users of the machine cannot see it.",
        HelpName = "token",
    };

    private static readonly Option<string?> VideoUrl = new("--video-url")
    {
        Description = $"The video's https address, under a domain or URL prefix that is verified for the app. Also in the variable {VideoUrlVariable}.",
        HelpName = "url",
    };

    private static readonly Option<Scenario?> ChosenScenario = new("--scenario")
    {
        Description = "How the emulator behaves (delivered by default):" + string.Concat(Scenarios.Descriptions.Select(static line => $"\n  {line}")),
        HelpName = "name",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value;
            if (Scenarios.TryParse(text, out var scenario))
            {
                return scenario;
            }
            result.AddError($"--scenario: there is no '{text}'. Choose one of {string.Join(", ", Scenarios.Names)}.");
            return null;
        },
    };

    private static readonly Option<FileInfo?> Resume = new("--resume")
    {
        Description = "Goes on with the run that an earlier call has written to this file. The draft is not opened a second time.",
        HelpName = "file",
    };

    private static readonly Option<FileInfo> Checkpoint = new("--checkpoint")
    {
        Description = "Where to write the run when it stops before its end. The token is not in it.",
        HelpName = "file",
        DefaultValueFactory = static _ => new FileInfo("inbox-draft-upload.json"),
    };

    private static readonly Option<double?> Timeout = new("--timeout")
    {
        Description = "How many seconds to wait for the draft: 1800 by default, 6 on the emulator.",
        HelpName = "seconds",
        CustomParser = static result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 1_000_000)
            {
                return seconds;
            }
            result.AddError($"--timeout: '{result.Tokens[0].Value}' is no number of seconds above 0 and up to 1000000, such as 60.");
            return null;
        },
    };

    private static readonly Option<Uri?> BaseAddress = new("--base-address")
    {
        Description = "Where to send requests instead of TikTok, such as an emulator in another process.",
        HelpName = "url",
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            {
                return address;
            }
            result.AddError($"--base-address: '{result.Tokens[0].Value}' is no address, such as http://127.0.0.1:8080.");
            return null;
        },
    };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[AccessToken, VideoUrl, ChosenScenario, Resume, Checkpoint, Timeout, BaseAddress])
        {
            command.Add(option);
        }
    }

    /// <exception cref="BadInputException">The options make no sense together.</exception>
    public static async Task<UploadSettings> ReadAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var scenario = arguments.GetValue(ChosenScenario);
        // A scenario asks for the emulator, whatever the environment says.
        var token = arguments.GetValue(AccessToken) ?? (scenario is null ? Environment.GetEnvironmentVariable(AccessTokenVariable) : null);
        var video = arguments.GetValue(VideoUrl) ?? (scenario is null ? Environment.GetEnvironmentVariable(VideoUrlVariable) : null);
        var resume = arguments.GetValue(Resume) is { } file ? await StoppedRun.ReadAsync(file, cancellationToken) : null;
        var timeout = arguments.GetValue(Timeout);
        if (scenario is not null && token is not null)
        {
            throw new BadInputException("--scenario is for the emulator, and --access-token for TikTok: leave one of them out.");
        }
        if (token is null && scenario is null && (video is not null || arguments.GetValue(BaseAddress) is not null))
        {
            throw new BadInputException($"The access token is missing: give --access-token or set {AccessTokenVariable} (or leave all of it out to run on the emulator).");
        }
        if (token is not null && video is null && resume is null)
        {
            throw new BadInputException($"The video's URL is missing: give --video-url or set {VideoUrlVariable}.");
        }
        return new UploadSettings
        {
            AccessToken = token,
            VideoUrl = video is null ? EmulatedVideo : ReadUrl(video),
            BaseAddress = arguments.GetValue(BaseAddress),
            Scenario = scenario ?? Scenario.Delivered,
            Resume = resume,
            CheckpointFile = arguments.GetValue(Checkpoint)!,
            Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private static Uri ReadUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is not "file"
        ? url
        : throw new BadInputException("The video's URL is no absolute address, such as https://media.example.com/clip.mp4.");
}
