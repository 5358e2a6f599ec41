using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a call sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ApiRequest
{
    // A field, since it is a struct that changes.
    internal UrlBuffer Url;

    private string? _text;

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
}
