using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a call sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiRequest
{
    // A field, since it is a struct that changes.
    internal UrlBuffer Url;

    private string? _text;

    private protected ApiRequest(ApiOperation operation) => Operation = operation;

    internal ApiOperation Operation { get; }

    internal List<KeyValuePair<string, string>>? Headers { get; private set; }

    internal string? Cookies { get; private set; }

    internal RequestBody? Body { get; private protected set; }

    /// <summary>How often the request has been sent.</summary>
    internal int Attempts { get; set; }

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

    private protected void AddQuery(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        StartQuery();
        Url.Append(Url.Written.Contains('?') ? "&" : "?");
        Url.AppendEscaped(name);
        Url.Append("=");
        Url.AppendEscaped(value);
    }

    private protected void AddHeader(string name, string value)
    {
        HeaderText.Check(name, value);
        (Headers ??= []).Add(new(name, value));
    }

    private protected void AddCookie(string name, string value)
    {
        var cookie = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
        Cookies = Cookies is null ? cookie : $"{Cookies}; {cookie}";
    }

    private protected void StartQuery()
    {
        if (Url.Length == 0 && _text is null)
        {
            Url.AppendPath(Operation.PathTemplate);
        }
    }
}
