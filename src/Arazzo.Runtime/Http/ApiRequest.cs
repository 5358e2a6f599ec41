using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a call sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ApiRequest
{
    // A field, since it is a struct that changes.
    internal UrlBuffer Url;

    private string? _text;
    private bool _isSent;

    private protected ApiRequest(ApiOperation operation, ApiPipeline pipeline)
    {
        Operation = operation;
        Pipeline = pipeline;
    }

    internal ApiOperation Operation { get; }

    /// <summary>Where values are written as JSON before they are taken apart.</summary>
    internal JsonScratch.Pool Scratch => Pipeline.Scratch;

    private protected ApiPipeline Pipeline { get; }

    internal List<KeyValuePair<string, string>>? Headers { get; private set; }

    internal string? Cookies { get; private set; }

    internal RequestBody? Body { get; private protected set; }

    /// <summary>Whether a body that could be handed out as it comes is read whole all the same.</summary>
    internal bool IsBuffered { get; set; }

    /// <summary>How often the request has been sent.</summary>
    internal int Attempts { get; set; }

    /// <summary>Whether path or query have been written, which else are those of the operation.</summary>
    internal bool HasUrl => Url.Length > 0 || _text is not null;

    /// <summary>Makes the answer, with a body of the operation's own type.</summary>
    internal abstract ApiResponse CreateResponse(int statusCode = 0, ResponseHeaders headers = default, ReadOnlyMemory<byte> rawBody = default, TimeSpan? retryAfter = null);

    internal void StartPath()
    {
        if (Url.Length > 0)
        {
            throw new InvalidOperationException("The path comes before the query, and once.");
        }
    }

    /// <summary>Path and query; the same text for every attempt.</summary>
    internal string TakeUrl(string baseAddress)
    {
        StartQuery();
        return _text ??= Url.TakeText(baseAddress);
    }

    /// <summary>Sends the request. Failures come back in the answer.</summary>
    internal ValueTask<ApiResponse> StartAsync(RequestOptions? options, BodyUse use, CancellationToken cancellationToken)
    {
        if (_isSent)
        {
            throw new InvalidOperationException("The request has been sent already: build another one.");
        }
        _isSent = true;
        return new ApiCall(Pipeline, this, options, use).SendAsync(cancellationToken);
    }
}
