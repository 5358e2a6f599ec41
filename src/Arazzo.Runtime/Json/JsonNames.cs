using System.Buffers.Binary;
using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// The names of a type's properties, or the values of an enum: found in JSON by their UTF-8, without a string, and written without being encoded again.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    private const int LongestOnStack = 256;
    private const int BitsOfWord = 64;

    private readonly string[] _names;
    private readonly byte[][] _utf8;
    // Open addressing: an index plus one, or 0 for a free slot. At least twice as many slots as names, a power of 2.
    private readonly int[] _slots;
    private readonly int _longest;
    private readonly string? _type;
    private readonly ulong[]? _required;

    /// <summary>Encodes the names of properties, once in a type's life.</summary>
    /// <param name="type">The schema's C# name.</param>
    /// <param name="required">A bit for each property that must be there.</param>
    /// <param name="names">The names, distinct, in the order in which they are likely to come.</param>
    public JsonNames(string type, ulong required, params string[] names)
        : this(type, [required], names)
    {
    }

    /// <summary>Encodes the names of properties, once in a type's life.</summary>
    /// <param name="type">The schema's C# name.</param>
    /// <param name="required">A bit for each property that must be there, in words of 64.</param>
    /// <param name="names">The names, distinct, in the order in which they are likely to come.</param>
    public JsonNames(string type, ulong[] required, params string[] names)
        : this(names) => (_type, _required) = (type, required);

    /// <summary>Encodes the names, once in a type's life.</summary>
    /// <param name="names">The names, distinct, in the order in which they are likely to come.</param>
    public JsonNames(params string[] names)
    {
        _names = names;
        _utf8 = new byte[names.Length][];
        Json = new byte[names.Length][];
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)(names.Length * 2) | 1)];
        for (var index = 0; index < names.Length; index++)
        {
            var utf8 = Encoding.UTF8.GetBytes(names[index]);
            _utf8[index] = utf8;
            Json[index] = [(byte)'"', .. JsonEncodedText.Encode(utf8).EncodedUtf8Bytes, (byte)'"', (byte)':'];
            _longest = Math.Max(_longest, utf8.Length);
            var slot = Hash(utf8) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }
            _slots[slot] = index + 1;
        }
    }

    /// <summary>How many there are.</summary>
    internal int Count => _names.Length;

    /// <summary>The names as a writer takes them.</summary>
    internal byte[][] Json { get; }

    /// <summary>Moves to the next property's value; when none of the names is the property's, stays on the property's name.</summary>
    /// <param name="json">The reader, on the start of the object or on the last token of the value before.</param>
    /// <param name="index">The place of the property's name in the list, negative when it is not there. At first -1.</param>
    /// <param name="isNull">Whether the value of one that is there is null.</param>
    /// <returns>False at the end of the object.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Next(ref Utf8JsonReader json, ref int index, out bool isNull)
    {
        isNull = false;
        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }
        // Properties come in the order of the document more often than not. A name that is not ours keeps the place: see below.
        var expected = index < 0 ? ~index : index + 1;
        if ((uint)expected < (uint)_utf8.Length && !json.ValueIsEscaped && !json.HasValueSequence && json.ValueSpan.SequenceEqual(_utf8[expected]))
        {
            index = expected;
        }
        else
        {
            index = Find(ref json);
            if (index < 0)
            {
                index = ~expected;
                return true;
            }
        }
        json.Read();
        isNull = json.TokenType == JsonTokenType.Null;
        return true;
    }

    /// <summary>Finds the string or property name that the reader stands on.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>Its place in the list, or -1.</returns>
    public int Find(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped && !json.HasValueSequence)
        {
            return Find(json.ValueSpan);
        }
        // Escapes are never shorter than what they stand for, and at most six times as long.
        var length = json.HasValueSequence ? json.ValueSequence.Length : json.ValueSpan.Length;
        if (length > _longest * 6L)
        {
            return -1;
        }
        Span<byte> text = length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[length];
        return Find(text[..json.CopyString(text)]);
    }

    /// <summary>The text of an open enum as it is kept: the empty one is that of the default value.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The text; null for the empty one.</returns>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static string? Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? null : value;
    }

    /// <summary>Whether a text is one of the list.</summary>
    /// <param name="name">The text.</param>
    /// <returns>Whether it is there.</returns>
    public bool Contains(string name) => Array.IndexOf(_names, name) >= 0;

    /// <summary>Reads a string: the one of the list when it is there, so that a known value costs nothing.</summary>
    /// <param name="json">The reader, on a string.</param>
    /// <returns>The string.</returns>
    /// <exception cref="JsonException">There is no string.</exception>
    public string ReadString(ref Utf8JsonReader json)
    {
        var index = json.TokenType == JsonTokenType.String ? Find(ref json) : -1;
        return index < 0 ? StringCodec.ReadJson(ref json) : _names[index];
    }

    /// <summary>Checks that an object has what it must have.</summary>
    /// <param name="seen">A bit for each of the first 64 properties that was there.</param>
    /// <param name="seenLater">The same for those after them, in words of 64; null when none of them was there.</param>
    /// <exception cref="JsonException">One is missing.</exception>
    internal void Require(ulong seen, ulong[]? seenLater)
    {
        for (var word = 0; word < _required!.Length; word++)
        {
            var missing = _required[word] & ~(word == 0 ? seen : seenLater?[word - 1] ?? 0);
            if (missing != 0)
            {
                throw new JsonException($"The required property '{_names[word * BitsOfWord + BitOperations.TrailingZeroCount(missing)]}' of {_type} is missing.");
            }
        }
    }

    private int Find(ReadOnlySpan<byte> name)
    {
        var slots = _slots;
        var slot = Hash(name) & (slots.Length - 1);
        while (true)
        {
            var index = slots[slot] - 1;
            if (index < 0 || name.SequenceEqual(_utf8[index]))
            {
                return index;
            }
            slot = (slot + 1) & (slots.Length - 1);
        }
    }

    // The names are the document's, not the answer's: nobody can choose them so that they collide.
    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = (ulong)name.Length;
        while (name.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name));
            name = name[sizeof(ulong)..];
        }
        foreach (var value in name)
        {
            hash = (hash << 8 | hash >> 56) ^ value;
        }
        return (int)(Mix(hash) >> 33);
    }

    private static ulong Mix(ulong value) => (value ^ value >> 32) * 0x9E3779B97F4A7C15;
}
