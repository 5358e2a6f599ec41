using TikTok.ContentPosting;
using TikTok.ContentPosting.Emulator;

namespace CreatorStudio;

/// <summary>The TikTok that the studio talks to: the real one when the configuration has an app, else the emulator in this process.</summary>
internal sealed class StudioTikTok : IAsyncDisposable
{
    private readonly TikTokEmulator? _emulator;

    private StudioTikTok(TikTokAppCredentials app, TikTokEmulator? emulator) => (App, _emulator) = (app, emulator);

    public TikTokAppCredentials App { get; }

    /// <summary>Where the API is; null for TikTok's own address.</summary>
    public Uri? BaseAddress => _emulator?.BaseAddress;

    /// <summary>Where creators consent; null for TikTok's own page.</summary>
    public Uri? AuthorizePage => _emulator?.AuthorizePage;

    public static async Task<StudioTikTok> StartAsync(IConfiguration configuration)
    {
        if (configuration["TikTok:ClientKey"] is { Length: > 0 } key)
        {
            var secret = configuration["TikTok:ClientSecret"] ?? throw new InvalidOperationException("TikTok:ClientSecret is missing: set it as a user secret or in the environment.");
            return new StudioTikTok(new TikTokAppCredentials(key, secret), emulator: null);
        }
        var options = new TikTokEmulatorOptions();
        var emulator = await TikTokEmulator.StartAsync(options);
        return new StudioTikTok(new TikTokAppCredentials(options.ClientKey, options.ClientSecret), emulator);
    }

    /// <summary>Says where everything is, and tells the emulator where webhooks go, now that the studio knows its own address.</summary>
    public void Greet(WebApplication app)
    {
        var address = new Uri(app.Urls.First());
        _emulator?.SendWebhooksTo(new Uri(address, StudioPaths.Webhooks));
        app.Logger.StudioIsThere(address, BaseAddress?.ToString() ?? "TikTok");
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
