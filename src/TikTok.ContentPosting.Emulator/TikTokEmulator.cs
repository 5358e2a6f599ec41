using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>
/// TikTok's posting API, sign-in included, in this process, on a free port of 127.0.0.1: the same paths, envelopes, error codes, limits and
/// pace of a post, and faults on demand. Safe to use from several threads.
/// </summary>
/// <remarks>Nothing is fetched, stored or sent anywhere; a video's URL is only looked at.</remarks>
public sealed class TikTokEmulator : IAsyncDisposable
{
    private readonly Platform _platform;
    private readonly RequestLog _requests;
    private readonly FaultQueue _faults;
    private readonly LoopbackServer _server;

    private TikTokEmulator(Platform platform, RequestLog requests, FaultQueue faults, LoopbackServer server)
    {
        _platform = platform;
        _requests = requests;
        _faults = faults;
        _server = server;
        DefaultCreator = platform.Creators.Add(platform.Options.AccessToken is { } token ? new TikTokCreator { AccessToken = token } : new TikTokCreator());
    }

    /// <summary>
    /// The emulator's address, such as <c>http://127.0.0.1:49152/</c>. It takes the place of TikTok's. In a browser it is a page that shows what arrived, and whose buttons decide how
    /// posts fare.
    /// </summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The consent page. It takes the place of <c>https://www.tiktok.com/v2/auth/authorize/</c>.</summary>
    public Uri AuthorizePage => new(BaseAddress, Authorize.PagePath);

    /// <summary>A creator with a public account, who is there from the start and has granted every posting scope.</summary>
    public TikTokCreator DefaultCreator { get; }

    /// <summary>The access token of <see cref="DefaultCreator"/>.</summary>
    public string AccessToken => DefaultCreator.AccessToken;

    /// <summary>What was received so far, oldest first. A copy, which does not grow.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _requests.ToList();

    /// <summary>The posts that were opened so far, oldest first. A copy, which does not grow.</summary>
    public IReadOnlyList<EmulatedPost> Posts => _platform.Posts.ToList();

    /// <summary>The webhooks that were sent so far or wait to be, oldest first. A copy, which does not grow.</summary>
    public IReadOnlyList<EmulatedWebhook> Webhooks => _platform.Webhooks.ToList();

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; by default as TikTok does.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>A running emulator. Dispose of it to stop it.</returns>
    /// <exception cref="IOException">The port that the options name is taken.</exception>
    public static async Task<TikTokEmulator> StartAsync(TikTokEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TikTokEmulatorOptions();
        var platform = new Platform(options);
        var requests = new RequestLog(options);
        var faults = new FaultQueue();
        var server = await LoopbackServer.StartAsync(options.Port, new Dispatcher(platform, requests, faults), cancellationToken).ConfigureAwait(false);
        platform.BaseAddress = server.BaseAddress;
        return new TikTokEmulator(platform, requests, faults, server);
    }

    /// <summary>Adds a creator, who is known by <see cref="TikTokCreator.AccessToken"/> from then on.</summary>
    /// <param name="creator">The creator. Later changes of its properties take effect at once.</param>
    /// <returns>The same creator.</returns>
    /// <exception cref="ArgumentException">Another creator has the same access token.</exception>
    public TikTokCreator AddCreator(TikTokCreator creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        return _platform.Creators.Add(creator);
    }

    /// <summary>Answers the consent page the next time that a browser comes there, before it is shown. Several calls answer several times, in order.</summary>
    /// <param name="answer">What the creator answers.</param>
    public void NextConsent(ConsentAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _platform.Consents.Enqueue(answer);
    }

    /// <summary>Scans a QR code with a creator's TikTok app, which shows the consent page then.</summary>
    /// <param name="text">What the QR code says.</param>
    /// <param name="creator">Whose app it is; null for <see cref="DefaultCreator"/>.</param>
    /// <exception cref="ArgumentException">It is no QR code of this emulator, or no longer good.</exception>
    public void ScanQrCode(string text, TikTokCreator? creator = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        _platform.QrCodes.Scan(text, creator ?? DefaultCreator);
    }

    /// <summary>Consents in the app that has scanned a QR code.</summary>
    /// <param name="text">What the QR code says.</param>
    /// <param name="scopes">What is granted; null for all that is asked for.</param>
    /// <exception cref="ArgumentException">It is no QR code of this emulator, no longer good, or was not scanned.</exception>
    public void ConfirmQrCode(string text, IReadOnlyList<string>? scopes = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        _platform.QrCodes.Confirm(text, scopes);
    }

    /// <summary>Ends the access tokens of a creator's sign-ins before their time. Their refresh tokens still work.</summary>
    /// <param name="creator">The creator.</param>
    public void EndAccessTokens(TikTokCreator creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        _platform.Tokens.EndAccessTokens(creator);
    }

    /// <summary>Verifies the app's ownership of a domain or of a URL prefix, so that media can be pulled from it.</summary>
    /// <param name="domainOrPrefix">
    /// A domain, which covers its subdomains (<c>example.com</c>), or a prefix (<c>https://example.com/videos/</c>).
    /// </param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public void VerifyUrl(string domainOrPrefix) => _platform.VerifiedUrls.Add(domainOrPrefix);

    /// <summary>Says how the next post fares that has no script yet. Several calls script several posts, in order.</summary>
    /// <param name="script">The statuses that the post passes through.</param>
    public void NextPost(PostScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        _platform.Posts.Script(script);
    }

    /// <summary>
    /// Brings back a draft of <see cref="DefaultCreator"/> that an emulator of another process has opened, to resume a run that was stopped there. Nothing is
    /// recorded as a request, and a script that waits for the next post is this one's.
    /// </summary>
    /// <param name="publishId">The draft's publish id.</param>
    /// <returns>The draft.</returns>
    /// <exception cref="ArgumentException">The publish id is empty, or there is a post of it.</exception>
    public EmulatedPost RestoreDraft(string publishId)
    {
        ArgumentException.ThrowIfNullOrEmpty(publishId);
        return _platform.Posts.Restore(
            publishId,
            new NewPost(DefaultCreator, EmulatorOperation.InitInboxVideoUpload, IdPrefix: "", IsDraft: true, IsPublic: true, new MediaToCome([])));
    }

    /// <summary>Puts a fault in the place of the next answer of an operation. Several calls spoil several answers, in order.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fault">What happens instead.</param>
    /// <param name="times">How many answers are spoilt.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void NextAnswer(EmulatorOperation operation, Fault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _faults.Add(operation, fault, times);
    }

    /// <summary>Sends webhooks to an app from now on: one for each thing that happens to a post, and one when an authorization is removed.</summary>
    /// <param name="url">The app's callback URL. TikTok insists on https; the emulator does not. Null to send none.</param>
    /// <param name="handler">How it is reached, such as a test server's handler; null for the network.</param>
    /// <exception cref="ArgumentException">The URL is neither http nor https.</exception>
    public void SendWebhooksTo(Uri? url, HttpMessageHandler? handler = null) => _platform.SendWebhooksTo(url, handler);

    /// <summary>Says what goes wrong with the next webhook that happens. Several calls spoil several webhooks, in order.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many webhooks are spoilt.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void NextWebhook(WebhookFault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _platform.Webhooks.Add(fault, times);
    }

    /// <summary>Sends a webhook that nothing in the emulator leads to, such as <c>portability.download.ready</c> or an event of tomorrow.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="content">Its content, which becomes a string.</param>
    /// <param name="creator">Whom it is about; null for nobody.</param>
    public void SendWebhook(string name, JsonObject content, TikTokCreator? creator = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        _platform.Webhooks.Send(name, creator?.OpenId, content, _platform.Options.TimeProvider.GetUtcNow());
    }

    /// <summary>Waits until every webhook whose time has come was tried. Those that wait for a later time are not waited for.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WebhooksSettledAsync(CancellationToken cancellationToken = default) => _platform.Webhooks.SettleAsync(cancellationToken);

    /// <summary>A creator disconnects the app: the tokens are worth nothing, what is processed fails, and the app gets <c>authorization.removed</c>.</summary>
    /// <param name="creator">The creator.</param>
    /// <param name="reason">TikTok's number: 0 unknown, 1 the creator's wish, 2 account deleted, 3 age changed, 4 account banned, 5 the app's wish.</param>
    public void RemoveAuthorization(TikTokCreator creator, int reason = 1)
    {
        ArgumentNullException.ThrowIfNull(creator);
        _platform.RemoveAuthorization(creator, reason);
    }

    /// <summary>Stops the emulator and closes its connections. Requests and webhooks under way are dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _platform.Webhooks.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
