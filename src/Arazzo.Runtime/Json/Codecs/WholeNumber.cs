using System.Numerics;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Integers that are not written as such: 1.0 and 1e3 are integers, too (JSON Schema, section 4.2.3 of the core).</summary>
internal static class WholeNumber
{
    /// <summary>Reads a number, if it is whole and the type can hold it.</summary>
    /// <param name="json">The reader, on a number.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>Whether it is.</returns>
    public static bool TryGet<T>(ref Utf8JsonReader json, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = default;
        if (!json.TryGetDecimal(out var number) || number != decimal.Truncate(number)
            || number < decimal.CreateChecked(T.MinValue) || number > decimal.CreateChecked(T.MaxValue))
        {
            return false;
        }
        value = T.CreateChecked(number);
        return true;
    }
}
