using System.CommandLine;
using System.CommandLine.Parsing;
using TikTok.ContentPosting;

namespace PostToTikTok;

/// <summary>The command line: a command for each way to post.</summary>
internal static class Commands
{
    private static readonly Option<FileInfo> File = new Option<FileInfo>("--file") { Description = "A video of this machine: MP4, MOV or WebM." }.AcceptExistingOnly();

    private static readonly Option<string?> Url = new("--url") { Description = "A video's https address, under a domain that is verified for the app. TikTok fetches it." };

    private static readonly Option<string?> Caption = new("--caption") { Description = "The caption; photos call it their title." };

    private static readonly Option<string?> Privacy = new("--privacy")
    {
        Description = "Who can see the post: PUBLIC_TO_EVERYONE, MUTUAL_FOLLOW_FRIENDS, FOLLOWER_OF_CREATOR or SELF_ONLY. There is no default: TikTok wants the creator to choose.",
    };

    private static readonly Argument<string[]> Photos = new("urls") { Description = "The photos' https addresses: JPEG or WebP, up to 35.", Arity = ArgumentArity.OneOrMore };

    public static RootCommand Create()
    {
        var draft = new Command("draft", "Sends a video to the creator's inbox, where the creator finishes it.") { File, Url };
        draft.Validators.Add(OneVideo);
        draft.SetAction(static (parsed, cancellationToken) => RunAsync(
            (target, report) => parsed.GetValue(File) is { } file
                ? Posts.UploadDraftAsync(target, file, report, cancellationToken)
                : Posts.SendDraftAsync(target, Address(parsed.GetValue(Url)!), report, cancellationToken),
            cancellationToken));

        var post = new Command("post", "Posts a video to the creator's profile.") { File, Url, Privacy, Caption };
        post.Validators.Add(OneVideo);
        post.Validators.Add(static parsed => Demand(parsed, parsed.GetValue(Privacy) is not null, $"Give {Privacy.Name}. {Privacy.Description}"));
        post.SetAction(static (parsed, cancellationToken) => RunAsync(
            (target, report) =>
            {
                var info = new VideoPostInfo { PrivacyLevel = new PrivacyLevel(parsed.GetValue(Privacy)!), Title = parsed.GetValue(Caption) };
                return parsed.GetValue(File) is { } file
                    ? Posts.UploadAsync(target, file, info, report, cancellationToken)
                    : Posts.PostVideoAsync(target, Address(parsed.GetValue(Url)!), info, report, cancellationToken);
            },
            cancellationToken));

        var photos = new Command("photos", "Posts photos to the creator's profile; without --privacy, sends them to the inbox.") { Photos, Privacy, Caption };
        photos.SetAction(static (parsed, cancellationToken) => RunAsync(
            (target, report) => parsed.GetValue(Privacy) is { } privacy
                ? Posts.PostPhotosAsync(target, [.. parsed.GetValue(Photos)!.Select(Address)], new PhotoPostInfo { PrivacyLevel = new PrivacyLevel(privacy), Title = parsed.GetValue(Caption) }, report, cancellationToken)
                : Posts.SendPhotosAsync(target, [.. parsed.GetValue(Photos)!.Select(Address)], parsed.GetValue(Caption), report, cancellationToken),
            cancellationToken));

        return new RootCommand($"Posts to TikTok. The creator's access token is read from {Target.TokenVariable}; without one, an emulator in this process takes TikTok's place.") { draft, post, photos };
    }

    private static async Task<int> RunAsync(Func<Target, IProgress<string>, Task<Ending>> post, CancellationToken cancellationToken)
    {
        try
        {
            await using var target = await Target.OpenAsync(cancellationToken);
            var ending = await LiveLine.ShowAsync(target.Description, report => post(target, report));
            Console.WriteLine($"{ending.PublishId}: {ending.Text}");
            return ending.IsSuccess ? 0 : 3;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. TikTok goes on with what it has: look into the creator's inbox and profile before you post it again.");
            return 130;
        }
        catch (Exception exception)
        {
            // Every exception of the SDK says what went wrong, what to do, and whether a post may exist.
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static void OneVideo(CommandResult parsed) =>
        Demand(parsed, parsed.GetResult(File) is null != parsed.GetResult(Url) is null, $"Give {File.Name} or {Url.Name}, and not both.");

    private static void Demand(CommandResult parsed, bool isMet, string demand)
    {
        if (!isMet)
        {
            parsed.AddError(demand);
        }
    }

    // Whether TikTok would take the address is checked by the workflows.
    private static Uri Address(string text) => new(text, UriKind.RelativeOrAbsolute);
}
