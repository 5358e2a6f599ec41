using Arazzo.Generator.Model;
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
            var rank = JsonRank(entry.Name);
            if (rank < bestRank)
            {
                (best, bestRank) = (entry, rank);
            }
        }
        return best;
    }

    /// <summary>How near a media type is to plain JSON: 0 is <c>application/json</c>, the largest integer no JSON at all.</summary>
    public static int JsonRank(string name)
    {
        var type = Type(name);
        return type switch
        {
            _ when IsStream(name) => int.MaxValue,
            "application/json" => 0,
            "text/json" => 1,
            _ when type.EndsWith("+json", StringComparison.Ordinal) => 2,
            "application/*" or "*/*" => 3,
            _ => int.MaxValue,
        };
    }

    /// <summary>Whether values stand one after the other, each on a line: it goes by many names.</summary>
    public static bool IsJsonLines(string name) => Type(name) switch
    {
        "application/x-ndjson" or "application/ndjson" or "application/x-jsonlines" or "application/jsonlines" or "application/jsonl" or "application/x-jsonl"
            or "application/json-lines" or "text/x-ndjson" or "text/jsonl" or "application/json-seq" or "application/x-json-stream" or "application/stream+json" => true,
        _ when IsStream(name) => true,
        var type => type.EndsWith("+json-seq", StringComparison.Ordinal) || type.EndsWith("+jsonl", StringComparison.Ordinal) || type.EndsWith("+ndjson", StringComparison.Ordinal),
    };

    /// <summary>Whether it is what Kubernetes calls a watch: the changes of a list, as long as one cares for them.</summary>
    public static bool IsWatch(string name) => IsStream(name) && name.EndsWith("=watch", StringComparison.OrdinalIgnoreCase);

    /// <summary>How a body of a media type becomes bytes.</summary>
    /// <param name="name">The media type or range.</param>
    /// <param name="type">The type of its schema; null when it has none.</param>
    public static BodyKind Kind(string name, TypeReference? type)
    {
        var mediaType = Type(name);
        if (type is { Kind: TypeKind.Binary })
        {
            return BodyKind.Binary;
        }
        if (IsJsonLines(name))
        {
            return type is { Kind: TypeKind.String } ? BodyKind.Text : BodyKind.JsonLines;
        }
        return mediaType switch
        {
            // Of members alone: a string is the whole body as the caller writes it.
            "application/x-www-form-urlencoded" => type is { IsScalar: true } or { Kind: TypeKind.List } ? BodyKind.Text : BodyKind.Form,
            _ when mediaType.StartsWith("multipart/", StringComparison.Ordinal) => type is { IsScalar: true } ? BodyKind.Text : BodyKind.Multipart,
            _ when JsonRank(name) < 3 => BodyKind.Json,
            _ when IsXml(name) => type is { Kind: TypeKind.Object or TypeKind.List } ? BodyKind.Xml : BodyKind.Text,
            // A text with members is JSON under another name.
            "text/plain" when type is { Kind: TypeKind.Object } => BodyKind.Json,
            _ when mediaType.StartsWith("text/", StringComparison.Ordinal) => BodyKind.Text,
            _ when IsBinary(mediaType) || type is null => BodyKind.Binary,
            _ => type.Kind is TypeKind.String ? BodyKind.Text : BodyKind.Json,
        };
    }

    /// <summary>application/xml, text/xml and every type with the suffix +xml (RFC 7303).</summary>
    public static bool IsXml(string name) => Type(name) is var type && (type is "application/xml" or "text/xml" || type.EndsWith("+xml", StringComparison.Ordinal));

    /// <summary>What to send as <c>Content-Type</c> for JSON: a range is no media type.</summary>
    public static string ContentType(string name) => IsRange(name) ? "application/json" : name;

    /// <summary>Whether the name stands for several media types.</summary>
    public static bool IsRange(string name) => Type(name).IndexOf('*') >= 0;

    /// <summary>Type and subtype in small letters without parameters.</summary>
    public static string Type(string name) => (name.IndexOf(';') is var semicolon and >= 0 ? name.Substring(0, semicolon) : name).Trim().ToLowerInvariant();

    /// <summary>Whether it is two tokens with a slash between them, with parameters that a header can carry (RFC 9110, section 8.3.1).</summary>
    public static bool IsValid(string name)
    {
        var type = Type(name);
        var slash = type.IndexOf('/');
        return slash > 0 && slash < type.Length - 1
            && HttpToken.IsToken(type.Remove(slash, 1))
            && name.All(static character => character is >= ' ' and <= '~');
    }

    // JSON that is a sequence by its parameter: application/json;stream=watch.
    private static bool IsStream(string name) =>
        name.IndexOf(';') is var end and >= 0 && name.IndexOf("stream=", end, StringComparison.OrdinalIgnoreCase) is var start and > 0 && name[start - 1] is ';' or ' '
        && Type(name) is var type && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));

    private static bool IsBinary(string mediaType) =>
        mediaType is "application/octet-stream" or "application/pdf" or "application/zip" or "application/gzip" or "application/x-tar" or "application/x-binary"
        // JSON under these names would be a lie.
        || mediaType.IndexOf("protobuf", StringComparison.Ordinal) >= 0
        || mediaType.IndexOf("cbor", StringComparison.Ordinal) >= 0
        || mediaType.IndexOf("msgpack", StringComparison.Ordinal) >= 0
        || mediaType.IndexOf("avro", StringComparison.Ordinal) >= 0
        || mediaType.StartsWith("image/", StringComparison.Ordinal)
        || mediaType.StartsWith("audio/", StringComparison.Ordinal)
        || mediaType.StartsWith("video/", StringComparison.Ordinal)
        || mediaType.StartsWith("font/", StringComparison.Ordinal)
        || mediaType.StartsWith("model/", StringComparison.Ordinal);
}
