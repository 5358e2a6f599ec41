using System.Buffers;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Writes request bodies, with one writer that is used again and again.</summary>
internal sealed class JsonRequestWriter
{
    private const int MaxKeptBytes = 1 << 20;

    private Scratch? _idle;

    /// <summary>
    /// The body as JSON. The array is not pooled: a connection may still be sending it when the answer has come.
    /// </summary>
    public byte[] Write<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        var scratch = Interlocked.Exchange(ref _idle, null) ?? new Scratch();
        TCodec.WriteJson(scratch.Json, value);
        scratch.Json.Flush();
        var body = scratch.Buffer.WrittenSpan.ToArray();
        if (scratch.Buffer.Capacity <= MaxKeptBytes)
        {
            scratch.Reset();
            _idle = scratch;
        }
        return body;
    }

    private sealed class Scratch
    {
        public Scratch() => Json = new Utf8JsonWriter(Buffer);

        public ArrayBufferWriter<byte> Buffer { get; } = new(512);

        public Utf8JsonWriter Json { get; }

        public void Reset()
        {
            Buffer.Clear();
            Json.Reset();
        }
    }
}
