using System.Text.Json;

namespace TikTok.ContentPosting.Emulator.Tests;

/// <summary>An app and a browser, as far as a sign-in needs them.</summary>
internal sealed class Browser(TikTokEmulator emulator) : IDisposable
{
    public const string RedirectUri = "https://app.example.com/callback/";
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Challenge = "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = emulator.BaseAddress };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Page(string? clientKey = "emulated_client_key", string? redirectUri = RedirectUri, string? scope = "user.info.basic,video.upload", string? more = null) =>
        $"/v2/auth/authorize/?client_key={clientKey}&response_type=code&scope={scope}&redirect_uri={Uri.EscapeDataString(redirectUri ?? "")}&state=st&code_challenge={Challenge}&code_challenge_method=S256{more}";

    public async Task<(int Status, string? Location, string Html)> GetAsync(string page)
    {
        using var answer = await _http.GetAsync(page, Cancellation);
        return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public async Task<string?> SubmitAsync(string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(page, form, Cancellation);
        return answer.Headers.Location?.OriginalString;
    }

    /// <summary>A code by the shortest way.</summary>
    public async Task<string> CodeAsync(ConsentAnswer? answer = null)
    {
        emulator.NextConsent(answer ?? ConsentAnswer.Grant());
        return Query((await GetAsync(Page())).Location!, "code")!;
    }

    public async Task<(int Status, JsonElement Json)> AskAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(path, form, Cancellation);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    public Task<(int Status, JsonElement Json)> TokenAsync(params (string Name, string Value)[] fields) =>
        AskAsync("/v2/oauth/token/", [("client_key", "emulated_client_key"), ("client_secret", "emulated_client_secret"), .. fields]);

    public Task<(int Status, JsonElement Json)> ExchangeAsync(string code, string verifier = Verifier, string redirectUri = RedirectUri) =>
        TokenAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectUri), ("code_verifier", verifier));

    public static string? Query(string address, string name) =>
        address.Split('?')[1].Split('&').Select(static pair => pair.Split('=')).Where(pair => pair[0] == name).Select(static pair => Uri.UnescapeDataString(pair[1])).SingleOrDefault();

    public void Dispose() => _http.Dispose();
}
