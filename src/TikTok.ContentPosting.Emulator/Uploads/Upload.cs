using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The video that a post waits for, chunk by chunk and strictly in order.</summary>
internal sealed class Upload(ChunkPlan plan, DateTimeOffset openedAt)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _received;

    /// <summary>The credential in the upload URL.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    public long VideoSize => plan.VideoSize;

    public long Received
    {
        get
        {
            lock (_lock)
                return _received;
        }
    }

    /// <summary>The SHA-256 of the whole video in lowercase hexadecimal; null until it is there.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>How much has arrived, in TikTok's words.</summary>
    public string ContentRange => string.Create(CultureInfo.InvariantCulture, $"bytes 0-{Received}/{plan.VideoSize}");

    /// <summary>Looks at the headers of a chunk.</summary>
    /// <returns>A receipt for the chunk; or the HTTP status that refuses it.</returns>
    public (ChunkReceipt? Receipt, int Status) Begin(ReceivedRequest request, DateTimeOffset now)
    {
        var headers = request.Headers;
        if (now - openedAt >= Lifetime)
            return (null, 403);
        if (headers.GetValueOrDefault("Content-Type") is not ("video/mp4" or "video/quicktime" or "video/webm"))
            return (null, 400);
        // The URL is the credential. TikTok does not say what becomes of another one.
        if (headers.ContainsKey("Authorization"))
            return (null, 400);
        if (headers.GetValueOrDefault("Content-Range") is not { } text)
            return (null, 416);
        if (!ContentRangeHeaderValue.TryParse(text, out var range)
            || range is not { From: { } first, To: { } last, Length: { } total }
            || total != plan.VideoSize
            || headers.GetValueOrDefault("Content-Length") != (last - first + 1).ToString(CultureInfo.InvariantCulture))
            return (null, 400);
        lock (_lock)
        {
            if (first != _received || _received == plan.VideoSize)
                return (null, 416);
            return last + 1 == plan.EndOfChunk(first) ? (new ChunkReceipt(first, _hash.Clone()), 0) : (null, 400);
        }
    }

    /// <summary>Takes what has arrived of a chunk.</summary>
    /// <returns>The HTTP status: 206 and 201 took it, 416 did not, because another request was faster.</returns>
    public int Take(ChunkReceipt receipt)
    {
        lock (_lock)
        {
            if (receipt.First != _received)
                return 416;
            (_hash, var before) = (receipt.Hash.Clone(), _hash);
            before.Dispose();
            _received += receipt.Length;
            if (_received < plan.VideoSize)
                return 206;
            Sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash());
            return 201;
        }
    }
}
