using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An operation of the API's description.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ApiOperation
{
    private readonly ResponseCase[] _responses;

    internal ApiOperation(string id, HttpMethod method, string pathTemplate, bool isRepeatable, SecurityRequirement[] security, ResponseCase[] responses)
    {
        Id = id;
        Method = method;
        PathTemplate = pathTemplate;
        IsRepeatable = isRepeatable;
        Security = security;
        _responses = responses;
        Accept = AcceptHeader.Of(responses);
        HasStreams = Array.Exists(responses, static response => response.IsStreamed(null));
    }

    /// <summary>The operationId.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path as the description writes it, with its variables in braces.</summary>
    public string PathTemplate { get; }

    /// <summary>Whether the operation may be called again when its answer was lost.</summary>
    public bool IsRepeatable { get; }

    /// <summary>The security alternatives, the preferred one first; empty when no credentials are needed.</summary>
    public IReadOnlyList<SecurityRequirement> Security { get; }

    /// <summary>The server of the operation's own, absolute or relative to the base address; null: that of the API.</summary>
    public string? Server { get; init; }

    /// <summary>The name of the operation's span: low in cardinality, as OpenTelemetry asks.</summary>
    internal string SpanName => field ??= $"{Method.Method} {PathTemplate}";

    /// <summary>The media types that can be read; null when no answer has a body.</summary>
    internal string? Accept { get; }

    /// <summary>Whether it has security alternatives.</summary>
    internal bool NeedsCredentials => Security.Count > 0;

    /// <summary>Whether there is a body that is handed out as it comes.</summary>
    internal bool HasStreams { get; }

    /// <summary>The documented answer for a status: the exact one, else its range, else the default (OpenAPI, Responses Object).</summary>
    internal ResponseCase? FindResponse(int status)
    {
        ResponseCase? range = null, fallback = null;
        foreach (var response in _responses)
        {
            if (response.Status == status)
            {
                return response;
            }
            if (response.Status == status / 100)
            {
                range ??= response;
            }
            else if (response.Status == 0)
            {
                fallback ??= response;
            }
        }
        return range ?? fallback;
    }
}
