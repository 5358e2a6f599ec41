using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The value of the property that says what an object is: its discriminator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // A ref struct is never compared.
public readonly ref struct JsonTag
{
    private readonly Utf8JsonReader _json;

    internal JsonTag(Utf8JsonReader json) => _json = json;

    /// <summary>Compares the value.</summary>
    /// <param name="text">A string, an integer or a boolean as UTF-8: a mapping names all of them by text.</param>
    /// <returns>Whether the property is there and has this value.</returns>
    public bool Is(ReadOnlySpan<byte> text) => _json.TokenType switch
    {
        JsonTokenType.String => _json.ValueTextEquals(text),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False =>
            _json.HasValueSequence ? _json.ValueSequence.ToArray().AsSpan().SequenceEqual(text) : _json.ValueSpan.SequenceEqual(text),
        _ => false,
    };
}
