using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Turns what Kestrel has into what tests read.</summary>
internal static class RequestReader
{
    public static ReceivedRequest Describe(HttpRequest request, EmulatorOperation? operation, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
            headers[name] = values.ToString();
        return new ReceivedRequest(operation, request.Method, request.Path + request.QueryString, headers, body, receivedAt);
    }

    /// <summary>Reads so many bytes, or up to the end, and forgets them.</summary>
    public static async Task SkipAsync(HttpRequest request, long bytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkReading.BlockBytes);
        try
        {
            int count;
            for (var left = bytes; left > 0; left -= count)
            {
                count = await request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
