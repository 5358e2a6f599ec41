namespace CreatorStudio.Tests;

/// <summary>A studio and a browser, for all tests: each test is a creator with a browser session of its own.</summary>
public sealed class StudioFixture : IAsyncLifetime
{
    private static readonly string[] InstalledBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private StudioProcess? _studio;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _studio!.Address;

    public async ValueTask InitializeAsync()
    {
        _studio = await StudioProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        var installed = InstalledBrowsers.FirstOrDefault(File.Exists);
        if (installed is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) is not 0 and var exitCode)
        {
            throw new InvalidOperationException($"There is no Chromium, and installing it failed with {exitCode}.");
        }
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = installed, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a browser that nobody has signed in with yet.</summary>
    public async Task<IPage> OpenAsync(int width = 1100, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height } });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        return page;
    }

    /// <summary>The page of the emulator that the studio posts to, in a browser of its own.</summary>
    public async Task<IPage> OpenEmulatorAsync(int width = 1100, int height = 900)
    {
        var page = await OpenAsync(width, height);
        await page.GotoAsync(_studio!.Emulator.ToString());
        return page;
    }

    /// <summary>A page of a creator who has signed in.</summary>
    public async Task<IPage> SignInAsync(int width = 1100, int height = 900)
    {
        var page = await OpenAsync(width, height);
        await ConsentAsync(page);
        await page.GetByText("Your posts").WaitForAsync();
        return page;
    }

    /// <summary>Goes from a page's link to TikTok's consent page, and answers that.</summary>
    /// <param name="page">The page.</param>
    /// <param name="answer">The button.</param>
    /// <param name="refused">The scopes that are unticked.</param>
    public static async Task ConsentAsync(IPage page, string answer = "Allow", params string[] refused)
    {
        await page.GetByText("Sign in with TikTok").ClickAsync();
        foreach (var scope in refused)
        {
            await page.Locator($"input[value='{scope}']").UncheckAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_studio?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
