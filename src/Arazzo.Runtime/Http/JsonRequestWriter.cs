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
    public byte[] Write<T, TCodec>(T body)
        where TCodec : IJsonCodec<T>
    {
        var scratch = Interlocked.Exchange(ref _idle, null) ?? new Scratch();
        try
        {
            TCodec.WriteJson(scratch.Json, body);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // A number that JSON has not, null where a value must be, an object that contains itself. What is written so far tells where; the space ends a number.
            scratch.Json.Flush();
            var (path, _) = JsonLocation.Find([.. scratch.Buffer.WrittenSpan, (byte)' '], new JsonReaderOptions { MaxDepth = JsonDepth.Maximum }, long.MaxValue);
            throw new ArgumentException($"The body cannot be written as JSON at {path}. {exception.Message}", nameof(body), exception);
        }
        scratch.Json.Flush();
        if (WholeCharacters.MayLack(scratch.Buffer.WrittenSpan))
        {
            WholeCharacters.Check<T, TCodec>(body);
        }
        var bytes = scratch.Buffer.WrittenSpan.ToArray();
        if (scratch.Buffer.Capacity <= MaxKeptBytes)
        {
            scratch.Reset();
            _idle = scratch;
        }
        return bytes;
    }

    private sealed class Scratch
    {
        public Scratch() => Json = new Utf8JsonWriter(Buffer);

        public ArrayBufferWriter<byte> Buffer { get; } = new(512);

        public Utf8JsonWriter Json { get; }

        public void Reset()
        {
            Buffer.ResetWrittenCount();
            Json.Reset();
        }
    }
}
