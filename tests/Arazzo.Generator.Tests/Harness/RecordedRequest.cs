using System.Collections.Immutable;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>A request as it would have been sent.</summary>
/// <param name="Headers">Those of the request and of its content; names without regard to case.</param>
/// <param name="Body">Its text; null when it has none.</param>
public sealed record RecordedRequest(string Method, Uri Uri, ImmutableSortedDictionary<string, string> Headers, string? Body)
{
    internal static async Task<RecordedRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            headers[name] = string.Join(", ", values);
        }
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new RecordedRequest(request.Method.Method, request.RequestUri!, headers.ToImmutable(), body);
    }
}
