namespace Arazzo.Runtime;

/// <summary>
/// Decides when requests may be sent: a server's limits are better kept than run into. One limiter can serve many clients. It is asked before every attempt, once the request
/// has its credentials, and its waits are no part of the attempt's time.
/// </summary>
public abstract class RequestLimiter
{
    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="request">The request with its credentials; <see cref="ApiRequestKeys.Operation"/> in its options says which operation it calls.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Zero when it may be sent now; or how long it would have to wait, and then it is not sent.</returns>
    public abstract ValueTask<TimeSpan> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Makes the failure of a request that is not sent.</summary>
    /// <param name="response">Stands for the answer that there is none of.</param>
    /// <param name="wait">How long it would have to wait.</param>
    /// <returns>The failure, whose outcome is known: the server has not seen the request.</returns>
    public virtual ApiException Refuse(ApiResponse response, TimeSpan wait) =>
        new(response, "The client's limiter keeps it back, so that the server's limit is not exceeded.") { RetryAfter = wait, IsTransient = true };

    /// <summary>Learns from an answer, such as one that says that the limit was exceeded all the same.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer; its status is 0 when none came.</param>
    public virtual void Answered(HttpRequestMessage request, ApiResponse response)
    {
    }
}
