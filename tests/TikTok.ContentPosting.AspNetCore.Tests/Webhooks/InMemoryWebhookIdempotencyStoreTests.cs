using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.AspNetCore.Tests.Webhooks;

public class InMemoryWebhookIdempotencyStoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryWebhookIdempotencyStore _store;

    public InMemoryWebhookIdempotencyStoreTests() => _store = new InMemoryWebhookIdempotencyStore(_time);

    [Fact]
    public async Task A_claim_is_granted_once_until_its_time_is_over()
    {
        Assert.Equal(WebhookClaim.Granted, await ClaimAsync());
        Assert.Equal(WebhookClaim.Busy, await ClaimAsync());
        Assert.Equal(WebhookClaim.Granted, await ClaimAsync("other"));

        _time.Advance(Minute);
        Assert.Equal(WebhookClaim.Granted, await ClaimAsync());
    }

    [Fact]
    public async Task What_was_handled_is_known_until_the_retention_is_over()
    {
        await ClaimAsync();
        await _store.CompleteAsync("key", 3 * Minute, default);

        _time.Advance(2.9 * Minute);
        Assert.Equal(WebhookClaim.Handled, await ClaimAsync());
        _time.Advance(0.1 * Minute);
        Assert.Equal(WebhookClaim.Granted, await ClaimAsync());
    }

    [Fact]
    public async Task What_was_released_is_granted_again()
    {
        await ClaimAsync();
        await _store.ReleaseAsync("key", default);

        Assert.Equal(WebhookClaim.Granted, await ClaimAsync());
    }

    [Fact]
    public async Task One_of_many_at_once_has_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await ClaimAsync())));

        Assert.Single(claims, WebhookClaim.Granted);
    }

    private ValueTask<WebhookClaim> ClaimAsync(string key = "key") => _store.TryClaimAsync(key, Minute, default);
}
