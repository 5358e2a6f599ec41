using System.Reflection;
using System.Runtime.Loader;
using Documentation.Tests.Markdown;
using TikTok.ContentPosting.Emulator;

namespace Documentation.Tests;

/// <summary>The first program of README.md, compiled as it stands and run.</summary>
public sealed class FirstProgramTests
{
    private const string Client = "new ContentPostingClient()";
    private const string Token = "Environment.GetEnvironmentVariable(\"TIKTOK_ACCESS_TOKEN\")!";

    [Fact]
    public async Task First_program_of_the_readme_delivers_a_draft_to_the_emulator()
    {
        await using var tiktok = await TikTokEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        tiktok.NextPost(new PostScript().Then(PublishStatuses.SendToUserInbox));
        var page = Page.Read("README.md");
        var block = page.In("csharp").First();
        Assert.Empty(CSharpSnippet.Complaints(CSharpSnippet.Compile(page, block, isWholeProgram: true)));

        var output = await RunAsync(page, block with
        {
            // TikTok's address and the creator's token are all that differs.
            Text = Replace(Replace(block.Text, Client, $"new ContentPostingClient(new ApiClientOptions {{ BaseAddress = new Uri(\"{tiktok.BaseAddress}\") }})"), Token, $"\"{tiktok.AccessToken}\""),
        });

        Assert.Equal($"{tiktok.Posts.Single().PublishId}: SEND_TO_USER_INBOX\n", output.ReplaceLineEndings("\n"));
    }

    private static string Replace(string text, string old, string @new)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, @new, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(Page page, Block block)
    {
        using var image = new MemoryStream();
        Assert.True(CSharpSnippet.Compile(page, block, isWholeProgram: true).Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("README");
        var console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            var main = context.LoadFromStream(image).EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
            await (Task)main.Invoke(null, [Array.Empty<string>()])!;
            return output.ToString();
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
