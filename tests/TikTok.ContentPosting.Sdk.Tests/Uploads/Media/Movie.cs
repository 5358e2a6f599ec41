using System.Buffers.Binary;
using System.Text;

namespace TikTok.ContentPosting.Tests.Uploads.Media;

/// <summary>Writes the headers of MP4 and QuickTime files: ISO/IEC 14496-12.</summary>
internal static class Movie
{
    /// <summary>A file with one track of pictures, its index first.</summary>
    public static byte[] Mp4(
        double seconds = 10, int width = 1080, int height = 1920, double framesPerSecond = 30, string codec = "avc1", string brand = "isom", bool indexLast = false, bool wide = false, int media = 2000)
    {
        var index = Box("moov", Header("mvhd", wide, 1000, seconds), Sound(seconds), Picture(seconds, width, height, framesPerSecond, codec, wide));
        var type = Box("ftyp", Ascii(brand), new byte[4]);
        var data = Box("mdat", new byte[media]);
        return indexLast ? [.. type, .. data, .. index] : [.. type, .. index, .. data];
    }

    /// <summary>A fragmented file, as recorders in browsers write them: the index has no samples.</summary>
    public static byte[] Fragmented(double seconds)
    {
        var extends = Box("mvex", Box("mehd", [0, 0, 0, 0], Number((uint)(seconds * 1000))), Box("trex", new byte[24]));
        return [.. Box("ftyp", Ascii("iso5"), new byte[4]), .. Box("moov", Header("mvhd", false, 1000, 0), Picture(0, 720, 1280, 0, "avc1", false), extends), .. Box("moof", new byte[64]), .. Box("mdat", new byte[500])];
    }

    public static byte[] Box(string type, params byte[][] parts)
    {
        byte[] content = [.. parts.SelectMany(static part => part)];
        return [.. Number((uint)content.Length + 8), .. Ascii(type), .. content];
    }

    public static byte[] Picture(double seconds, int width, int height, double framesPerSecond, string codec, bool wide) => Box(
        "trak",
        Box("tkhd", new byte[84]),
        Box(
            "mdia",
            Header("mdhd", wide, 90_000, seconds),
            Handler("vide"),
            Box(
                "minf",
                Box(
                    "stbl",
                    Box("stsd", new byte[4], Number(1), Box(codec, new byte[24], Short(width), Short(height), new byte[50])),
                    Box("stsz", new byte[8], Number((uint)Math.Round(seconds * framesPerSecond)))))));

    public static byte[] Sound(double seconds) => Box(
        "trak", Box("mdia", Header("mdhd", false, 48_000, seconds), Handler("soun"), Box("minf", Box("stbl", Box("stsd", new byte[4], Number(1), Box("mp4a", new byte[40])), Box("stsz", new byte[8], Number(9))))));

    private static byte[] Handler(string kind) => Box("hdlr", new byte[8], Ascii(kind), new byte[13]);

    private static byte[] Header(string type, bool wide, uint scale, double seconds)
    {
        var duration = (ulong)(seconds * scale);
        return wide
            ? Box(type, [1, 0, 0, 0], new byte[16], Number(scale), [.. Number((uint)(duration >> 32)), .. Number((uint)duration)], new byte[4])
            : Box(type, new byte[12], Number(scale), Number((uint)duration), new byte[4]);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];
}
