using Arazzo.Runtime;
using TikTok.ContentPosting;
using TikTok.ContentPosting.Emulator;

namespace InboxDraftUpload;

/// <summary>Whom to talk to: TikTok, or an emulator that lives as long as this object.</summary>
internal sealed class UploadTarget : IAsyncDisposable
{
    private readonly TikTokEmulator? _emulator;

    private UploadTarget(ContentPostingClient client, string accessToken, string description, TikTokEmulator? emulator = null)
    {
        Client = client;
        AccessToken = accessToken;
        Description = description;
        _emulator = emulator;
    }

    public ContentPostingClient Client { get; }

    public string AccessToken { get; }

    public string Description { get; }

    public static async Task<UploadTarget> OpenAsync(UploadSettings settings, CancellationToken cancellationToken)
    {
        if (settings.AccessToken is { } token)
        {
            var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = settings.BaseAddress });
            return new UploadTarget(client, token, $"On {settings.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? "TikTok"}");
        }
        var emulator = await TikTokEmulator.StartAsync(cancellationToken: cancellationToken);
        Scenarios.Play(settings.Scenario, emulator);
        if (settings.Resume?.PublishId is { } publishId)
        {
            emulator.RestoreDraft(publishId);
        }
        var options = new ApiClientOptions { BaseAddress = emulator.BaseAddress };
        options.Resilience.BaseDelay = TimeSpan.FromSeconds(0.2);
        return new UploadTarget(
            new ContentPostingClient(options), emulator.AccessToken, $"On an emulator of TikTok at {emulator.BaseAddress.GetLeftPart(UriPartial.Authority)}", emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
