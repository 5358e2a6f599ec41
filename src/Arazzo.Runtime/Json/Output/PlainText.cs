using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Encodings.Web;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Copies text that needs no escapes, sixteen characters at a time.</summary>
internal readonly struct PlainText
{
    // A bit for each character of ASCII that stands in JSON as it is: its number's low half says which byte, the high half which bit.
    private readonly Vector128<byte> _rows;

    public PlainText(JavaScriptEncoder encoder)
    {
        Span<byte> rows = stackalloc byte[Vector128<byte>.Count];
        rows.Clear();
        for (var character = 0; character < 0x80; character++)
        {
            rows[character & 0xF] |= (byte)(encoder.WillEncode(character) ? 0 : 1 << (character >> 4));
        }
        _rows = Vector128.Create<byte>(rows);
    }

    // No bit for what is not ASCII.
    private static Vector128<byte> Bits => Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Whether a character stands in JSON as it is.</summary>
    public bool Has(char character) => character < 0x80 && (_rows[character & 0xF] >> (character >> 4) & 1) != 0;

    /// <summary>Copies the beginning of a text, as far as it is plain, or nearly so far.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Where it goes to, which has room for all of it.</param>
    /// <returns>The number of characters that are copied.</returns>
    public int CopyTo(ReadOnlySpan<char> text, Span<byte> destination)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var to = ref MemoryMarshal.GetReference(destination[..text.Length]);
        // The blocks at both ends overlap where the text is no multiple of their length.
        switch (text.Length)
        {
            case >= 16:
                for (var at = 0; ; at = Math.Min(at + 16, text.Length - 16))
                {
                    var block = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref from, (nuint)at), Vector128.LoadUnsafe(ref from, (nuint)at + 8));
                    if (!IsPlain(block))
                    {
                        return at;
                    }
                    block.StoreUnsafe(ref to, (nuint)at);
                    if (at == text.Length - 16)
                    {
                        return text.Length;
                    }
                }
            case >= 8:
                var eights = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, (nuint)text.Length - 8));
                if (!IsPlain(eights))
                {
                    return 0;
                }
                Unsafe.WriteUnaligned(ref to, eights.AsUInt64().ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, text.Length - 8), eights.AsUInt64().GetElement(1));
                return text.Length;
            case >= 4:
                var characters = Vector128.Create(Four(ref from), Four(ref Unsafe.Add(ref from, text.Length - 4))).AsUInt16();
                var fours = Vector128.NarrowWithSaturation(characters, characters);
                if (!IsPlain(fours))
                {
                    return 0;
                }
                Unsafe.WriteUnaligned(ref to, fours.AsUInt32().ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, text.Length - 4), fours.AsUInt32().GetElement(1));
                return text.Length;
            default:
                for (var at = 0; at < text.Length; at++)
                {
                    if (!Has(text[at]))
                    {
                        return at;
                    }
                    destination[at] = (byte)text[at];
                }
                return text.Length;
        }
    }

    private static ulong Four(ref ushort characters) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref characters));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPlain(Vector128<byte> characters)
    {
        var plain = Vector128.ShuffleNative(_rows, characters & Vector128.Create((byte)0xF)) & Vector128.ShuffleNative(Bits, characters >> 4);
        return !Vector128.EqualsAny(plain, Vector128<byte>.Zero);
    }
}
