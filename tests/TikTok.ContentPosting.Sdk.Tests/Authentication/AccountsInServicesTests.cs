using Microsoft.Extensions.DependencyInjection;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Sign-in and accounts among the services of a program.</summary>
public sealed class AccountsInServicesTests
{
    [Fact]
    public async Task Accounts_come_from_the_services_and_talk_to_one_address()
    {
        await using var stage = await SignInStage.SetAsync();
        await using var services = Services(stage);
        var account = await services.GetRequiredService<TikTokAccounts>().AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);

        var creator = await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
        var user = await account.GetUserAsync(SignInStage.Cancellation);

        Assert.Equal("emulated.creator", creator.Data?.CreatorUsername);
        Assert.Equal(account.OpenId, user.OpenId);
    }

    [Fact]
    public async Task Refreshes_go_by_the_clock_of_the_services_and_into_their_store()
    {
        await using var stage = await SignInStage.SetAsync();
        var store = new InMemoryTokenStore();
        var rotations = 0;
        await using var services = Services(stage, collection =>
        {
            collection.AddSingleton<ITokenStore>(store);
            collection.Configure<TikTokAccountsOptions>(options => options.Rotated = (_, _) =>
            {
                rotations++;
                return default;
            });
        });
        var account = await services.GetRequiredService<TikTokAccounts>().AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);
        stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);

        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.Same(tokens, await store.FindAsync(account.OpenId, SignInStage.Cancellation));
        Assert.Equal(1, rotations);
    }

    [Fact]
    public async Task The_posting_client_of_an_account_has_the_options_and_handlers_of_posting()
    {
        await using var stage = await SignInStage.SetAsync();
        var counter = new Counter();
        await using var services = Services(
            stage, collection => collection.AddTikTokContentPosting(options => options.RepeatUnsafeWhenTokenIsRefused = true).AddHttpMessageHandler(() => counter));
        var account = await services.GetRequiredService<TikTokAccounts>().AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);
        stage.Emulator.EndAccessTokens(stage.Emulator.DefaultCreator);

        await account.ContentPosting.InitInboxVideoUploadAsync(new() { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: SignInStage.Cancellation);

        Assert.Equal(2, counter.Requests);
    }

    [Fact]
    public async Task An_access_token_of_the_options_is_not_sent_for_accounts()
    {
        await using var stage = await SignInStage.SetAsync();
        await using var services = Services(stage, static collection => collection.AddTikTokContentPosting(static options => options.AccessToken = "act.of.somebody.else"));
        var tokens = await stage.GetTokensAsync();
        var account = await services.GetRequiredService<TikTokAccounts>().AddAsync(tokens, SignInStage.Cancellation);

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);

        Assert.Equal(tokens.AccessToken, stage.Emulator.Requests[^1].AccessToken);
    }

    [Fact]
    public async Task Sign_in_and_accounts_are_one_each()
    {
        await using var stage = await SignInStage.SetAsync();
        await using var services = Services(stage, static collection => collection.AddTikTokAccounts(new TikTokAppCredentials("another", "app")));

        Assert.Same(services.GetRequiredService<TikTokSignIn>(), services.GetRequiredService<TikTokSignIn>());
        Assert.Same(services.GetRequiredService<TikTokAccounts>(), services.GetRequiredService<TikTokAccounts>());
        Assert.Equal("emulated_client_key", services.GetRequiredService<TikTokSignIn>().App.ClientKey);
    }

    private static ServiceProvider Services(SignInStage stage, Action<ServiceCollection>? more = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(stage.Time);
        collection.AddTikTokAccounts(new TikTokAppCredentials("emulated_client_key", "emulated_client_secret"), options => options.BaseAddress = stage.Emulator.BaseAddress);
        more?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    private sealed class Counter : DelegatingHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
