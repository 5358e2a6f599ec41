using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Asks a token endpoint (RFC 6749, sections 3.2 and 5).</summary>
internal sealed class TokenEndpoint : IDisposable
{
    private const long LongestAnswer = 1 << 20;

    private readonly Uri _address;
    private readonly string _clientId;
    private readonly string? _clientSecret;
    private readonly HttpClient _httpClient;

    public TokenEndpoint(Uri address, string clientId, string? clientSecret, OAuth2Options options)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new ArgumentException("The token endpoint is not an absolute https address; http is for this machine alone.", nameof(address));
        }
        (_address, _clientId, _clientSecret, Options) = (address, clientId, clientSecret, options);
        _httpClient = options.HttpClient ?? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public OAuth2Options Options { get; }

    /// <summary>Asks for a token.</summary>
    /// <param name="grant">The parameters of the grant.</param>
    /// <exception cref="OAuth2Exception">There is none.</exception>
    public async Task<OAuth2Token> AskAsync(IEnumerable<KeyValuePair<string, string>> grant)
    {
        using var timeout = new CancellationTokenSource(Options.Timeout, Options.TimeProvider);
        using var message = CreateMessage(grant);
        try
        {
            using var answer = await _httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            var buffer = new ResponseBuffer();
            try
            {
                var isWhole = await buffer.ReadAsync(answer.Content, hasBody: true, LongestAnswer, timeout.Token).ConfigureAwait(false);
                return Read(answer.StatusCode, isWhole ? buffer.Written : default);
            }
            finally
            {
                buffer.Release();
            }
        }
        catch (Exception exception) when (exception is not OAuth2Exception && TransportFailure.IsOne(exception))
        {
            var reason = timeout.IsCancellationRequested ? "did not answer in time" : "could not be reached";
            throw new OAuth2Exception($"The token endpoint {_address.GetLeftPart(UriPartial.Authority)} {reason}.", exception) { IsTransient = true };
        }
    }

    public void Dispose()
    {
        if (Options.HttpClient is null)
        {
            _httpClient.Dispose();
        }
    }

    private HttpRequestMessage CreateMessage(IEnumerable<KeyValuePair<string, string>> grant)
    {
        var parameters = new List<KeyValuePair<string, string>>(grant.Concat(Options.Parameters));
        var message = new HttpRequestMessage(HttpMethod.Post, _address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (_clientSecret is { } secret && Options.ClientAuthentication == OAuth2ClientAuthentication.Basic)
        {
            // Both are form-encoded first (section 2.3.1), so that a colon in the id is none.
            var credential = $"{WebUtility.UrlEncode(_clientId)}:{WebUtility.UrlEncode(secret)}";
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credential)));
        }
        else
        {
            // A client without a secret says who it is (section 3.2.1).
            parameters.Add(new("client_id", _clientId));
            if (_clientSecret is not null)
            {
                parameters.Add(new("client_secret", _clientSecret));
            }
        }
        message.Content = new FormUrlEncodedContent(parameters);
        return message;
    }

    private OAuth2Token Read(HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // Its message may hold a piece of the answer, which may be a token.
        }
        using (json)
        {
            var answer = json?.RootElement is { ValueKind: JsonValueKind.Object } root ? root : default;
            var isSuccess = (int)status is >= 200 and < 300;
            if (isSuccess && Text(answer, "access_token") is { } token && !string.IsNullOrWhiteSpace(token))
            {
                return Token(token, Seconds(answer), Text(answer, "refresh_token"));
            }
            var (error, description) = (Text(answer, "error"), Text(answer, "error_description"));
            var reason = error is null ? isSuccess ? ", without an access token" : "" : $": {error}{(description is null ? "" : $" ({description})")}";
            throw new OAuth2Exception($"The token endpoint {_address.GetLeftPart(UriPartial.Authority)} answered {(int)status}{reason}.")
            {
                StatusCode = (int)status,
                Error = error,
                ErrorDescription = description,
                ErrorUri = Text(answer, "error_uri"),
                IsTransient = (int)status is 408 or 429 or >= 500,
            };
        }
    }

    private OAuth2Token Token(string token, double? seconds, string? refreshToken)
    {
        // Nobody means more than a century, and dates end.
        if (seconds is not { } life || life is < 0 or > 3.2e9)
        {
            return new OAuth2Token(token, null, refreshToken);
        }
        var now = Options.TimeProvider.GetUtcNow();
        var end = now + TimeSpan.FromSeconds(life);
        var half = now + TimeSpan.FromSeconds(life / 2);
        return new OAuth2Token(token, end, refreshToken) { UsableUntil = end - Options.Leeway < half ? half : end - Options.Leeway };
    }

    // Some servers write the number as a string.
    private static double? Seconds(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("expires_in", out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number
        : value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? number
        : null;

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
