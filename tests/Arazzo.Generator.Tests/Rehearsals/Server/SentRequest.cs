using System.Collections.Immutable;
using System.Text;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>A request as it arrives.</summary>
internal sealed record SentRequest(string Method, Uri Uri, ImmutableSortedDictionary<string, string> Headers, byte[]? Body)
{
    public string? MediaType => Headers.GetValueOrDefault("Content-Type");

    public string BodyText => Body is null ? "" : Encoding.UTF8.GetString(Body);

    /// <summary>Pairs of the query as they are written.</summary>
    public IReadOnlyList<(string Name, string Value)> Query => field ??= [.. Pairs(Uri.Query.TrimStart('?'), '&')];

    public IReadOnlyList<(string Name, string Value)> Cookies => field ??= [.. Headers.GetValueOrDefault("Cookie", "").Split("; ").SelectMany(static cookie => Pairs(cookie, '\n'))];

    public static async Task<SentRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            headers[name] = string.Join(", ", values);
        }
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new SentRequest(request.Method.Method, request.RequestUri!, headers.ToImmutable(), body);
    }

    /// <summary>Everything that counts: two requests that print the same are the same.</summary>
    public override string ToString() => $"{Method} {Uri} {string.Join("; ", Headers.Where(static header => header.Key is not ("traceparent" or "Content-Type" or "Content-Length")))} {(MediaType?.StartsWith("multipart/", StringComparison.Ordinal) == true ? "multipart" : BodyText)}";

    private static IEnumerable<(string Name, string Value)> Pairs(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.IndexOf('=', StringComparison.Ordinal) is var sign and >= 0
            ? (Uri.UnescapeDataString(pair[..sign]), pair[(sign + 1)..])
            : (Uri.UnescapeDataString(pair), ""));
}
