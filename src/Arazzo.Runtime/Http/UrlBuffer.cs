using System.Buffers;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A pooled buffer in which a path, a query or a form is written.</summary>
internal struct UrlBuffer
{
    private const int MinimumLength = 256;

    // RFC 3986, section 2.3: what never needs an escape.
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // Section 3.3, and the query that some descriptions put into their paths.
    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%?");

    private char[]? _characters;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Appends text of a path, as it is but for what a path cannot hold.</summary>
    public void AppendPath(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyExcept(PathCharacters) is var index and >= 0)
        {
            Append(text[..index]);
            var length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
            AppendEscaped(text.Slice(index, length));
            text = text[(index + length)..];
        }
        Append(text);
    }

    /// <summary>Appends a value, with all but unreserved characters percent-encoded as UTF-8.</summary>
    public void AppendEscaped(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAnyExcept(Unreserved))
        {
            Append(value);
            return;
        }
        // One UTF-16 unit makes at most three bytes, each of three characters.
        var target = Reserve(checked(value.Length * 9));
        Uri.TryEscapeDataString(value, target, out var written);
        Length += written;
    }

    /// <summary>The text; the buffer goes back to the pool.</summary>
    public string TakeText(ReadOnlySpan<char> before = default)
    {
        var text = string.Concat(before, Written);
        Release();
        return text;
    }

    public void Release()
    {
        if (_characters is { } characters)
        {
            _characters = null;
            Length = 0;
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private Span<char> Reserve(int length)
    {
        var needed = checked(Length + length);
        if (_characters is null)
        {
            _characters = ArrayPool<char>.Shared.Rent(Math.Max(needed, MinimumLength));
        }
        else if (needed > _characters.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, _characters.Length * 2));
            Written.CopyTo(larger);
            ArrayPool<char>.Shared.Return(_characters);
            _characters = larger;
        }
        return _characters.AsSpan(Length);
    }
}
