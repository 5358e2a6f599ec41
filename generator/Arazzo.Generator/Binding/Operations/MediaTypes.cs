using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Media types and ranges of <c>content</c>.</summary>
internal static class MediaTypes
{
    /// <summary>The entry that is JSON: <c>application/json</c>, then any with the suffix <c>+json</c> (RFC 6839), then one that allows anything.</summary>
    public static OpenApiEntry<OpenApiMediaType>? Json(OpenApiMap<OpenApiMediaType> content)
    {
        OpenApiEntry<OpenApiMediaType>? best = null;
        var bestRank = int.MaxValue;
        foreach (var entry in content)
        {
            var rank = Rank(entry.Name);
            if (rank < bestRank)
            {
                (best, bestRank) = (entry, rank);
            }
        }
        return best;
    }

    /// <summary>What to send as <c>Content-Type</c>: a range is no media type.</summary>
    public static string ContentType(string name) => Type(name).IndexOf('*') >= 0 ? "application/json" : name;

    private static int Rank(string name)
    {
        var type = Type(name);
        return type switch
        {
            "application/json" => 0,
            "text/json" => 1,
            _ when type.EndsWith("+json", StringComparison.Ordinal) => 2,
            "application/*" or "*/*" => 3,
            _ => int.MaxValue,
        };
    }

    /// <summary>Type and subtype without parameters.</summary>
    private static string Type(string name) => (name.IndexOf(';') is var semicolon and >= 0 ? name.Substring(0, semicolon) : name).Trim().ToLowerInvariant();
}
