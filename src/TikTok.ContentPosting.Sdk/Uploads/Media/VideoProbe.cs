using System.Buffers.Binary;

namespace TikTok.ContentPosting;

/// <summary>Reads what the headers of a video say. They are anybody's: nothing that they say is believed beyond the file's end, and the number of reads is bounded.</summary>
internal static class VideoProbe
{
    private const uint Ebml = 0x1A45DFA3;

    /// <exception cref="IOException">The video cannot be read.</exception>
    public static async ValueTask<VideoDetails> ReadAsync(VideoBytes bytes, CancellationToken cancellationToken)
    {
        var details = new VideoDetails { Length = bytes.Length, IsPartial = bytes.Reach < bytes.Length };
        var window = new ProbeWindow(bytes);
        if (!await window.MoveAsync(0, 12, cancellationToken).ConfigureAwait(false))
        {
            return details;
        }
        return BinaryPrimitives.ReadUInt32BigEndian(window.Span) == Ebml
            ? await new MatroskaProbe(window).ReadAsync(details, cancellationToken).ConfigureAwait(false)
            : await new IsoMediaProbe(window).ReadAsync(details, cancellationToken).ConfigureAwait(false);
    }
}
