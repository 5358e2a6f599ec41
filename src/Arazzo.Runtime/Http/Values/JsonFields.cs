using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// The scalars in a value's JSON, one after the other, each with the names and indices that lead to it: what bracketed names of queries and forms are made of.
/// Null is left out, and so is what holds nothing (RFC 6570, section 2.3: undefined). Dispose it: its buffers are pooled.
/// </summary>
/// <param name="json">The JSON.</param>
internal ref struct JsonFields(ReadOnlySpan<byte> json) : IDisposable
{
    private readonly List<Level> _levels = [];
    private Utf8JsonReader _json = new(json, JsonScratch.ReaderOptions);
    private UrlBuffer _names;
    private UrlBuffer _text;

    /// <summary>How many names and indices lead to the scalar; none when it is the value itself.</summary>
    public readonly int Depth => _levels.Count;

    /// <summary>The scalar's text: strings unescaped, numbers and booleans as JSON writes them. Good until the next <see cref="Read"/>.</summary>
    public readonly ReadOnlySpan<char> Text => _text.Written;

    /// <summary>The scalar's kind.</summary>
    public readonly JsonTokenType Kind => _json.TokenType;

    /// <summary>Moves to the next scalar.</summary>
    /// <returns>False after the last.</returns>
    public bool Read()
    {
        while (_json.Read())
        {
            switch (_json.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    NextItem();
                    _levels.Add(new Level(_names.Length, _json.TokenType == JsonTokenType.StartArray ? -1 : null));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _names.Truncate(_levels[^1].Start);
                    _levels.RemoveAt(_levels.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    _names.Truncate(_levels[^1].Start);
                    _names.AppendJson(ref _json);
                    break;
                case JsonTokenType.Null:
                    NextItem();
                    break;
                default:
                    NextItem();
                    _text.Truncate(0);
                    _text.AppendJson(ref _json);
                    return true;
            }
        }
        return false;
    }

    /// <summary>The index in an array at a level from 0 on; null in an object, which has a <see cref="Name"/>.</summary>
    public readonly int? Index(int level) => _levels[level].Index;

    /// <summary>The name in an object at a level from 0 on. Good until the next <see cref="Read"/>.</summary>
    public readonly ReadOnlySpan<char> Name(int level)
    {
        var end = level + 1 < _levels.Count ? _levels[level + 1].Start : _names.Length;
        return _names.Written[_levels[level].Start..end];
    }

    public void Dispose()
    {
        _names.Release();
        _text.Release();
    }

    private readonly void NextItem()
    {
        if (_levels.Count > 0 && _levels[^1] is { Index: { } index } level)
        {
            _levels[^1] = level with { Index = index + 1 };
        }
    }

    private readonly record struct Level(int Start, int? Index);
}
