namespace TikTok.ContentPosting.Emulator.Tests.Program;

public class EmulatorArgumentsTests
{
    [Fact]
    public void Nothing_said_is_TikTok_at_a_port_of_its_own()
    {
        Assert.True(EmulatorArguments.TryParse([], out var arguments, out _));

        var (options, usual) = (arguments.Options, new TikTokEmulatorOptions());
        Assert.Equal(
            (5180, null, usual.ClientKey, usual.ProcessingTime, true, true, usual.PendingDraftLimit, false, false),
            (options.Port, options.WebhookUrl, options.ClientKey, options.ProcessingTime, options.IsAudited, options.EnforceRateLimits, options.PendingDraftLimit, arguments.IsPrivate, arguments.IsHelp));
    }

    [Fact]
    public void Everything_said_is_heard()
    {
        string[] args =
        [
            "--port", "0", "--webhook", "http://127.0.0.1:5000/hooks", "--client-key", "k", "--client-secret", "s", "--token", "act.1", "--verified", "example.org",
            "--verified", "https://example.com/videos/", "--processing", "0.5", "--unaudited", "--private", "--no-limits", "--help",
        ];

        Assert.True(EmulatorArguments.TryParse(args, out var arguments, out _));

        var options = arguments.Options;
        Assert.Equal((0, "http://127.0.0.1:5000/hooks", "k", "s", "act.1"), (options.Port, options.WebhookUrl?.AbsoluteUri, options.ClientKey, options.ClientSecret, options.AccessToken));
        Assert.Equal(["example.org", "https://example.com/videos/"], options.VerifiedUrls);
        Assert.Equal((TimeSpan.FromSeconds(0.5), false, false, null, null), (options.ProcessingTime, options.IsAudited, options.EnforceRateLimits, options.PendingDraftLimit, options.DailyPostLimit));
        Assert.True(arguments is { IsPrivate: true, IsHelp: true });
        Assert.All(args.Where(static argument => argument.StartsWith("--", StringComparison.Ordinal)), static option => Assert.Contains(option, EmulatorArguments.Help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--prot 1", "--prot")]
    [InlineData("5180", "5180")]
    [InlineData("--port", "--port needs a value")]
    [InlineData("--port many", "--port is a number")]
    [InlineData("--port 65536", "--port is a number")]
    [InlineData("--port -1", "--port is a number")]
    [InlineData("--webhook app.example.com", "--webhook is")]
    [InlineData("--webhook ftp://app", "--webhook is")]
    [InlineData("--verified example.com/videos", "example.com/videos")]
    [InlineData("--verified https://exa_[mple/", "https://exa_[mple/")]
    [InlineData("--processing soon", "--processing is")]
    [InlineData("--processing -1", "--processing is")]
    public void What_cannot_be_is_said(string args, string expected)
    {
        Assert.False(EmulatorArguments.TryParse(args.Split(' '), out _, out var problem));

        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }
}
