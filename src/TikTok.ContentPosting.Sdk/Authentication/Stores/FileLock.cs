namespace TikTok.ContentPosting;

/// <summary>A file that one process at a time has open. The system lets go of it when the process ends, however it ends; the file stays.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static async Task<FileLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException))
            {
                // Somebody else has it. Other processes are not on any clock of ours.
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
