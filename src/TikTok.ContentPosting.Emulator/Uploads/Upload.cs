using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The video that a post waits for, chunk by chunk and strictly in order.</summary>
internal sealed class Upload(ChunkPlan plan, DateTimeOffset openedAt)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The credential in the upload URL.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    public long Received { get; private set; }

    /// <summary>The SHA-256 of the whole video in lowercase hexadecimal; null until it is there.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>How much has arrived, in TikTok's words.</summary>
    public string ContentRange => string.Create(CultureInfo.InvariantCulture, $"bytes 0-{Received}/{plan.VideoSize}");

    /// <summary>Takes a chunk.</summary>
    /// <returns>The HTTP status: 206 and 201 took it, the others did not.</returns>
    public int Take(ReceivedRequest request, ReadOnlyMemory<byte> chunk, DateTimeOffset now)
    {
        if (now - openedAt >= Lifetime)
            return 403;
        if (request.Headers.GetValueOrDefault("Content-Type") is not ("video/mp4" or "video/quicktime" or "video/webm"))
            return 400;
        if (request.Headers.GetValueOrDefault("Content-Range") is not { } text)
            return 416;
        if (!ContentRangeHeaderValue.TryParse(text, out var range)
            || range is not { From: { } first, To: { } last, Length: { } total }
            || total != plan.VideoSize
            || chunk.Length != last - first + 1)
            return 400;
        if (first != Received || Received == plan.VideoSize)
            return 416;
        if (last + 1 != plan.EndOfChunk(first))
            return 400;

        _hash.AppendData(chunk.Span);
        Received += chunk.Length;
        if (Received < plan.VideoSize)
            return 206;
        Sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset());
        return 201;
    }
}
