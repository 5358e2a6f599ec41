using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A number of JSON: exact as long as 28 digits hold it.</summary>
internal readonly struct JsonPathNumber
{
    private readonly decimal _exact;
    private readonly double _approximate;

    public JsonPathNumber(decimal value) => _exact = value;

    public JsonPathNumber(double value)
    {
        // A decimal rounds what is tiny to zero.
        if (!decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out _exact) || _exact == 0)
        {
            _approximate = value;
        }
    }

    public JsonPathNumber(JsonElement json)
    {
        if (!json.TryGetDecimal(out _exact) || _exact == 0)
        {
            _approximate = json.GetDouble();
        }
    }

    /// <summary>The number as an index; null when it is no whole number.</summary>
    public long? AsIndex => _approximate == 0 && _exact == decimal.Truncate(_exact) && Math.Abs(_exact) <= int.MaxValue ? (long)_exact : null;

    private double Approximate => _approximate == 0 ? (double)_exact : _approximate;

    public int CompareTo(JsonPathNumber other) =>
        _approximate == 0 && other._approximate == 0 ? _exact.CompareTo(other._exact) : Approximate.CompareTo(other.Approximate);
}
