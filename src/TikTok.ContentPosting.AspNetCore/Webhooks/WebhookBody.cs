using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Reads a request's body as it came, up to a limit.</summary>
internal static class WebhookBody
{
    /// <returns>The bytes; null when there are more than the limit.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (Take(reader, result, limit) is { } end)
            {
                return end.Length > limit ? null : end;
            }
        }
    }

    /// <summary>The whole body, one byte more than the limit when it is longer, or null when there is more to come.</summary>
    private static byte[]? Take(PipeReader reader, ReadResult result, int limit)
    {
        var buffer = result.Buffer;
        if (buffer.Length <= limit && !result.IsCompleted)
        {
            reader.AdvanceTo(buffer.Start, buffer.End);
            return null;
        }
        var body = buffer.Slice(0, Math.Min(buffer.Length, limit + 1L)).ToArray();
        reader.AdvanceTo(buffer.End);
        return body;
    }
}
