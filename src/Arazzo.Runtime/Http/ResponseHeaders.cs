using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Arazzo.Runtime;

/// <summary>The headers of an answer, those of its body included. Names are compared without case.</summary>
public readonly struct ResponseHeaders
{
    private readonly HttpHeaders? _headers;
    private readonly HttpHeaders? _contentHeaders;

    internal ResponseHeaders(HttpResponseMessage message)
    {
        _headers = message.Headers;
        _contentHeaders = message.Content.Headers;
    }

    /// <summary>A header's value; several are joined by a comma. Null when the header is not there.</summary>
    /// <param name="name">The header's name.</param>
    public string? this[string name] => TryGetValue(name, out var value) ? value : null;

    /// <summary>Finds a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; several are joined by a comma.</param>
    /// <returns>Whether the header is there.</returns>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Find(_headers, name, out var values) || Find(_contentHeaders, name, out values))
        {
            value = values.Count == 1 ? values.ToString() : string.Join(", ", values.AsEnumerable());
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>All values of a header, one for each time that it was sent.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The values; empty when the header is not there.</returns>
    public IEnumerable<string> GetValues(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Find(_headers, name, out var values) || Find(_contentHeaders, name, out values) ? values : [];
    }

    /// <summary>The file name that <c>Content-Disposition</c> suggests (RFC 6266), without directories; null when there is none.</summary>
    public string? FileName
    {
        get
        {
            if (!TryGetValue("Content-Disposition", out var text) || !ContentDispositionHeaderValue.TryParse(text, out var disposition))
            {
                return null;
            }
            var name = (disposition.FileNameStar ?? disposition.FileName)?.Trim('"') ?? "";
            name = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
            return name is "" or "." or ".." ? null : name;
        }
    }

    // Unparsed: reading costs nothing, and a malformed value is still a value.
    private static bool Find(HttpHeaders? headers, string name, out HeaderStringValues values)
    {
        values = default;
        return headers is not null && headers.NonValidated.TryGetValues(name, out values);
    }
}
