using System.Buffers.Binary;
using System.Text;

namespace TikTok.ContentPosting.Tests.Uploads.Media;

/// <summary>Writes the headers of WebM and Matroska files: RFC 8794 and RFC 9559.</summary>
internal static class Matroska
{
    public static byte[] File(
        string type = "webm", double? seconds = 10, int width = 1080, int height = 1920, uint? frameNanoseconds = 33_333_333, string codec = "V_VP9", bool live = false, bool picture = true)
    {
        var info = Element(0x1549A966, Element(0x2AD7B1, Number(1_000_000)), seconds is { } known ? Element(0x4489, Float(known * 1000)) : []);
        var sound = Element(0xAE, Element(0x83, [2]), Element(0x86, Encoding.ASCII.GetBytes("A_OPUS")));
        var video = Element(
            0xAE,
            Element(0x83, [1]),
            Element(0x86, Encoding.ASCII.GetBytes(codec)),
            frameNanoseconds is { } frame ? Element(0x23E383, Number(frame)) : [],
            Element(0xE0, Element(0xB0, Number((uint)width)), Element(0xBA, Number((uint)height))));
        var tracks = Element(0x1654AE6B, sound, picture ? video : []);
        var cluster = Element(0x1F43B675, new byte[2000]);
        var header = Element(0x1A45DFA3, Element(0x4282, Encoding.ASCII.GetBytes(type)));
        // A recorder that does not know how long it will be says that the size is not known: all ones.
        return live
            ? [.. header, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. info, .. tracks, .. cluster]
            : [.. header, .. Element(0x18538067, info, tracks, cluster)];
    }

    public static byte[] Element(uint id, params byte[][] parts)
    {
        byte[] content = [.. parts.SelectMany(static part => part)];
        byte[] name = [.. Number(id).SkipWhile(static part => part == 0)];
        return [.. name, 0x10, .. Number((uint)content.Length)[1..], .. content];
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Float(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return bytes;
    }
}
