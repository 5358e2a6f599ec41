using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// The members of an object, or the elements of an array, each as JSON of its own. Anything else is one element: itself. Dispose it: its buffer is pooled.
/// </summary>
internal ref struct JsonMembers : IDisposable
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly bool _isScalar;
    private Utf8JsonReader _json;
    private UrlBuffer _name;

    /// <summary>Begins before the first.</summary>
    /// <param name="json">The JSON.</param>
    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _source = json;
        _json = new Utf8JsonReader(json, JsonScratch.ReaderOptions);
        _json.Read();
        IsObject = _json.TokenType == JsonTokenType.StartObject;
        _isScalar = !IsObject && _json.TokenType != JsonTokenType.StartArray;
    }

    /// <summary>Whether the members have names.</summary>
    public bool IsObject { get; }

    /// <summary>The member's name, unescaped; empty in an array. Good until the next <see cref="Read"/>.</summary>
    public readonly ReadOnlySpan<char> Name => _name.Written;

    /// <summary>The kind of the value, by its first token.</summary>
    public JsonTokenType Kind { get; private set; }

    /// <summary>The value as JSON.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Moves to the next.</summary>
    /// <returns>False after the last.</returns>
    public bool Read()
    {
        if (_isScalar)
        {
            var isFirst = Value.IsEmpty;
            Kind = _json.TokenType;
            Value = _source;
            return isFirst;
        }
        if (!_json.Read() || _json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            return false;
        }
        if (IsObject)
        {
            _name.Truncate(0);
            _name.AppendJson(ref _json);
            _json.Read();
        }
        Kind = _json.TokenType;
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        Value = _source[start..(int)_json.BytesConsumed];
        return true;
    }

    public void Dispose() => _name.Release();
}
