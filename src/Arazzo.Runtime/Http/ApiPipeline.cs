using System.ComponentModel;
using System.Net;
using System.Net.Http.Headers;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Sends the calls of a client: address, headers, credentials, attempts, answers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPipeline : IDisposable
{
    private readonly ServerAddresses _servers;
    private readonly bool _ownsClient;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="httpClient">Sends the requests, and is not disposed; null for one of its own, which follows no redirects and keeps no cookies.</param>
    /// <param name="definition">The API.</param>
    /// <param name="options">Address, credentials and limits; they are copied.</param>
    /// <exception cref="ArgumentException">There is no base address, or it is not one.</exception>
    public ApiPipeline(HttpClient? httpClient, ApiDefinition definition, ApiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        Options = options.Clone();
        _servers = new ServerAddresses(httpClient, definition, Options);
        _ownsClient = httpClient is null;
        Client = httpClient ?? CreateClient();
        Authenticator = new Authenticator(definition, Options);
        Retries = new RetryStrategy(Options.Resilience, Options.TimeProvider);
        Exchanges = new Exchange.Pool(Options.TimeProvider);
    }

    internal ApiClientOptions Options { get; }

    /// <summary>The address of operations without a server of their own.</summary>
    public Uri BaseAddress => _servers.BaseAddress;

    /// <summary>The clock of timeouts and retries.</summary>
    public TimeProvider TimeProvider => Options.TimeProvider;

    /// <summary>Where an operation is sent to.</summary>
    internal Uri AddressOf(ApiOperation operation) => _servers.Find(operation).Address;

    /// <summary>Where a request is sent to.</summary>
    internal string UrlOf(ApiRequest request) => _servers.Find(request.Operation).Resolve(request).AbsoluteUri;

    internal HttpClient Client { get; }

    internal Authenticator Authenticator { get; }

    internal RetryStrategy Retries { get; }

    internal Exchange.Pool Exchanges { get; }

    internal JsonRequestWriter JsonWriter { get; } = new();

    internal JsonScratch.Pool Scratch { get; } = new();

    /// <summary>Closes the connections of the pipeline's own client.</summary>
    public void Dispose()
    {
        if (_ownsClient)
        {
            Client.Dispose();
        }
    }

    /// <summary>Builds the message of one attempt. What the call itself sets wins over the client's defaults.</summary>
    internal HttpRequestMessage CreateMessage(ApiRequest request, RequestOptions? options)
    {
        var message = new HttpRequestMessage(request.Operation.Method, _servers.Find(request.Operation).Resolve(request))
        {
            Version = Client.DefaultRequestVersion,
            VersionPolicy = Client.DefaultVersionPolicy,
        };
        if (!_ownsClient || Options.Limiter is not null)
        {
            message.Options.Set(ApiRequestKeys.Operation, request.Operation);
        }
        if (request.Body is { } body)
        {
            message.Content = body.CreateContent();
        }
        else if (!request.Operation.IsRepeatable)
        {
            // SocketsHttpHandler sends a request without content again, up to three times, when the connection ends before the answer.
            message.Content = new ByteArrayContent([]);
        }
        if (message.Content is { } content && !request.Operation.IsRepeatable && Options.SendUnsafeOnce == true)
        {
            message.Content = new SingleUseContent(content);
        }
        if (request.Headers is { } headers)
        {
            foreach (var (name, value) in headers)
            {
                SetHeader(message, name, value);
            }
        }
        if (request.Cookies is { } cookies)
        {
            SetHeader(message, "Cookie", cookies);
        }
        if (options?.AccessToken is { } token && request.Headers?.Exists(static header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)) != true)
        {
            HeaderText.Check("Authorization", token);
            SetHeader(message, "Authorization", "Bearer " + token);
        }
        if (options?.HeadersOrNull is { } others)
        {
            foreach (var (name, value) in others)
            {
                HeaderText.Check(name, value);
                SetHeader(message, name, value);
            }
        }
        if (request.Operation.Accept is { } accept && !message.Headers.NonValidated.Contains("Accept"))
        {
            message.Headers.TryAddWithoutValidation("Accept", accept);
        }
        return message;
    }

    /// <summary>Keeps credentials from being sent where everybody on the way can read them.</summary>
    /// <exception cref="InvalidOperationException">The request has credentials, and the address is http and not this machine.</exception>
    internal void RefuseCleartext(HttpRequestMessage message, ApiRequest request)
    {
        var address = AddressOf(request.Operation);
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && (Client.DefaultRequestHeaders.Authorization is not null || Authenticator.HasCredentials(message)))
        {
            throw new InvalidOperationException(
                $"{request.Operation.Id} sends credentials, and {address.GetLeftPart(UriPartial.Authority)} is not encrypted. Use an https address; http is for this machine alone.");
        }
    }

    private static void SetHeader(HttpRequestMessage message, string name, string value)
    {
        // Headers of a body mean nothing without one; with one, they replace its own.
        if (!Set(message.Headers) && message.Content is { } content)
        {
            Set(content.Headers);
        }

        bool Set(HttpHeaders headers)
        {
            if (headers.NonValidated.Contains(name))
            {
                headers.Remove(name);
            }
            return headers.TryAddWithoutValidation(name, value);
        }
    }

    private static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        EnableMultipleHttp2Connections = true,
        // Addresses change: a connection does not live for ever.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The pipeline has a timeout of its own, for each attempt.
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };
}
