using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// A value in a filter of JSONPath, or nothing, with the comparisons of RFC 9535 (section 2.3.5.2.2): only values of one type compare, numbers by value,
/// strings by their code points; nothing equals nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1036, CA2231 // The order is partial: two values may be neither less nor more, nor equal.
public readonly struct JsonPathValue : IEquatable<JsonPathValue>
{
    private readonly JsonElement _json;
    private readonly string? _text;
    private readonly JsonPathNumber _number;
    private readonly JsonValueKind _kind;

    private JsonPathValue(JsonElement json)
    {
        _json = json;
        _kind = json.ValueKind;
    }

    private JsonPathValue(string? text)
    {
        _text = text;
        _kind = text is null ? JsonValueKind.Null : JsonValueKind.String;
    }

    private JsonPathValue(JsonPathNumber? number)
    {
        _number = number.GetValueOrDefault();
        _kind = number is null ? JsonValueKind.Null : JsonValueKind.Number;
    }

    private JsonPathValue(JsonValueKind kind) => _kind = kind;

    /// <summary>JSON's null.</summary>
    public static JsonPathValue Null => new(JsonValueKind.Null);

    /// <summary>Whether it is a value and not nothing.</summary>
    public bool Exists => _kind != JsonValueKind.Undefined;

    /// <summary>The value as the only node.</summary>
    public JsonPathNodes Nodes => JsonPathNodes.Of(_json);

    /// <summary>The number of characters, elements or members: the function <c>length</c> (section 2.4.4).</summary>
    public JsonPathValue Length => _kind switch
    {
        JsonValueKind.String => Text.Length - CountPairs(Text),
        JsonValueKind.Array => _json.GetArrayLength(),
        JsonValueKind.Object => _json.GetPropertyCount(),
        _ => default(JsonPathValue),
    };

    /// <summary>A member of an object.</summary>
    /// <param name="name">Its name.</param>
    public JsonPathValue this[string name] => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var member) ? new(member) : default;

    /// <summary>An element of an array.</summary>
    /// <param name="index">Counted from 0; from the end when negative.</param>
    public JsonPathValue this[long index] => new(JsonPathSelectors.At(_json, index).GetValueOrDefault());

    /// <summary>A member or an element.</summary>
    /// <param name="key">A string or a whole number.</param>
    public JsonPathValue this[JsonPathValue key] => key.AsName is { } name ? this[name] : key.AsIndex is { } index ? this[index] : default;

    internal string? AsName => _kind == JsonValueKind.String ? Text : null;

    internal long? AsIndex => _kind == JsonValueKind.Number ? Number.AsIndex : null;

    private string Text => _text ?? _json.GetString()!;

    private JsonPathNumber Number => _json.ValueKind == JsonValueKind.Number ? new(_json) : _number;

    /// <summary>Wraps a node.</summary>
    /// <param name="json">The node.</param>
    /// <returns>The value; nothing when it is undefined.</returns>
    public static JsonPathValue Of(JsonElement json) => new(json);

    /// <summary>Wraps the root of a query.</summary>
    /// <param name="json">The root.</param>
    /// <returns>The value; nothing when there is none.</returns>
    public static JsonPathValue Of(JsonElement? json) => new(json.GetValueOrDefault());

    /// <summary>Wraps JSON.</summary>
    /// <param name="json">The JSON; missing is null.</param>
    public static implicit operator JsonPathValue(JsonElement? json) => json is { ValueKind: not JsonValueKind.Undefined } present ? new(present) : Null;

    /// <summary>Wraps a text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator JsonPathValue(string? text) => new(text);

    /// <summary>Wraps a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator JsonPathValue(bool? value) => new(value is null ? JsonValueKind.Null : value.Value ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonPathValue(int value) => new(new JsonPathNumber((decimal)value));

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonPathValue(long? value) => new(value is { } number ? new JsonPathNumber((decimal)number) : null);

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonPathValue(decimal? value) => new(value is { } number ? new JsonPathNumber(number) : null);

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonPathValue(double? value) => new(value is { } number ? new JsonPathNumber(number) : null);

    /// <summary>Compares as JSONPath does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(JsonPathValue left, JsonPathValue right) => left.Equals(right);

    /// <summary>Compares as JSONPath does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether they are not equal.</returns>
    public static bool operator !=(JsonPathValue left, JsonPathValue right) => !left.Equals(right);

    /// <summary>Compares as JSONPath does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is less.</returns>
    public static bool operator <(JsonPathValue left, JsonPathValue right) => left.CompareTo(right) < 0;

    /// <summary>Compares as JSONPath does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is more.</returns>
    public static bool operator >(JsonPathValue left, JsonPathValue right) => left.CompareTo(right) > 0;

    /// <summary>Compares as JSONPath does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is less or equal.</returns>
    public static bool operator <=(JsonPathValue left, JsonPathValue right) => left.Equals(right) || left.CompareTo(right) < 0;

    /// <summary>Compares as JSONPath does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is more or equal.</returns>
    public static bool operator >=(JsonPathValue left, JsonPathValue right) => left.Equals(right) || left.CompareTo(right) > 0;

    /// <summary>The functions <c>match</c> and <c>search</c> (sections 2.4.6 and 2.4.7) with a pattern that the generator has translated.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Whether it is a string that the pattern fits.</returns>
    public bool Fits(Regex pattern) => _kind == JsonValueKind.String && pattern.IsMatch(Text);

    /// <summary>The function <c>match</c> with a pattern that is known only now.</summary>
    /// <param name="pattern">An I-Regexp (RFC 9485).</param>
    /// <returns>Whether both are strings and the pattern fits all of this one; false when it is no I-Regexp.</returns>
    public bool Match(JsonPathValue pattern) => AsName is { } text && pattern.AsName is { } expression && WorkflowPattern.IsMatch(text, InteroperableRegex.Whole(expression));

    /// <summary>The function <c>search</c> with a pattern that is known only now.</summary>
    /// <param name="pattern">An I-Regexp (RFC 9485).</param>
    /// <returns>Whether both are strings and the pattern fits some part of this one; false when it is no I-Regexp.</returns>
    public bool Search(JsonPathValue pattern) => AsName is { } text && pattern.AsName is { } expression && WorkflowPattern.IsMatch(text, InteroperableRegex.Part(expression));

    /// <inheritdoc/>
    public bool Equals(JsonPathValue other) => _kind == other._kind && _kind switch
    {
        JsonValueKind.String => _text is { } text && other._text is null ? other._json.ValueEquals(text)
            : other._text is { } otherText && _text is null ? _json.ValueEquals(otherText)
            : string.Equals(Text, other.Text, StringComparison.Ordinal),
        JsonValueKind.Number => Number.CompareTo(other.Number) == 0,
        JsonValueKind.Object or JsonValueKind.Array => JsonElement.DeepEquals(_json, other._json),
        _ => true,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonPathValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_kind;

    /// <summary>Null when there is no order between the two, so that every comparison is false.</summary>
    private int? CompareTo(JsonPathValue other) => (_kind, other._kind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Number.CompareTo(other.Number),
        (JsonValueKind.String, JsonValueKind.String) => CompareCodePoints(Text, other.Text),
        _ => null,
    };

    private static int CompareCodePoints(string left, string right)
    {
        var index = left.AsSpan().CommonPrefixLength(right);
        if (index == left.Length || index == right.Length)
        {
            return left.Length - right.Length;
        }
        // UTF-16 has the code points from U+10000 on before those from U+E000 on.
        var (first, second) = (left[index], right[index]);
        return char.IsSurrogate(first) == char.IsSurrogate(second) ? first - second
            : char.IsSurrogate(first) ? (second >= 0xE000 ? 1 : first - second)
            : first >= 0xE000 ? -1 : first - second;
    }

    private static int CountPairs(string text)
    {
        var pairs = 0;
        foreach (var character in text)
        {
            pairs += char.IsLowSurrogate(character) ? 1 : 0;
        }
        return pairs;
    }
}
