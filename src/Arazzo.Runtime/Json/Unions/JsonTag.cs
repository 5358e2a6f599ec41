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
    /// <param name="text">A string in UTF-8.</param>
    /// <returns>Whether the property is there and has this value.</returns>
    public bool Is(ReadOnlySpan<byte> text) => _json.TokenType == JsonTokenType.String && _json.ValueTextEquals(text);
}
