using System.Buffers.Binary;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>ISO base media files (ISO/IEC 14496-12: MP4) and QuickTime, which they come from: boxes in boxes.</summary>
internal sealed class IsoMediaProbe(ProbeWindow window)
{
    // Over and above the reads: a file of empty boxes has 500 in each of them.
    private const int MostBoxes = 2000;

    private int _boxes;
    private Track _track;

    public async ValueTask<VideoDetails> ReadAsync(VideoDetails details, CancellationToken cancellationToken)
    {
        long offset = 0;
        while (await NextAsync(offset, window.Length, cancellationToken).ConfigureAwait(false) is { } box)
        {
            if (details.Container == VideoContainer.Unknown && Kind(box) is var kind)
            {
                if (kind == VideoContainer.Unknown)
                {
                    return details;
                }
                details = details with { Container = kind };
            }
            if (box is { IsCutOff: true, Type: "moov" or "moof" or "mdat" })
            {
                details = details with { IsCutOff = true };
            }
            if (box.Type == "moov" && !details.HasIndex)
            {
                details = await ReadMovieAsync(box, details with { HasIndex = true }, cancellationToken).ConfigureAwait(false);
            }
            offset = box.End;
        }
        // The index may follow where a stream cannot be looked at yet, or after more boxes than anybody needs.
        return details with { IsPartial = details.IsPartial || offset < window.Length };
    }

    // QuickTime files of old have no type box.
    private static VideoContainer Kind(Box box) => box.Type switch
    {
        "ftyp" => box.Brand == "qt  " ? VideoContainer.QuickTime : VideoContainer.Mp4,
        "moov" or "mdat" or "wide" or "free" or "skip" or "pnot" => VideoContainer.QuickTime,
        _ => VideoContainer.Unknown,
    };

    private async ValueTask<VideoDetails> ReadMovieAsync(Box movie, VideoDetails details, CancellationToken cancellationToken)
    {
        var isWhole = movie.End <= window.Reach;
        Fraction? length = null;
        for (var offset = movie.Start; await NextAsync(offset, movie.End, cancellationToken).ConfigureAwait(false) is { } box; offset = box.End)
        {
            switch (box.Type)
            {
                case "mvhd":
                    length = await ReadLengthAsync(box, cancellationToken).ConfigureAwait(false);
                    break;
                case "trak" when !details.HasPicture:
                    _track = default;
                    await ReadTrackAsync(box, depth: 0, cancellationToken).ConfigureAwait(false);
                    if (_track.IsPicture)
                    {
                        details = details with
                        {
                            HasPicture = true,
                            Width = _track.Width,
                            Height = _track.Height,
                            Codec = _track.Codec,
                            FrameRate = _track is { Samples: > 0, Length: { Numerator: > 0 } own } ? _track.Samples / own.Value : null,
                        };
                    }
                    break;
                case "mvex":
                    // Fragments bring their own samples, and the movie's length may stand here alone.
                    details = details with { FrameRate = null };
                    for (var inner = box.Start; await NextAsync(inner, box.End, cancellationToken).ConfigureAwait(false) is { } extension; inner = extension.End)
                    {
                        if (extension.Type == "mehd" && length is { } scale)
                        {
                            length = scale with { Numerator = await ReadNumberAsync(extension, 4, 4, cancellationToken).ConfigureAwait(false) };
                        }
                    }
                    break;
            }
        }
        return details with
        {
            Duration = length is { Numerator: > 0 } total && total.Value < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(total.Value) : null,
            // Tracks may follow in what cannot be looked at yet.
            HasPicture = details.HasPicture || !isWhole,
        };
    }

    private async ValueTask ReadTrackAsync(Box parent, int depth, CancellationToken cancellationToken)
    {
        for (var offset = parent.Start; await NextAsync(offset, parent.End, cancellationToken).ConfigureAwait(false) is { } box; offset = box.End)
        {
            switch (box.Type)
            {
                case "mdia" or "minf" or "stbl" when depth < 3:
                    await ReadTrackAsync(box, depth + 1, cancellationToken).ConfigureAwait(false);
                    break;
                case "mdhd":
                    _track.Length = await ReadLengthAsync(box, cancellationToken).ConfigureAwait(false);
                    break;
                case "hdlr" when depth == 1 && await window.MoveAsync(box.Start + 8, 4, cancellationToken).ConfigureAwait(false):
                    _track.IsPicture = Text(window.Span) == "vide";
                    break;
                case "stsz" or "stz2" when await window.MoveAsync(box.Start, 12, cancellationToken).ConfigureAwait(false):
                    _track.Samples = BinaryPrimitives.ReadUInt32BigEndian(window.Span[8..]);
                    break;
                // The first sample entry: its size and type, then what all of pictures begin with.
                case "stsd" when await window.MoveAsync(box.Start + 8, 36, cancellationToken).ConfigureAwait(false):
                    _track.Codec = Text(window.Span[4..8]);
                    _track.Width = BinaryPrimitives.ReadUInt16BigEndian(window.Span[32..]);
                    _track.Height = BinaryPrimitives.ReadUInt16BigEndian(window.Span[34..]);
                    break;
            }
        }
    }

    /// <summary>A time scale and a duration, of 32 or 64 bits by the box's version.</summary>
    private async ValueTask<Fraction?> ReadLengthAsync(Box box, CancellationToken cancellationToken)
    {
        if (!await window.MoveAsync(box.Start, 4, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        var isLong = window.Span[0] == 1;
        if (!await window.MoveAsync(box.Start + (isLong ? 20 : 12), 4, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        var scale = BinaryPrimitives.ReadUInt32BigEndian(window.Span);
        return scale == 0 ? null : new Fraction(await ReadNumberAsync(box, isLong ? 24 : 16, isLong ? 24 : 16, cancellationToken).ConfigureAwait(false), scale);
    }

    /// <summary>A number of 32 or 64 bits by the box's version; 0 for all ones, which stand for "not known".</summary>
    private async ValueTask<ulong> ReadNumberAsync(Box box, int place, int longPlace, CancellationToken cancellationToken)
    {
        if (!await window.MoveAsync(box.Start, 4, cancellationToken).ConfigureAwait(false))
        {
            return 0;
        }
        if (window.Span[0] == 1)
        {
            return await window.MoveAsync(box.Start + longPlace, 8, cancellationToken).ConfigureAwait(false)
                && BinaryPrimitives.ReadUInt64BigEndian(window.Span) is not ulong.MaxValue and var number ? number : 0;
        }
        return await window.MoveAsync(box.Start + place, 4, cancellationToken).ConfigureAwait(false)
            && BinaryPrimitives.ReadUInt32BigEndian(window.Span) is not uint.MaxValue and var small ? small : 0;
    }

    /// <summary>The box at a place, whose size is never more than its parent's.</summary>
    private async ValueTask<Box?> NextAsync(long offset, long end, CancellationToken cancellationToken)
    {
        if (++_boxes > MostBoxes || offset > end - 8 || !await window.MoveAsync(offset, 8, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        long header = 8;
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(window.Span);
        var type = Text(window.Span[4..8]);
        if (size == 1)
        {
            header = 16;
            if (!await window.MoveAsync(offset + 8, 8, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
            size = BinaryPrimitives.ReadUInt64BigEndian(window.Span);
        }
        else if (size == 0)
        {
            size = (ulong)(end - offset);
        }
        if (size < (ulong)header)
        {
            return null;
        }
        var isCutOff = size > (ulong)(end - offset);
        var brand = type == "ftyp" && await window.MoveAsync(offset + header, 4, cancellationToken).ConfigureAwait(false) ? Text(window.Span) : null;
        return new Box(type, brand, offset + header, isCutOff ? end : offset + (long)size, isCutOff);
    }

    // Types are four letters, and anything in a damaged file: nothing that could do harm where it is shown.
    private static string Text(ReadOnlySpan<byte> type)
    {
        Span<byte> safe = stackalloc byte[4];
        for (var index = 0; index < 4; index++)
        {
            safe[index] = type[index] is >= 0x20 and < 0x7F ? type[index] : (byte)'?';
        }
        return Encoding.ASCII.GetString(safe);
    }

    private readonly record struct Box(string Type, string? Brand, long Start, long End, bool IsCutOff);

    private readonly record struct Fraction(ulong Numerator, uint Denominator)
    {
        public double Value => (double)Numerator / Denominator;
    }

    private struct Track
    {
        public bool IsPicture;
        public int? Width;
        public int? Height;
        public string? Codec;
        public uint Samples;
        public Fraction? Length;
    }
}
