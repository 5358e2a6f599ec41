using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Says what can be read (RFC 9110, section 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>The media types of the successes in their order, then those that errors alone have, then what JSON may be called besides.</summary>
    public static string? Of(ResponseCase[] responses)
    {
        var header = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var response in responses)
        {
            Add(response.IsError ? null : Name(response), "");
        }
        foreach (var response in responses)
        {
            Add(response.IsError ? Name(response) : null, ";q=0.9");
        }
        foreach (var response in responses)
        {
            Add(response.IsError ? null : response.MediaType, ";q=0.8");
        }
        return header.Length == 0 ? null : header.ToString();

        void Add(string? name, string quality)
        {
            if (name is not null && seen.Add(name))
            {
                header.Append(header.Length > 0 ? ", " : "").Append(name).Append(quality);
            }
        }
    }

    // A server that may send anything shall send JSON where JSON is expected.
    private static string? Name(ResponseCase response) =>
        response is { IsJson: true, MediaType: { } mediaType } && mediaType.Contains('*', StringComparison.Ordinal) ? "application/json" : response.MediaType;
}
