using TikTok.ContentPosting.Tests.Uploads.Media;
using static Microsoft.Playwright.Assertions;

namespace CreatorStudio.Tests;

public sealed class StudioTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly LocatorAssertionsToHaveAttributeOptions Patience = new() { Timeout = 60_000 };

    private static FilePayload Video(int bytes) => new() { Name = "walk.mp4", MimeType = "video/mp4", Buffer = Movie.Mp4(media: bytes) };

    [Fact]
    public async Task Nobody_is_signed_in__posts_and_forms_are_not_shown()
    {
        var page = await studio.OpenAsync();
        await page.GotoAsync("/compose/video");
        await Expect(page.GetByText("Sign in with TikTok")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Video_of_a_file_is_sent_to_the_inbox__the_bar_fills_and_the_draft_is_delivered()
    {
        var page = await studio.SignInAsync();
        await page.GotoAsync("/compose/video");
        await page.GetByText("A draft that you finish").ClickAsync();
        await page.SetInputFilesAsync("#file", Video(20_000_000));
        // From now on, what the bar shows is kept.
        await page.EvaluateAsync("""
            window.shown = [];
            new MutationObserver(() => document.querySelectorAll("progress:not([hidden])").forEach(bar => window.shown.push(bar.value)))
                .observe(document.getElementById("posts"), { subtree: true, childList: true, attributes: true });
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the inbox" }).ClickAsync();
        await page.WaitForFunctionAsync("() => location.pathname === '/' || window.shown.includes(100)");
        var card = page.Locator(".post").First;
        await Expect(card).ToHaveAttributeAsync("data-state", "delivered", Patience);
        await Expect(card.Locator("h2")).ToHaveTextAsync("walk.mp4");
        await Expect(card.Locator("progress")).ToHaveJSPropertyAsync("value", 100);
    }

    [Fact]
    public async Task Video_of_a_file_is_posted__once_the_privacy_is_chosen_and_nothing_conflicts()
    {
        var page = await studio.SignInAsync();
        await page.GotoAsync("/compose/video");
        var post = page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true });
        await Expect(page.Locator("#privacy")).ToHaveValueAsync("");
        await Expect(post).ToBeDisabledAsync();

        await page.GetByLabel("Disclose post content").CheckAsync();
        await page.GetByLabel("Branded content").CheckAsync();
        await Expect(page.GetByText("Paid partnership")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Branded Content Policy" })).ToBeVisibleAsync();
        await Expect(page.Locator("#privacy option[value=SELF_ONLY]")).ToBeDisabledAsync();

        await page.SelectOptionAsync("#privacy", "PUBLIC_TO_EVERYONE");
        await page.SetInputFilesAsync("#file", Video(6_000_000));
        await page.FillAsync("#caption", "A walk #hills");
        await Expect(post).ToBeEnabledAsync();
        await post.ClickAsync();

        var card = page.Locator(".post").First;
        await Expect(card).ToHaveAttributeAsync("data-state", "published", Patience);
        await Expect(card.Locator("h2")).ToHaveTextAsync("A walk #hills");
    }

    [Fact]
    public async Task Photos_of_addresses_are_posted__their_form_has_comments_only()
    {
        var page = await studio.SignInAsync();
        await page.GotoAsync("/compose/photos");
        await Expect(page.GetByLabel("Comment")).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Duet")).ToHaveCountAsync(0);
        await page.FillAsync("#urls", "https://media.example.com/1.jpg\nhttps://media.example.com/2.jpg");
        await page.SelectOptionAsync("#privacy", "SELF_ONLY");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
        await Expect(page.Locator(".post").First).ToHaveAttributeAsync("data-state", "published", Patience);
    }

    [Fact]
    public async Task Addresses_cannot_be_fetched__all_problems_are_shown_and_nothing_is_opened()
    {
        var page = await studio.SignInAsync();
        await page.GotoAsync("/compose/photos");
        await page.FillAsync("#urls", "http://media.example.com/1.jpg\nhttps://127.0.0.1/2.png");
        await page.GetByText("A draft that you finish").ClickAsync();
        var before = await page.EvaluateAsync<int>("async () => (await (await fetch('/')).text()).split('data-post=').length");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the inbox" }).ClickAsync();
        await Expect(page.Locator("#problems li")).ToHaveCountAsync(3);
        Assert.Equal(before, await page.EvaluateAsync<int>("async () => (await (await fetch('/')).text()).split('data-post=').length"));
    }

    [Fact]
    public async Task File_is_no_video__it_says_so_and_the_form_is_there_again()
    {
        var page = await studio.SignInAsync();
        await page.GotoAsync("/compose/video");
        await page.GetByText("A draft that you finish").ClickAsync();
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "notes.mp4", MimeType = "video/mp4", Buffer = new byte[6_000_000] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the inbox" }).ClickAsync();
        await Expect(page.Locator(".post").First).ToHaveAttributeAsync("data-state", "failed", Patience);
        await Expect(page.Locator("#compose")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/compose/video")]
    [InlineData("/compose/photos")]
    public async Task Screen_is_a_phones__nothing_is_wider_than_it(string path)
    {
        var page = await studio.SignInAsync(width: 360, height: 740);
        await page.GotoAsync(path);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task Addresses_are_given__what_is_posted_is_previewed()
    {
        var page = await studio.SignInAsync();
        await page.RouteAsync("https://media.example.com/*.jpg", static route => route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = "<svg xmlns='http://www.w3.org/2000/svg'/>" }));
        await page.RouteAsync("https://media.example.com/none", static route => route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync("/compose/photos");
        await page.FillAsync("#urls", "https://media.example.com/1.jpg\nhttps://media.example.com/none\nhttps://media.example.com/2.jpg");
        await page.Locator("#caption").FocusAsync();
        await Expect(page.Locator("#previews img")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Creator_refuses__the_studio_says_that_nobody_is_signed_in()
    {
        var page = await studio.OpenAsync();
        await StudioFixture.ConsentAsync(page, "Deny");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are not signed in" })).ToBeVisibleAsync();
        await StudioFixture.ConsentAsync(page);
        await Expect(page.GetByText("Your posts")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Creator_has_allowed_drafts_only__drafts_can_be_sent_and_the_form_says_why_nothing_else()
    {
        var page = await studio.OpenAsync();
        await StudioFixture.ConsentAsync(page, refused: "video.publish");
        await page.GotoAsync("/compose/photos");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Profile" })).ToBeDisabledAsync();
        await Expect(page.GetByText("You have allowed the studio to send drafts")).ToBeVisibleAsync();
        await page.FillAsync("#urls", "https://media.example.com/1.jpg");
        await page.FillAsync("#caption", "A draft without settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to the inbox" }).ClickAsync();
        await Expect(page.Locator(".post", new() { HasText = "A draft without settings" })).ToHaveAttributeAsync("data-state", "delivered", Patience);
    }

    [Fact]
    public async Task Creator_signs_out__the_studio_forgets_who_it_was()
    {
        var page = await studio.SignInAsync();
        await page.GetByText("Sign out").ClickAsync();
        await Expect(page.GetByText("Sign in with TikTok")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_of_another_site_sends_a_form__it_is_refused()
    {
        var page = await studio.SignInAsync();
        Assert.Equal(400, await page.EvaluateAsync<int>("async () => (await fetch('/compose/video', { method: 'POST', body: new FormData() })).status"));
        Assert.Equal(400, await page.EvaluateAsync<int>("async () => (await fetch('/sign-out', { method: 'POST' })).status"));
    }
}
