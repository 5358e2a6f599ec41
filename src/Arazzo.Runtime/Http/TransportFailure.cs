using System.Security.Authentication;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a failed transport says: whether the request may have reached the server, and whether another attempt may help.</summary>
/// <param name="Detail">What happened, in sentences.</param>
/// <param name="MayHaveArrived">Whether the server may have got the request.</param>
/// <param name="IsTransient">Whether another attempt may help.</param>
internal readonly record struct TransportFailure(string Detail, bool MayHaveArrived, bool IsTransient)
{
    /// <summary>Misuse and defects are not failures of a transport: they are thrown as they are.</summary>
    public static bool IsOne(Exception exception) => exception is not (ArgumentException or InvalidOperationException or NotSupportedException or NullReferenceException);

    public static TransportFailure Timeout(TimeSpan timeout, string name) =>
        new($"The attempt took longer than {timeout.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} s ({name}).", MayHaveArrived: true, IsTransient: true);

    /// <summary>What was to be sent broke off: no server takes a request for whole whose body is not.</summary>
    public static TransportFailure Unreadable { get; } =
        new("The body that was to be sent cannot be read: see the inner exception.", MayHaveArrived: false, IsTransient: false);

    public static TransportFailure Idle(TimeSpan timeout, string name) =>
        new($"Nothing came for {timeout.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} s ({name}).", MayHaveArrived: true, IsTransient: true);

    public static TransportFailure Of(Exception exception) => exception switch
    {
        RequestRepeatedException => new(
            "A handler of the HttpClient has tried to send it again after an attempt that failed, which is not allowed because it is not safe to repeat (ApiClientOptions.SendUnsafeOnce).",
            MayHaveArrived: true,
            IsTransient: false),
        OperationCanceledException => new("The HttpClient's own timeout has passed.", MayHaveArrived: true, IsTransient: true),
        HttpRequestException request => Of(request),
        HttpIOException or IOException => new("The connection was lost.", MayHaveArrived: true, IsTransient: true),
        _ => new($"A handler of the HttpClient failed with {exception.GetType().Name}.", MayHaveArrived: true, IsTransient: false),
    };

    private static TransportFailure Of(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new("The host's name cannot be resolved: check the base address and the network.", MayHaveArrived: false, IsTransient: true),
        HttpRequestError.ConnectionError => new("No connection could be made: check the base address, the network and whether the server is up.", MayHaveArrived: false, IsTransient: true),
        HttpRequestError.SecureConnectionError when exception.InnerException is AuthenticationException =>
            new("The server's TLS certificate or protocol is not accepted.", MayHaveArrived: false, IsTransient: false),
        HttpRequestError.SecureConnectionError => new("No TLS connection could be made.", MayHaveArrived: false, IsTransient: true),
        HttpRequestError.ProxyTunnelError => new("The proxy made no tunnel to the server.", MayHaveArrived: false, IsTransient: true),
        HttpRequestError.VersionNegotiationError => new("The server does not speak the HTTP version asked for.", MayHaveArrived: false, IsTransient: false),
        HttpRequestError.ResponseEnded => new("The server closed the connection before its answer was complete.", MayHaveArrived: true, IsTransient: true),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => new("What the server sent is not valid HTTP.", MayHaveArrived: true, IsTransient: true),
        HttpRequestError.ConfigurationLimitExceeded => new("The answer exceeds a limit of the HttpClient.", MayHaveArrived: true, IsTransient: false),
        _ => new("The connection was lost.", MayHaveArrived: true, IsTransient: true),
    };
}
