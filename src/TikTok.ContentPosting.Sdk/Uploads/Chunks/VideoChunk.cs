using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>A part of a video that one request sends.</summary>
/// <param name="First">The place of its first byte, from 0.</param>
/// <param name="Last">The place of its last byte.</param>
/// <param name="VideoSize">The size of the whole video in bytes.</param>
public readonly record struct VideoChunk(long First, long Last, long VideoSize)
{
    /// <summary>Its size in bytes.</summary>
    public long Length => Last - First + 1;

    /// <summary>Whether the video ends with it.</summary>
    public bool IsLast => Last == VideoSize - 1;

    /// <summary>What its <c>Content-Range</c> header says: <c>bytes FIRST-LAST/TOTAL</c>.</summary>
    /// <returns>The header's value.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{Last}/{VideoSize}");
}
