using Microsoft.Win32.SafeHandles;

namespace TikTok.ContentPosting;

/// <summary>A file, read by place: no position that two readers could quarrel about.</summary>
internal sealed class PathVideo : VideoFile
{
    private readonly string _path;

    public PathVideo(string path, string? mediaType)
        : base(mediaType, path) => _path = path;

    public override long Length => new FileInfo(_path).Length;

    public override bool CanSeek => true;

    internal override ValueTask<VideoBytes> OpenAsync(CancellationToken cancellationToken)
    {
        var file = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return new(new Bytes(file));
    }

    private sealed class Bytes(SafeFileHandle file) : VideoBytes(RandomAccess.GetLength(file))
    {
        public override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken) =>
            RandomAccess.ReadAsync(file, buffer, offset, cancellationToken);

        public override void Close() => file.Dispose();
    }
}
