using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>WebM and Matroska (RFC 8794 and RFC 9559): elements in elements, in EBML.</summary>
internal sealed class MatroskaProbe(ProbeWindow window)
{
    private const int MostElements = 2000;
    private const uint EbmlHeader = 0x1A45DFA3, DocType = 0x4282;
    private const uint Segment = 0x18538067, Cluster = 0x1F43B675;
    private const uint Info = 0x1549A966, TimestampScale = 0x2AD7B1, Duration = 0x4489;
    private const uint Tracks = 0x1654AE6B, TrackEntry = 0xAE, TrackType = 0x83, CodecId = 0x86, DefaultDuration = 0x23E383;
    private const uint Video = 0xE0, PixelWidth = 0xB0, PixelHeight = 0xBA;
    private const ulong Picture = 1;

    private int _elements;
    private VideoDetails _details = new();
    private ulong _scale = 1_000_000;
    private double _duration;
    private Track _track;
    private bool _isOver;

    public async ValueTask<VideoDetails> ReadAsync(VideoDetails details, CancellationToken cancellationToken)
    {
        _details = details with { Container = VideoContainer.Matroska };
        await ReadElementsAsync(0, window.Length, depth: 0, cancellationToken).ConfigureAwait(false);
        var seconds = _duration * _scale / 1e9;
        return _details with
        {
            Duration = seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null,
            // The tracks come before the first cluster, or could not be looked at.
            IsPartial = _details.IsPartial || !_isOver,
        };
    }

    private async ValueTask ReadElementsAsync(long offset, long end, int depth, CancellationToken cancellationToken)
    {
        while (!_isOver && await NextAsync(offset, end, cancellationToken).ConfigureAwait(false) is { } element)
        {
            switch (element.Id)
            {
                case EbmlHeader or Segment or Info or Tracks or Video when depth < 4:
                    if (element is { Id: Segment, IsCutOff: true })
                    {
                        _details = _details with { IsCutOff = true };
                    }
                    _details = _details with { HasIndex = _details.HasIndex || element.Id == Tracks };
                    await ReadElementsAsync(element.Start, element.End, depth + 1, cancellationToken).ConfigureAwait(false);
                    break;
                case TrackEntry when depth < 4:
                    _track = default;
                    await ReadElementsAsync(element.Start, element.End, depth + 1, cancellationToken).ConfigureAwait(false);
                    TakeTrack();
                    break;
                case Cluster:
                    _isOver = true;
                    return;
                default:
                    await ReadValueAsync(element, cancellationToken).ConfigureAwait(false);
                    break;
            }
            offset = element.End;
        }
    }

    private void TakeTrack()
    {
        if (_track.Type == Picture && !_details.HasPicture)
        {
            _details = _details with
            {
                HasPicture = true,
                Codec = _track.Codec,
                Width = _track.Width is > 0 and <= int.MaxValue ? (int)_track.Width : null,
                Height = _track.Height is > 0 and <= int.MaxValue ? (int)_track.Height : null,
                FrameRate = _track.FrameNanoseconds > 0 ? 1e9 / _track.FrameNanoseconds : null,
            };
        }
    }

    private async ValueTask ReadValueAsync(Element element, CancellationToken cancellationToken)
    {
        if (element.Id is not (DocType or TimestampScale or Duration or TrackType or CodecId or DefaultDuration or PixelWidth or PixelHeight)
            || element.End - element.Start > 64
            || !await window.MoveAsync(element.Start, (int)(element.End - element.Start), cancellationToken).ConfigureAwait(false))
        {
            return;
        }
        switch (element.Id)
        {
            case DocType:
                _details = _details with { Container = Text(window.Span) == "webm" ? VideoContainer.WebM : VideoContainer.Matroska };
                break;
            case TimestampScale:
                _scale = Number(window.Span);
                break;
            case Duration:
                _duration = window.Span.Length switch
                {
                    4 => BinaryPrimitives.ReadSingleBigEndian(window.Span),
                    8 => BinaryPrimitives.ReadDoubleBigEndian(window.Span),
                    _ => 0,
                };
                break;
            case TrackType:
                _track.Type = Number(window.Span);
                break;
            case CodecId:
                _track.Codec = Text(window.Span);
                break;
            case DefaultDuration:
                _track.FrameNanoseconds = Number(window.Span);
                break;
            case PixelWidth:
                _track.Width = Number(window.Span);
                break;
            case PixelHeight:
                _track.Height = Number(window.Span);
                break;
        }
    }

    /// <summary>The element at a place, never larger than its parent; one of unknown size is as large as that.</summary>
    private async ValueTask<Element?> NextAsync(long offset, long end, CancellationToken cancellationToken)
    {
        if (++_elements > MostElements || await ReadVariableAsync(offset, end, 4, keepMarker: true, cancellationToken).ConfigureAwait(false) is not { } id)
        {
            return null;
        }
        if (await ReadVariableAsync(offset + id.Length, end, 8, keepMarker: false, cancellationToken).ConfigureAwait(false) is not { } size)
        {
            return null;
        }
        var start = offset + id.Length + size.Length;
        var isUnknown = size.Value == (1UL << (7 * size.Length)) - 1;
        var isCutOff = !isUnknown && size.Value > (ulong)(end - start);
        return new Element((uint)id.Value, start, isUnknown || isCutOff ? end : start + (long)size.Value, isCutOff);
    }

    /// <summary>A number whose first byte tells its length by its leading zeros.</summary>
    private async ValueTask<(ulong Value, int Length)?> ReadVariableAsync(long offset, long end, int longest, bool keepMarker, CancellationToken cancellationToken)
    {
        if (offset > end - 1 || !await window.MoveAsync(offset, 1, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        var length = BitOperations.LeadingZeroCount((uint)window.Span[0]) - 23;
        if (length > longest || offset > end - length || !await window.MoveAsync(offset, length, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        var value = Number(window.Span);
        return (keepMarker ? value : value & ((1UL << (7 * length)) - 1), length);
    }

    private static ulong Number(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (var part in bytes)
        {
            value = (value << 8) | part;
        }
        return value;
    }

    // Anything in a damaged file: nothing that could do harm where it is shown.
    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.ASCII.GetString(bytes).TrimEnd('\0');
        return text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.Length > 32 ? "?" : text;
    }

    private readonly record struct Element(uint Id, long Start, long End, bool IsCutOff);

    private struct Track
    {
        public ulong Type;
        public string? Codec;
        public ulong FrameNanoseconds;
        public ulong Width;
        public ulong Height;
    }
}
