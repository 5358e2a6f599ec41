using System.Net;
using System.Text;

namespace Arazzo.Runtime;

/// <summary>A call failed: the API refused, its answer could not be read, or none came. The message says which, and never shows bodies or credentials.</summary>
public class ApiException : Exception
{
    private readonly string? _detail;

    /// <summary>Makes a failure that has no answer to tell about.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the failure of an answer. What is not set afterwards comes from the answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="detail">What happened and what to do, in whole sentences and without secrets; null for what the status says.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ApiException(ApiResponse response, string? detail = null, Exception? innerException = null)
        : base(detail, innerException)
    {
        ArgumentNullException.ThrowIfNull(response);
        _detail = detail;
        OperationId = response.OperationId;
        Method = response.Method;
        PathTemplate = response.PathTemplate;
        ResponseHeaders = response.Headers;
        RawBody = response.RawBody;
        RetryAfter = response.RetryAfter;
        RequestId = response.RequestId;
        if (response.StatusCode != 0)
        {
            StatusCode = response.StatusCode;
            // 501: the server does not know the method, and will not tomorrow.
            IsTransient = response.StatusCode is 408 or 429 or (>= 500 and not 501);
        }
        if (response.StatusCode >= 400)
        {
            ErrorCode = ErrorDetails.ErrorCode(response.RawBody.Span);
            Problem = ApiProblem.Read(response.Headers["Content-Type"], response.RawBody.Span);
        }
    }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The answer's headers; empty when no answer came.</summary>
    public ResponseHeaders ResponseHeaders { get; init; }

    /// <summary>The answer's body as far as it was received.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>The operation that was called.</summary>
    public string OperationId { get; init; } = "";

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>The path as the API's description writes it, with its variables in braces.</summary>
    public string PathTemplate { get; init; } = "";

    /// <summary>The API's own error code, when the body has one in a usual place.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What the API says in the form of problem details (<c>application/problem+json</c>); null when it says it in another form.</summary>
    public ApiProblem? Problem { get; init; }

    /// <summary>What the API's operators find the call by, when a usual header has it.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether another attempt may help.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the request may have reached the server and its answer was lost or cannot be read: it may or may not have been carried out.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>How long the server asks to wait before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What failed and why, the error code and the request id, and what to do.</summary>
    public override string Message => OperationId.Length == 0 ? base.Message : Describe();

    private string Describe()
    {
        var text = new StringBuilder();
        text.Append(OperationId).Append(" (").Append(Method).Append(' ').Append(PathTemplate).Append(')');
        if (StatusCode is { } status)
        {
            text.Append(" answered ").Append(status);
            if (Enum.IsDefined((HttpStatusCode)status))
            {
                text.Append(' ').Append(ErrorDetails.ReasonPhrase(status));
            }
        }
        else
        {
            text.Append(OutcomeUnknown ? " got no answer" : " was not sent");
        }
        if (ErrorCode is { } code)
        {
            text.Append(", error code '").Append(code).Append('\'');
        }
        if (RequestId is { } id)
        {
            text.Append(", request id '").Append(id).Append('\'');
        }
        text.Append('.');
        if (ErrorDetails.Title(Problem?.Title) is { } title)
        {
            text.Append(' ').Append(title).Append('.');
        }
        if ((_detail ?? ErrorDetails.Advice(StatusCode)) is { Length: > 0 } detail)
        {
            text.Append(' ').Append(detail);
        }
        if (RetryAfter is { } wait)
        {
            text.Append(" The server asks to wait ").Append(Math.Ceiling(wait.TotalSeconds)).Append(" s.");
        }
        return text.ToString();
    }
}
