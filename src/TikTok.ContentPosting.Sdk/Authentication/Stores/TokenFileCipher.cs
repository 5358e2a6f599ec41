using System.Security.Cryptography;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>The file of tokens: four bytes that name the format, the nonce, the tag, and the encrypted JSON.</summary>
internal sealed class TokenFileCipher : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 32;
    private readonly AesGcm _aes;

    public TokenFileCipher(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException($"The key has {key.Length} bytes; it must have {KeyLength} (RandomNumberGenerator.GetBytes({KeyLength})).", nameof(key));
        }
        _aes = new AesGcm(key, TagLength);
    }

    private static ReadOnlySpan<byte> Format => "TKS1"u8;

    public byte[] Encrypt(IEnumerable<TikTokTokens> table)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var tokens in table)
            {
                TokenJson.Write(json, tokens);
            }
            json.WriteEndArray();
        }
        var plain = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        var file = new byte[Format.Length + NonceLength + TagLength + plain.Length];
        Format.CopyTo(file);
        RandomNumberGenerator.Fill(Nonce(file));
        _aes.Encrypt(Nonce(file), plain, Content(file), Tag(file), Format);
        CryptographicOperations.ZeroMemory(plain);
        return file;
    }

    /// <exception cref="CryptographicException">It was not written with this key, or was changed since.</exception>
    public IReadOnlyList<TikTokTokens> Decrypt(byte[] file)
    {
        if (file.Length < Format.Length + NonceLength + TagLength || !file.AsSpan().StartsWith(Format))
        {
            throw new CryptographicException("This is no file of tokens. It is left as it is.");
        }
        var plain = new byte[Content(file).Length];
        try
        {
            _aes.Decrypt(Nonce(file), Content(file), Tag(file), plain, Format);
            using var json = JsonDocument.Parse(plain);
            return [.. json.RootElement.EnumerateArray().Select(TokenJson.Read)];
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new CryptographicException("The file of tokens cannot be decrypted: it was written with another key, or was changed since. It is left as it is.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public void Dispose() => _aes.Dispose();

    private static Span<byte> Nonce(byte[] file) => file.AsSpan(Format.Length, NonceLength);

    private static Span<byte> Tag(byte[] file) => file.AsSpan(Format.Length + NonceLength, TagLength);

    private static Span<byte> Content(byte[] file) => file.AsSpan(Format.Length + NonceLength + TagLength);
}
