namespace TikTok.ContentPosting.Tests.Harness;

/// <summary>TikTok's emulator, an app that signs creators in, and one clock for both.</summary>
internal sealed class SignInStage : IAsyncDisposable
{
    public static readonly Uri RedirectUri = new("https://app.example.com/callback/");

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private SignInStage(TikTokEmulator emulator, JumpingTimeProvider time)
    {
        (Emulator, Time) = (emulator, time);
        SignIn = CreateSignIn();
        Accounts = CreateAccounts();
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IReadOnlyList<string> AllScopes { get; } =
        [TikTokScopes.UserInfoBasic, TikTokScopes.UserInfoProfile, TikTokScopes.UserInfoStats, TikTokScopes.VideoList, TikTokScopes.VideoUpload, TikTokScopes.VideoPublish];

    public TikTokEmulator Emulator { get; }

    public JumpingTimeProvider Time { get; }

    public InMemoryTokenStore Store { get; } = new();

    public TikTokSignIn SignIn { get; }

    public TikTokAccounts Accounts { get; }

    public List<TikTokTokens> Rotations { get; } = [];

    public int Refreshes => Emulator.Requests.Count(static request => request.BodyText.Contains("grant_type=refresh_token", StringComparison.Ordinal));

    public static async Task<SignInStage> SetAsync(Func<TimeProvider, TikTokEmulatorOptions>? options = null)
    {
        var time = new JumpingTimeProvider();
        var emulator = await TikTokEmulator.StartAsync(options?.Invoke(time) ?? new TikTokEmulatorOptions { TimeProvider = time }, Cancellation);
        return new SignInStage(emulator, time);
    }

    public TikTokSignIn CreateSignIn(Action<TikTokSignInOptions>? configure = null, string clientKey = "emulated_client_key", string clientSecret = "emulated_client_secret")
    {
        var options = new TikTokSignInOptions { BaseAddress = Emulator.BaseAddress, TimeProvider = Time };
        configure?.Invoke(options);
        return new TikTokSignIn(new TikTokAppCredentials(clientKey, clientSecret), options);
    }

    /// <summary>The accounts as another process has them: with nothing in common but the store.</summary>
    public TikTokAccounts CreateAccounts(ITokenStore? store = null, Action<TikTokAccountsOptions>? configure = null, Action<TikTokSignInOptions>? signIn = null)
    {
        var options = new TikTokAccountsOptions
        {
            Rotated = (tokens, _) =>
            {
                lock (Rotations)
                {
                    Rotations.Add(tokens);
                }
                return default;
            },
        };
        configure?.Invoke(options);
        return new TikTokAccounts(signIn is null ? SignIn : CreateSignIn(signIn), store ?? Store, options);
    }

    /// <summary>Signs a creator in, who grants what is asked for or less.</summary>
    public async Task<TikTokTokens> GetTokensAsync(IReadOnlyList<string>? granted = null, TikTokCreator? creator = null)
    {
        Emulator.NextConsent(ConsentAnswer.Grant(creator, granted));
        var authorization = SignIn.Begin(new TikTokAuthorizationRequest { RedirectUri = RedirectUri, Scopes = AllScopes });
        return await SignIn.CompleteAsync(authorization, await BrowseAsync(authorization.Url!), Cancellation);
    }

    public async Task<TikTokAccount> SignInAsync(IReadOnlyList<string>? granted = null, TikTokCreator? creator = null) =>
        await Accounts.AddAsync(await GetTokensAsync(granted, creator), Cancellation);

    /// <summary>Where TikTok's page sends the browser to.</summary>
    public async Task<Uri> BrowseAsync(Uri page)
    {
        using var answer = await _browser.GetAsync(page, Cancellation);
        Assert.True(answer.Headers.Location is not null, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.Location!;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        Accounts.Dispose();
        SignIn.Dispose();
        await Emulator.DisposeAsync();
    }
}
