using Arazzo.Runtime;
using TikTok.ContentPosting;
using TikTok.ContentPosting.Emulator;

namespace PostToTikTok;

/// <summary>Whom to talk to: TikTok, or an emulator that lives as long as this object.</summary>
internal sealed class Target : IAsyncDisposable
{
    public const string TokenVariable = "TIKTOK_ACCESS_TOKEN";

    private readonly TikTokEmulator? _emulator;

    private Target(string token, TikTokEmulator? emulator)
    {
        _emulator = emulator;
        AccessToken = token;
        Client = new ContentPostingClient(new ApiClientOptions { BaseAddress = emulator?.BaseAddress, AccessTokenProvider = new StaticAccessTokenProvider(token) });
    }

    public string AccessToken { get; }

    public ContentPostingClient Client { get; }

    public string Description => _emulator is null ? "On TikTok" : $"On an emulator of TikTok at {_emulator.BaseAddress}";

    public static async Task<Target> OpenAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
        {
            return new Target(token, emulator: null);
        }
        var emulator = await TikTokEmulator.StartAsync(cancellationToken: cancellationToken);
        return new Target(emulator.AccessToken, emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await (_emulator?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
