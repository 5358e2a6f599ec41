using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// A value of which the document does not say the type, and the comparisons of Arazzo ("Criterion Object"): strings without case, strings of digits
/// against numbers by value, missing is null, null equals null, and everything else is false; <c>!=</c> is not <c>==</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1036, CA2231 // The order is partial: two values may be neither less nor more, nor equal.
public readonly struct WorkflowValue : IEquatable<WorkflowValue>
{
    private enum Kind : byte
    {
        Null,
        Boolean,
        Number,
        Text,
        Structure,
    }

    private readonly Kind _kind;
    private readonly bool _boolean;
    private readonly string? _text;
    private readonly double _number;
    private readonly JsonElement _json;

    private WorkflowValue(string? text)
    {
        _kind = text is null ? Kind.Null : Kind.Text;
        _text = text;
    }

    private WorkflowValue(double number, string text)
    {
        _kind = Kind.Number;
        _number = number;
        _text = text;
    }

    private WorkflowValue(bool boolean)
    {
        _kind = Kind.Boolean;
        _boolean = boolean;
    }

    private WorkflowValue(JsonElement json)
    {
        _json = json;
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _kind = Kind.Text;
                _text = json.GetString();
                break;
            case JsonValueKind.Number:
                _kind = Kind.Number;
                _text = json.GetRawText();
                _number = json.GetDouble();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                _kind = Kind.Boolean;
                _boolean = json.ValueKind == JsonValueKind.True;
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                _kind = Kind.Structure;
                break;
        }
    }

    /// <summary>Whether it is missing or null.</summary>
    public bool IsNull => _kind == Kind.Null;

    /// <summary>Whether it is missing, null, or a text, array or object with nothing in it.</summary>
    public bool IsEmpty => _kind switch
    {
        Kind.Null => true,
        Kind.Text => _text!.Length == 0,
        Kind.Structure => _json.ValueKind == JsonValueKind.Array ? _json.GetArrayLength() == 0 : _json.GetPropertyCount() == 0,
        _ => false,
    };

    /// <summary>Whether a condition that is nothing but this value holds: true, and as elsewhere a number but 0, a text that is not empty, an object or array.</summary>
    public bool IsTruthy => _kind switch
    {
        Kind.Boolean => _boolean,
        Kind.Number => _number is not 0 and not double.NaN,
        Kind.Text => _text!.Length > 0,
        Kind.Structure => true,
        _ => false,
    };

    /// <summary>The JSON; undefined when the value did not come from JSON.</summary>
    public JsonElement Json => _json;

    /// <summary>Wraps JSON.</summary>
    /// <param name="json">The JSON.</param>
    public static implicit operator WorkflowValue(JsonElement json) => new(json);

    /// <summary>Wraps JSON.</summary>
    /// <param name="json">The JSON.</param>
    public static implicit operator WorkflowValue(JsonElement? json) => new(json.GetValueOrDefault());

    /// <summary>Wraps a text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator WorkflowValue(string? text) => new(text);

    /// <summary>Wraps a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator WorkflowValue(bool? value) => value is { } present ? new(present) : default;

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator WorkflowValue(long? value) =>
        value is { } present ? new(present, present.ToString(CultureInfo.InvariantCulture)) : default;

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator WorkflowValue(double? value) =>
        value is { } present ? new(present, present.ToString("R", CultureInfo.InvariantCulture)) : default;

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator WorkflowValue(decimal? value) =>
        value is { } present ? new((double)present, present.ToString(CultureInfo.InvariantCulture)) : default;

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator WorkflowValue(int value) => (long?)value;

    /// <summary>Compares as Arazzo does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(WorkflowValue left, WorkflowValue right) => left.Equals(right);

    /// <summary>Compares as Arazzo does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether they are not equal.</returns>
    public static bool operator !=(WorkflowValue left, WorkflowValue right) => !left.Equals(right);

    /// <summary>Compares as Arazzo does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is less.</returns>
    public static bool operator <(WorkflowValue left, WorkflowValue right) => left.CompareTo(right) < 0;

    /// <summary>Compares as Arazzo does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is more.</returns>
    public static bool operator >(WorkflowValue left, WorkflowValue right) => left.CompareTo(right) > 0;

    /// <summary>Compares as Arazzo does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is less or equal.</returns>
    public static bool operator <=(WorkflowValue left, WorkflowValue right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as Arazzo does.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>Whether the left one is more or equal.</returns>
    public static bool operator >=(WorkflowValue left, WorkflowValue right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public bool Equals(WorkflowValue other) => (_kind, other._kind) switch
    {
        (Kind.Null, Kind.Null) => true,
        (Kind.Boolean, Kind.Boolean) => _boolean == other._boolean,
        (Kind.Text, Kind.Text) => string.Equals(_text, other._text, StringComparison.OrdinalIgnoreCase),
        (Kind.Structure, Kind.Structure) => JsonElement.DeepEquals(_json, other._json),
        (Kind.Number or Kind.Text, Kind.Number or Kind.Text) => CompareTo(other) == 0,
        _ => false,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WorkflowValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>The value as text.</summary>
    /// <returns>A text as it is, all else as JSON.</returns>
    public override string ToString() => _kind switch
    {
        Kind.Text or Kind.Number => _text!,
        Kind.Boolean => _boolean ? "true" : "false",
        Kind.Structure => _json.GetRawText(),
        _ => "null",
    };

    /// <summary>Null when there is no order between the two, so that every comparison is false.</summary>
    private int? CompareTo(WorkflowValue other)
    {
        switch (_kind, other._kind)
        {
            case (Kind.Text, Kind.Text) when !(IsNumeric(_text, out _) && IsNumeric(other._text, out _)):
                return string.Compare(_text, other._text, StringComparison.OrdinalIgnoreCase);
            case (Kind.Number or Kind.Text, Kind.Number or Kind.Text):
                return IsNumeric(_text, out var left) && IsNumeric(other._text, out var right) ? left.CompareTo(right)
                    : IsDouble(out var leftDouble) && other.IsDouble(out var rightDouble) ? leftDouble.CompareTo(rightDouble)
                    : null;
            default:
                return null;
        }
    }

    private static bool IsNumeric(string? text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private bool IsDouble(out double number)
    {
        number = _number;
        return _kind == Kind.Number || double.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
