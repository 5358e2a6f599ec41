using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>
/// Keeps tokens in one encrypted file (AES-256-GCM), for tools. Several processes may use it at once: they take turns by lock files beside it, and the file is always
/// replaced as a whole. Neither its text nor its exceptions show tokens or the key.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EncryptedFileTokenStore : ITokenStore, IDisposable
{
    private readonly string _path;
    private readonly TokenFileCipher _cipher;

    /// <summary>Makes a store. The file is made at the first sign-in.</summary>
    /// <param name="path">The file. Its folder must be there.</param>
    /// <param name="key">32 random bytes, from the system's key chain or wherever you keep secrets; not beside the file. They are copied.</param>
    /// <exception cref="ArgumentException">The path is empty, or the key does not have 32 bytes.</exception>
    public EncryptedFileTokenStore(string path, ReadOnlySpan<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
        _cipher = new TokenFileCipher(key);
    }

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The file was not written with this key, or was changed since.</exception>
    public async ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(openId);

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The file was not written with this key, or was changed since. It is left as it is.</exception>
    public async ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken)
    {
        await using var turn = await FileLock.TakeAsync($"{_path}.lock", cancellationToken).ConfigureAwait(false);
        var table = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!table.TryReplace(openId, expected, replacement))
        {
            return false;
        }
        await ReplaceAsync(_cipher.Encrypt(table.Values), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable?> LockAsync(string openId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);
        // An open id is no file name.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(openId)).AsSpan(0, 8));
        return await FileLock.TakeAsync($"{_path}.{name}.lock", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the creators that there are tokens of.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Their open ids.</returns>
    /// <exception cref="CryptographicException">The file was not written with this key, or was changed since.</exception>
    public async ValueTask<IReadOnlyList<string>> ListOpenIdsAsync(CancellationToken cancellationToken = default) =>
        [.. (await ReadAsync(cancellationToken).ConfigureAwait(false)).Keys];

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _cipher.Dispose();

    /// <summary>The file; never what is in it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(EncryptedFileTokenStore)} ({_path})";

    private async Task<Dictionary<string, TikTokTokens>> ReadAsync(CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return new Dictionary<string, TikTokTokens>(StringComparer.Ordinal);
        }
        return _cipher.Decrypt(bytes).ToDictionary(static tokens => tokens.OpenId, StringComparer.Ordinal);
    }

    private async Task ReplaceAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var temporary = $"{_path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        try
        {
            await using (var file = new FileStream(temporary, options))
            {
                await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                // On the disk before it takes the old one's place: a refresh token that is lost is a sign-in that is lost.
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, _path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
