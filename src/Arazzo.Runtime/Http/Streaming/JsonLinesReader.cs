using System.Buffers;
using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads JSON values one after the other, in memory for the longest of them.</summary>
internal static class JsonLinesReader
{
    private const int InitialBytes = 16 * 1024;

    /// <summary>Reads the values.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="separator">What parts them: a line end, or U+001E. Empty parts are passed over, and several values in one are read all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T, TCodec>(ResponseStream stream, byte separator, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T>
    {
        await using var _ = stream.ConfigureAwait(false);
        stream.StartItem();
        var buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
        try
        {
            var (start, scanned, end, isEnd, isFirst) = (0, 0, 0, false, true);
            while (!isEnd || start < end)
            {
                var index = buffer.AsSpan(scanned, end - scanned).IndexOf(separator);
                if (index < 0 && !isEnd)
                {
                    scanned = end;
                    if (start > 0 && start == end)
                    {
                        (start, scanned, end) = (0, 0, 0);
                    }
                    else if (end == buffer.Length)
                    {
                        (buffer, scanned, end) = (MakeRoom(buffer, start, end), end - start, end - start);
                        start = 0;
                    }
                    var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
                    end += read;
                    isEnd = read == 0;
                    continue;
                }
                var next = index < 0 ? end : scanned + index;
                if (isFirst)
                {
                    isFirst = false;
                    start += JsonBody.ByteOrderMarkLength(buffer.AsSpan(start, next - start));
                }
                while (TryRead<T, TCodec>(stream, buffer, ref start, next, out var value))
                {
                    stream.StartItem();
                    yield return value;
                }
                start = scanned = index < 0 ? end : next + 1;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool TryRead<T, TCodec>(ResponseStream stream, byte[] buffer, ref int start, int end, out T value)
        where TCodec : IJsonCodec<T>
    {
        var part = buffer.AsSpan(start, end - start);
        var text = part.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            value = default!;
            return false;
        }
        var unreadable = JsonBody.ReadValue<T, TCodec>(text, out value!, out var length);
        if (unreadable is not null)
        {
            throw stream.Unreadable(unreadable, text.ToArray());
        }
        start = end - text.Length + length;
        return true;
    }

    /// <summary>The unread bytes at the start of a buffer that has room after them.</summary>
    private static byte[] MakeRoom(byte[] buffer, int start, int end)
    {
        var length = end - start;
        if (start > buffer.Length / 2)
        {
            buffer.AsSpan(start, length).CopyTo(buffer);
            return buffer;
        }
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        buffer.AsSpan(start, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
