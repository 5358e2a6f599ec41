using System.Buffers;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>
/// A file or other bytes that are sent as a body, as a part of one, or as base64 inside JSON. As a body or part they are streamed: read while they
/// are sent, and never held in memory as a whole.
/// </summary>
/// <remarks>
/// Nothing is disposed: a stream stays its maker's, who keeps it open until the call is over. A file is opened for each attempt and closed after it.
/// A stream that can seek may be sent again, from where it stood when the content was made; one that cannot is never sent twice.
/// </remarks>
public sealed class BinaryContent
{
    private const int BufferBytes = 64 << 10;

    private readonly Stream? _stream;
    private readonly long _start;
    private readonly string? _path;
    private ReadOnlyMemory<byte>? _bytes;
    private bool _isConsumed;

    private BinaryContent(ReadOnlyMemory<byte>? bytes, Stream? stream, string? path)
    {
        _bytes = bytes;
        _stream = stream;
        _path = path;
        _start = stream is { CanSeek: true } ? stream.Position : 0;
    }

    /// <summary>The name that a multipart part gives to the file; null: the name of the part.</summary>
    public string? FileName { get; init; }

    /// <summary>What the bytes are, such as <c>image/png</c>; null: what the API's description says.</summary>
    public string? MediaType { get; init; }

    /// <summary>The number of bytes; null when it cannot be known before they are read.</summary>
    public long? Length => this switch
    {
        { _bytes: { } bytes } => bytes.Length,
        { _path: { } path } => new FileInfo(path).Length,
        { _stream.CanSeek: true } => Math.Max(0, _stream.Length - _start),
        _ => null,
    };

    /// <summary>Whether the bytes can be read: for the first time, or again.</summary>
    internal bool CanOpen => _bytes is not null || _path is not null || _stream!.CanSeek || !_isConsumed;

    /// <summary>Content of bytes in memory, which are not copied.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fileName">The file's name in a multipart part.</param>
    /// <param name="mediaType">What the bytes are.</param>
    /// <returns>The content.</returns>
    public static BinaryContent FromBytes(ReadOnlyMemory<byte> bytes, string? fileName = null, string? mediaType = null) =>
        new(bytes, null, null) { FileName = fileName, MediaType = mediaType };

    /// <summary>Content that is read from a stream, from where it stands now to its end.</summary>
    /// <param name="stream">The stream; it is not disposed.</param>
    /// <param name="fileName">The file's name in a multipart part.</param>
    /// <param name="mediaType">What the bytes are.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public static BinaryContent FromStream(Stream stream, string? fileName = null, string? mediaType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanRead
            ? new(null, stream, null) { FileName = fileName, MediaType = mediaType }
            : throw new ArgumentException("The stream is closed, or cannot be read.", nameof(stream));
    }

    /// <summary>Content of a file, which is opened when it is sent.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="fileName">The file's name in a multipart part; null: its own.</param>
    /// <param name="mediaType">What the file is.</param>
    /// <returns>The content.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static BinaryContent FromFile(string path, string? fileName = null, string? mediaType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        return File.Exists(full)
            ? new(null, null, full) { FileName = fileName ?? Path.GetFileName(full), MediaType = mediaType }
            : throw new FileNotFoundException("There is no such file to send.", path);
    }

    /// <summary>Content of bytes in memory.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    public static implicit operator BinaryContent(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return FromBytes(bytes);
    }

    /// <summary>Content that is read from a stream.</summary>
    /// <param name="stream">The stream; it is not disposed.</param>
    public static implicit operator BinaryContent(Stream stream) => FromStream(stream);

    /// <summary>Opens the bytes for reading, from their start.</summary>
    /// <returns>A stream of the caller's own for bytes and files; the given stream itself, which stays its maker's, otherwise.</returns>
    /// <exception cref="InvalidOperationException">The given stream cannot seek, and has been read already.</exception>
    /// <exception cref="ObjectDisposedException">The given stream is closed.</exception>
    public Stream OpenRead()
    {
        if (_bytes is { } bytes)
        {
            return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
                ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
        }
        if (_path is not null)
        {
            return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        if (_stream!.CanSeek)
        {
            _stream.Position = _start;
        }
        else if (_isConsumed)
        {
            throw new InvalidOperationException("The stream cannot seek, and has been read already.");
        }
        _isConsumed = true;
        return _stream;
    }

    /// <summary>All bytes, read at once; they are kept when the stream could not give them again.</summary>
    /// <returns>A copy of them.</returns>
    public byte[] ToArray()
    {
        if (_bytes is { } known)
        {
            return known.ToArray();
        }
        var stream = OpenRead();
        try
        {
            using var memory = new MemoryStream(capacity: (int)Math.Min(Length ?? 0, 1 << 24));
            stream.CopyTo(memory);
            var bytes = memory.ToArray();
            if (_stream is { CanSeek: false })
            {
                _bytes = bytes;
            }
            return bytes;
        }
        finally
        {
            if (_path is not null)
            {
                stream.Dispose();
            }
        }
    }

    /// <summary>Refuses what cannot be sent, before anything is.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says what, by <paramref name="name"/>.</exception>
    internal void Check(string name)
    {
        if (_stream is { CanRead: false })
        {
            throw new ArgumentException($"The stream of '{name}' is closed: keep it open until the call is over.", name);
        }
        if (!CanOpen)
        {
            throw new ArgumentException($"The stream of '{name}' cannot seek, and has been sent already: give a new one to each call.", name);
        }
        if (_path is not null && !File.Exists(_path))
        {
            throw new ArgumentException($"The file of '{name}' is no longer there.", name);
        }
    }

    /// <summary>Copies the bytes with a small buffer, and tells failures of the source from those of the target.</summary>
    /// <exception cref="BinaryContentException">The source cannot be read.</exception>
    internal async ValueTask CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (_bytes is { } bytes)
        {
            await target.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            return;
        }
        var source = await ReadAsync(() => ValueTask.FromResult(OpenRead())).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await ReadAsync(() => source.ReadAsync(buffer, cancellationToken)).ConfigureAwait(false) is var count and > 0)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (_path is not null)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new BinaryContentException(exception);
        }
    }
}
