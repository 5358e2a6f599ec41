using static Microsoft.Playwright.Assertions;

namespace CreatorStudio.Tests;

/// <summary>The emulator's page in a browser, and what its buttons lead to: webhooks to the studio. Nobody loads a page again.</summary>
public sealed class EmulatorPageTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly LocatorAssertionsToHaveTextOptions Patience = new() { Timeout = 60_000 };

    [Fact]
    public async Task Post_is_sent__the_page_shows_it_with_its_requests_and_its_webhooks()
    {
        var emulator = await studio.OpenEmulatorAsync();
        await SendPhotosAsync("Three hills");

        // The page may still show what other tests have sent.
        var request = emulator.Locator("#requests details").Filter(new() { HasText = "Three hills" });
        await Expect(request).ToContainTextAsync("/v2/post/publish/content/init/", new() { Timeout = 60_000 });
        var post = emulator.Locator("#posts .card").First;
        await Expect(post.Locator(".badge")).ToHaveTextAsync("SEND_TO_USER_INBOX", Patience);
        await Expect(post).ToContainTextAsync("draft of photos");
        await Expect(post).ToContainTextAsync("https://media.example.com/1.jpg");
        var webhook = emulator.Locator("#webhooks details").Filter(new() { HasText = "post.publish.inbox_delivered" }).First;
        await Expect(webhook.Locator(".badge")).ToHaveTextAsync("Delivered", Patience);
        await Expect(webhook).ToContainTextAsync("answers: 200");

        await request.Locator("summary").ClickAsync();
        // What is open stays open while the page goes on.
        await SendPhotosAsync("Three lakes");
        await Expect(emulator.Locator("#requests details[open] pre")).ToContainTextAsync("Three hills");
    }

    [Fact]
    public async Task Button_is_pressed__the_post_moves_on_and_the_studio_takes_the_webhook_of_it()
    {
        await SendPhotosAsync("Clouds");
        var emulator = await studio.OpenEmulatorAsync();
        var post = emulator.Locator("#posts .card").First;
        await post.GetByRole(AriaRole.Combobox).SelectOptionAsync("spam_risk");
        await post.GetByRole(AriaRole.Button, new() { Name = "Fail" }).ClickAsync();

        await Expect(post.Locator(".badge")).ToHaveTextAsync("FAILED", Patience);
        await Expect(post).ToContainTextAsync("spam_risk");
        await Expect(emulator.Locator("#webhooks details").First).ToContainTextAsync("post.publish.failed");
        await Expect(emulator.Locator("#webhooks details .badge").First).ToHaveTextAsync("Delivered", Patience);
    }

    [Fact]
    public async Task Creator_disconnects_the_app__the_studio_forgets_the_tokens_by_the_webhook_alone()
    {
        var page = await studio.SignInAsync();
        var emulator = await studio.OpenEmulatorAsync();
        await emulator.GetByRole(AriaRole.Button, new() { Name = "Disconnect the app" }).First.ClickAsync();
        await Expect(emulator.Locator("#setup")).ToContainTextAsync("disconnected");
        var webhook = emulator.Locator("#webhooks details").Filter(new() { HasText = "authorization.removed" }).First;
        await Expect(webhook.Locator(".badge")).ToHaveTextAsync("Delivered", Patience);
        var requests = await emulator.Locator("#requestCount").InnerTextAsync();

        // The studio has no tokens any more, so that TikTok is not even asked: the creator is sent to the consent page.
        await page.GotoAsync("/compose/video");
        await Expect(page.GetByText("The app would like to")).ToBeVisibleAsync();
        await Expect(emulator.Locator("#requestCount")).ToHaveTextAsync($"{int.Parse(requests, System.Globalization.CultureInfo.InvariantCulture) + 1}", Patience);
    }

    [Fact]
    public async Task Address_of_webhooks_is_set__it_is_shown()
    {
        await using var other = await StudioProcess.StartAsync();
        var emulator = await studio.OpenEmulatorAsync();
        await emulator.GotoAsync(other.Emulator.ToString());
        await Expect(emulator.Locator("#webhookCount")).ToHaveTextAsync($"to {other.Address}webhooks/tiktok");
        await emulator.FillAsync("#url", "http://127.0.0.1:9/hooks");
        await emulator.GetByRole(AriaRole.Button, new() { Name = "Send webhooks there" }).ClickAsync();
        await Expect(emulator.Locator("#webhookCount")).ToHaveTextAsync("to http://127.0.0.1:9/hooks");
    }

    [Fact]
    public async Task Screen_is_a_phones__nothing_is_wider_than_it()
    {
        await SendPhotosAsync("Trees");
        var emulator = await studio.OpenEmulatorAsync(width: 360, height: 740);
        await Expect(emulator.Locator("#posts .card").First).ToBeVisibleAsync();
        Assert.True(await emulator.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private async Task<IPage> SendPhotosAsync(string title)
    {
        var page = await studio.SignInAsync();
        await page.GotoAsync("/compose/photos");
        await page.GetByText("A draft that you finish").ClickAsync();
        await page.FillAsync("#urls", "https://media.example.com/1.jpg");
        await page.FillAsync("#caption", title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the inbox" }).ClickAsync();
        await page.Locator(".post", new() { HasText = title }).WaitForAsync();
        return page;
    }
}
