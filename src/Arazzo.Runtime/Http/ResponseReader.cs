namespace Arazzo.Runtime.CompilerServices;

/// <summary>Makes of an answer what its operation documents: a typed body, or a failure.</summary>
internal static class ResponseReader
{
    /// <summary>Sets the answer's body and failure, as status and body say.</summary>
    /// <returns>The typed body of a success or an error; null when there is none.</returns>
    public static object? Read(ApiResponse response, HttpResponseMessage message, bool isHead)
    {
        var documented = response.Operation.FindResponse(response.StatusCode);
        if (!IsSuccess(response.StatusCode, documented))
        {
            return ReadError(response, documented, message);
        }
        // `default` stands for errors wherever it has one: a status that nobody described is no reason to read a success as an error.
        if (documented is { Status: 0, IsError: true })
        {
            return null;
        }
        response.IsDocumented = documented is not null;
        if (documented is { HasBody: true, IsError: true } && HasBody(response.StatusCode, isHead))
        {
            return ReadError(response, documented, message);
        }
        if (documented is { HasBody: true } && HasBody(response.StatusCode, isHead))
        {
            return ReadSuccess(response, documented);
        }
        if (response.IsDocumented)
        {
            response.SetBody(null);
        }
        return null;
    }

    /// <summary>Opens a body that is handed out as it comes, if this one is.</summary>
    /// <returns>The case that says so; null when the body is read whole.</returns>
    public static ResponseCase? FindStreamed(ApiOperation operation, ApiResponse response, bool isHead)
    {
        var documented = operation.FindResponse(response.StatusCode);
        return documented is { IsError: false } && IsSuccess(response.StatusCode, documented) && HasBody(response.StatusCode, isHead) && documented.IsStreamed(response.MediaType)
            ? documented
            : null;
    }

    // A redirection is a success where the description names no other one.
    private static bool IsSuccess(int status, ResponseCase? documented) =>
        status is >= 200 and < 300 || (status is >= 300 and < 400 && documented is { IsError: false });

    // By definition (RFC 9110, section 15.3, and section 9.3.2).
    private static bool HasBody(int status, bool isHead) => !isHead && status is not (204 or 205 or 304);

    private static object? ReadSuccess(ApiResponse response, ResponseCase documented)
    {
        if (response.ReadBody(documented, out var body) is { } unreadable)
        {
            response.Failure = new ApiException(response, unreadable.Detail, unreadable.Exception) { OutcomeUnknown = true };
        }
        return body;
    }

    private static object? ReadError(ApiResponse response, ResponseCase? documented, HttpResponseMessage message)
    {
        var detail = response.StatusCode is >= 300 and < 400 && message.Headers.Location is { } location ? Redirection(location, documented is not null) : null;
        if (documented is not { HasBody: true } || response.RawBody.IsEmpty)
        {
            response.Failure = new ApiException(response, detail);
            return null;
        }
        var unreadable = documented.Read(response, out var error);
        response.ErrorBody = error;
        response.Failure = unreadable is null
            ? documented.Failure(response, error, detail)
            : new ApiException(response, Join(detail ?? ErrorDetails.Advice(response.StatusCode), unreadable.Detail), unreadable.Exception);
        return error;
    }

    private static string Join(string? first, string second) => first is null ? second : $"{first} {second}";

    // Scheme and host alone: paths and queries of redirects often hold secrets.
    private static string Redirection(Uri location, bool isDocumented)
    {
        var target = location.IsAbsoluteUri ? location.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "another path of the same host";
        var advice = isDocumented ? "the header Location has the address" : "correct the base address";
        return $"It redirects to {target}. Redirects are not followed, so that credentials stay where they belong: {advice}.";
    }
}
