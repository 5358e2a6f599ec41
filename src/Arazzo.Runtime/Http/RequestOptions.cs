using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>What is different for one call.</summary>
public sealed class RequestOptions
{
    /// <summary>Sent as <c>Authorization: Bearer</c>, in place of the client's own credentials.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Headers to add; they replace those of the same name.</summary>
    public IDictionary<string, string> Headers => HeadersOrNull ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time that an attempt may take, in place of <see cref="ApiClientOptions.Timeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite, or longer than 24 days.</exception>
    public TimeSpan? Timeout
    {
        get;
        set => field = value is { } timeout ? AttemptTimeout.Check(timeout) : null;
    }

    /// <summary>What messages call <see cref="Timeout"/>.</summary>
    internal string TimeoutName { get; init; } = "RequestOptions.Timeout";

    internal Dictionary<string, string>? HeadersOrNull { get; private set; }
}
