namespace Arazzo.Runtime;

/// <summary>A token endpoint gave no token (RFC 6749, section 5.2). It shows neither tokens nor secrets.</summary>
public sealed class OAuth2Exception : Exception
{
    internal OAuth2Exception(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status of the answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The error's code, such as <c>invalid_client</c> or <c>invalid_grant</c>; null when the answer has none.</summary>
    public string? Error { get; init; }

    /// <summary>What the server says about it, or null.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>A page about it, or null.</summary>
    public string? ErrorUri { get; init; }

    /// <summary>Whether asking again later can help.</summary>
    public bool IsTransient { get; init; }
}
