using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>How the reader of a union finds out which case a value is. The reader itself stays where it is until a case is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnionReaderExtensions
{
    // What failed attempts inside of one value may read in all, as a multiple of its length. Unions in unions would else take exponential time.
    private const int MostRereading = 64;
    private const int LengthOfDate = 10;

    // While an attempt runs: how many bytes further attempts inside of it may waste. Zero when none runs.
    [ThreadStatic]
    private static long Allowance;

    /// <summary>Finds a property, wherever it stands in the object.</summary>
    /// <param name="json">The reader, on the start of the object.</param>
    /// <param name="name">The property's name in UTF-8.</param>
    /// <returns>The property's value; nothing when there is none.</returns>
    public static JsonTag Tag(this ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        var ahead = json;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = ahead.ValueTextEquals(name);
            ahead.Read();
            if (isFound)
            {
                return new JsonTag(ahead);
            }
            ahead.TrySkip();
        }
        return default;
    }

    /// <summary>Looks at the first element of an array.</summary>
    /// <param name="json">The reader, on the start of the array.</param>
    /// <param name="kinds">What the elements may be.</param>
    /// <returns>Whether the first element is that, or there is none.</returns>
    public static bool HasElements(this ref Utf8JsonReader json, JsonKinds kinds)
    {
        var ahead = json;
        return ahead.Read() && (ahead.TokenType == JsonTokenType.EndArray || (ahead.TokenType.Kind() & kinds) != 0);
    }

    /// <summary>Reads a value if it can be read as this type; else the reader stays where it is.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>Whether it could be read.</returns>
    public static bool TryRead<T, TCodec>(this ref Utf8JsonReader json, out T value)
        where TCodec : IJsonCodec<T>
    {
        if (IsRefusedAtSight<TCodec>(ref json))
        {
            value = default!;
            return false;
        }
        var isOutermost = Allowance == 0;
        if (isOutermost)
        {
            Allowance = MostRereading * Length(json);
        }
        else if (Allowance < 0)
        {
            value = default!;
            return false;
        }
        var attempt = json;
        try
        {
            value = TCodec.ReadJson(ref attempt);
            json = attempt;
            return true;
        }
        // The reader's own exceptions, which have a line, say that this is no JSON at all.
        catch (JsonException exception) when (exception.LineNumber is null)
        {
            Allowance -= attempt.BytesConsumed - json.TokenStartIndex;
            Allowance = Allowance == 0 ? -1 : Allowance;
            value = default!;
            return false;
        }
        finally
        {
            Allowance = isOutermost ? 0 : Allowance;
        }
    }

    /// <summary>Reads a value as one of the cases that fit it. When it is the only one, what is wrong with the value is an error.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <param name="fits">The cases that fit.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>Whether it could be read.</returns>
    /// <exception cref="JsonException">The only case that fits cannot be read.</exception>
    public static bool TryRead<T, TCodec>(this ref Utf8JsonReader json, UnionFits fits, out T value)
        where TCodec : IJsonCodec<T>
    {
        if (fits.Count > 1)
        {
            return json.TryRead<T, TCodec>(out value);
        }
        value = TCodec.ReadJson(ref json);
        return true;
    }

    /// <summary>Sees without an exception that a string is not of a format, for unions of formats are read often.</summary>
    private static bool IsRefusedAtSight<TCodec>(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String =>
            (typeof(TCodec) == typeof(GuidCodec) && !json.TryGetGuid(out _))
            || (typeof(TCodec) == typeof(BytesCodec) && !json.TryGetBytesFromBase64(out _))
            || (typeof(TCodec) == typeof(UriCodec) && !Uri.TryCreate(json.GetString(), UriKind.Absolute, out _))
            || (typeof(TCodec) == typeof(DateTimeOffsetCodec) && IsDateAlone(ref json))
            || ((typeof(TCodec) == typeof(DateTimeOffsetCodec) || typeof(TCodec) == typeof(DateOnlyCodec) || typeof(TCodec) == typeof(TimeOnlyCodec)) && !StartsWith(ref json, char.IsAsciiDigit))
            || (typeof(TCodec) == typeof(DurationCodec) && !StartsWith(ref json, static character => character is 'P' or '-')),
        _ => false,
    };

    // By itself it is taken for midnight; beside other cases it is one of them, and must come back as it was.
    private static bool IsDateAlone(ref Utf8JsonReader json) => !json.HasValueSequence && json.ValueSpan.Length == LengthOfDate;

    private static bool StartsWith(ref Utf8JsonReader json, Func<char, bool> isBeginning)
    {
        var first = json.HasValueSequence ? json.ValueSequence.FirstSpan : json.ValueSpan;
        return first.Length > 0 && isBeginning((char)first[0]);
    }

    private static long Length(Utf8JsonReader json)
    {
        var start = json.TokenStartIndex;
        json.TrySkip();
        return json.BytesConsumed - start;
    }
}
