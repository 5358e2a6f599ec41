namespace TikTok.ContentPosting;

/// <summary>A file that one process at a time has open. The system lets go of it when the process ends, however it ends; the file stays.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    // Two minutes of them: longer than a refresh can take.
    private const int MostAttempts = 4800;

    // What "somebody else has it open" is called: ERROR_SHARING_VIOLATION, and EWOULDBLOCK of Linux and of BSD.
    private const int WindowsTaken = unchecked((int)0x80070020);
    private const int LinuxTaken = 11;
    private const int BsdTaken = 35;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static async Task<FileLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException exception) when (exception.HResult is WindowsTaken or LinuxTaken or BsdTaken && attempt < MostAttempts)
            {
                // Other processes are not on any clock of ours.
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
