using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// JSON on its way out, in UTF-8 and without white space: what <see cref="Utf8JsonWriter"/> writes, in one array, and without its checks of what generated
/// code cannot do wrong. A comma follows each value, until the end of what it stands in takes its place.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class JsonOutput : IBufferWriter<byte>
{
    private const int FirstLength = 512;
    private const int LeastSpan = 256;
    private static readonly PlainText DefaultPlain = new(JavaScriptEncoder.Default);

    private readonly PlainText _plain;
    private byte[] _bytes = new byte[FirstLength];
    private int _length;
    private int _depth;
    private Utf8JsonWriter? _elements;

    /// <summary>Makes one that writes nothing yet.</summary>
    /// <param name="encoder">What escapes its text; null for System.Text.Json's own.</param>
    public JsonOutput(JavaScriptEncoder? encoder = null)
    {
        Encoder = encoder ?? JavaScriptEncoder.Default;
        _plain = Encoder == JavaScriptEncoder.Default ? DefaultPlain : new PlainText(Encoder);
    }

    /// <summary>What is written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length > 0 && _bytes[_length - 1] == ',' ? _length - 1 : _length);

    /// <summary>What escapes text.</summary>
    internal JavaScriptEncoder Encoder { get; }

    /// <summary>How much it can hold before it has to grow.</summary>
    internal int Capacity => _bytes.Length;

    /// <summary>Forgets what is written, and keeps the array.</summary>
    public void Reset()
    {
        (_length, _depth) = (0, 0);
        _firstHalfPair = null;
    }

    /// <summary>Begins an object.</summary>
    /// <exception cref="InvalidOperationException">It is nested too deep: most likely, an object contains itself.</exception>
    public void WriteStartObject() => Start((byte)'{');

    /// <summary>Ends an object.</summary>
    public void WriteEndObject() => End((byte)'}');

    /// <summary>Begins an array.</summary>
    /// <exception cref="InvalidOperationException">It is nested too deep: most likely, an object contains itself.</exception>
    public void WriteStartArray() => Start((byte)'[');

    /// <summary>Ends an array.</summary>
    public void WriteEndArray() => End((byte)']');

    void IBufferWriter<byte>.Advance(int count) => _length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Ensure(Math.Max(sizeHint, LeastSpan));
        return _bytes.AsMemory(_length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Ensure(Math.Max(sizeHint, LeastSpan));
        return _bytes.AsSpan(_length);
    }

    private void Start(byte bracket)
    {
        if (++_depth > JsonDepth.Harmless)
        {
            CheckDepth();
        }
        Ensure(1);
        _bytes[_length++] = bracket;
    }

    private void End(byte bracket)
    {
        _depth--;
        Ensure(2);
        var (bytes, length) = (_bytes, _length);
        if (bytes[length - 1] == ',')
        {
            length--;
        }
        bytes[length] = bracket;
        bytes[length + 1] = (byte)',';
        _length = length + 2;
    }

    /// <summary>Makes room, and one byte more for the comma.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Ensure(int count)
    {
        if (_bytes.Length - _length <= count)
        {
            Grow(count);
        }
        return _bytes.AsSpan(_length);
    }

    private void CheckDepth()
    {
        if (_depth > JsonDepth.Maximum)
        {
            throw new InvalidOperationException($"The JSON is nested deeper than {JsonDepth.Maximum} levels.");
        }
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new InvalidOperationException($"The JSON is nested too deep for this thread's stack (level {_depth}).");
        }
    }

    private void Grow(int count)
    {
        var needed = (long)_length + count + 1;
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException("The JSON is longer than 2 GB.");
        }
        Array.Resize(ref _bytes, (int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
    }
}
