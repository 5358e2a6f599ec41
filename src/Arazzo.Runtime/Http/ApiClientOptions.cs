using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>Address, credentials and limits of a client. A client works on its own copy: later changes do not reach it.</summary>
public class ApiClientOptions
{
    /// <summary>
    /// The API's address, such as <c>https://api.example.com/v1</c>. Null: that of the given <see cref="HttpClient"/>, else the first server of the API's description.
    /// Credentials are only ever sent over https, or to this machine. An address that is given, here or by the <see cref="HttpClient"/>, holds for all operations,
    /// those with a server of their own too: see <see cref="Servers"/>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Addresses for operations with a server of their own, by its <c>url</c> in the API's description (variables at their defaults). They win over <see cref="BaseAddress"/>.
    /// </summary>
    public IDictionary<string, Uri> Servers { get; private set; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>Gives the tokens for bearer, OAuth 2 and OpenID Connect schemes.</summary>
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>Gives credentials by the name of their security scheme: API keys, HTTP basic (<c>user:password</c>), and bearer tokens where there are several schemes.</summary>
    public IDictionary<string, IAccessTokenProvider> Credentials { get; private set; } = new Dictionary<string, IAccessTokenProvider>(StringComparer.Ordinal);

    /// <summary>Values for parameters that a call, or a step of a workflow, leaves out.</summary>
    public ApiParameterDefaults Parameters { get; private set; } = new();

    /// <summary>The time that one attempt may take, from connecting to the last byte of the answer. 100 seconds by default; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite, or longer than 24 days.</exception>
    public TimeSpan Timeout
    {
        get;
        set => field = AttemptTimeout.Check(value);
    } = TimeSpan.FromSeconds(100);

    /// <summary>The longest answer that is read, in bytes after decompression; a longer one fails with <see cref="ApiException"/>. 64 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than an array can hold.</exception>
    public long MaxResponseBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            field = value;
        }
    } = 64L << 20;

    /// <summary>When failed calls are tried again.</summary>
    public ResilienceOptions Resilience { get; private set; } = new();

    /// <summary>
    /// Whether a request that is not safe to repeat is sent again, once, when the API answers 401 and the access token provider has another token. Null is true, for a
    /// server that refuses a token has done nothing; a client whose API does not promise that may say otherwise.
    /// </summary>
    public bool? RepeatUnsafeWhenTokenIsRefused { get; set; }

    /// <summary>
    /// Whether the body of a request that is not safe to repeat goes out only once, whatever handlers do: one that tries to send it again gets an exception, and the call ends
    /// with <see cref="ApiException.OutcomeUnknown"/>. Null: as the client decides; false unless it does. A handler that keeps bodies in memory can get around it.
    /// </summary>
    public bool? SendUnsafeOnce { get; set; }

    /// <summary>Decides when requests may be sent; null for no limit. Clients that share a server's limit share it. It is not disposed.</summary>
    public RequestLimiter? Limiter { get; set; }

    /// <summary>The clock of timeouts and retries.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Decides which answers are failures; null: their status alone.</summary>
    public ResponseClassifier? Classifier { get; set; }

    /// <summary>Copies the options.</summary>
    /// <returns>A copy that shares nothing that can be set.</returns>
    public ApiClientOptions Clone()
    {
        var copy = (ApiClientOptions)MemberwiseClone();
        copy.Credentials = new Dictionary<string, IAccessTokenProvider>(Credentials, StringComparer.Ordinal);
        copy.Servers = new Dictionary<string, Uri>(Servers, StringComparer.Ordinal);
        copy.Parameters = Parameters.Clone();
        copy.Resilience = Resilience.Clone();
        return copy;
    }
}
