namespace Arazzo.Runtime.CompilerServices;

/// <summary>Makes of an answer what its operation documents: a typed body, or a failure.</summary>
internal static class ResponseReader
{
    /// <summary>Sets the answer's body and failure, as status and body say.</summary>
    /// <returns>The typed body of a success or an error; null when there is none.</returns>
    public static object? Read<T>(ApiResponse<T> response, HttpResponseMessage message, bool isHead)
    {
        var documented = response.Operation.FindResponse(response.StatusCode);
        if (response.StatusCode is < 200 or >= 300)
        {
            return ReadError(response, documented, message);
        }
        // `default` stands for errors wherever it has one: a status that nobody described is no reason to read a success as an error.
        if (documented is { Status: 0, IsError: true })
        {
            return null;
        }
        response.IsDocumented = documented is not null;
        // 204 and 205 have no body by definition (RFC 9110, section 15.3).
        if (documented is not { HasBody: true } || isHead || response.StatusCode is 204 or 205)
        {
            return null;
        }
        return documented.IsError ? ReadError(response, documented, message) : ReadSuccess(response, documented, message);
    }

    private static object? ReadSuccess<T>(ApiResponse<T> response, ResponseCase documented, HttpResponseMessage message)
    {
        if (Unexpected(response, message) is { } unexpected)
        {
            response.Failure = new ApiException(response, unexpected) { OutcomeUnknown = true };
            return null;
        }
        object? body = null;
        UnreadableJson? unreadable;
        if (documented is JsonResponseCase<T> typed)
        {
            unreadable = JsonBody.Read(typed, response.RawBody.Span, out T? value);
            response.Body = value;
            body = value;
        }
        else
        {
            unreadable = JsonBody.Read(documented, response.RawBody.Span, out body);
            response.Body = body is T value ? value : default;
        }
        if (unreadable is not null)
        {
            response.Failure = new ApiException(response, unreadable.Detail, unreadable.Exception) { OutcomeUnknown = true };
        }
        return body;
    }

    private static object? ReadError<T>(ApiResponse<T> response, ResponseCase? documented, HttpResponseMessage message)
    {
        if (response.StatusCode is >= 300 and < 400 && message.Headers.Location is { } location)
        {
            response.Failure = new ApiException(response, Redirection(location));
            return null;
        }
        if (documented is not { HasBody: true } || response.RawBody.IsEmpty)
        {
            response.Failure = new ApiException(response);
            return null;
        }
        if (Unexpected(response, message) is { } unexpected)
        {
            response.Failure = new ApiException(response, Join(ErrorDetails.Advice(response.StatusCode), unexpected));
            return null;
        }
        var unreadable = JsonBody.Read(documented, response.RawBody.Span, out var error);
        response.ErrorBody = error;
        response.Failure = unreadable is null
            ? documented.Failure(response, error)
            : new ApiException(response, Join(ErrorDetails.Advice(response.StatusCode), unreadable.Detail), unreadable.Exception);
        return error;
    }

    private static string Join(string? first, string second) => first is null ? second : $"{first} {second}";

    private static string? Unexpected(ApiResponse response, HttpResponseMessage message)
    {
        if (response.RawBody.IsEmpty)
        {
            return "The API's description promises a JSON body, but the body is empty.";
        }
        // Without a content type, the description is believed.
        if (!message.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) || values.ToString() is not { Length: > 0 } type || JsonBody.IsJson(type))
        {
            return null;
        }
        var end = type.IndexOf(';');
        var name = ErrorDetails.Identifier((end < 0 ? type : type[..end]).Trim()) ?? "of another type";
        return $"The API's description promises a JSON body, but the body is {name}: a proxy, a login page or a wrong base address may have answered.";
    }

    // Scheme and host alone: paths and queries of redirects often hold secrets.
    private static string Redirection(Uri location)
    {
        var target = location.IsAbsoluteUri ? location.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "another path of the same host";
        return $"It redirects to {target}. Redirects are not followed, so that credentials stay where they belong: correct the base address.";
    }
}
