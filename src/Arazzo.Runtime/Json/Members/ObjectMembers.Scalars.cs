using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>The usual kinds of values. Optional ones are left out when they are null, and null when they are absent.</content>
public ref partial struct ObjectMembers<TDirection>
    where TDirection : struct
{
    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly string String(string value)
    {
        if (IsReading)
        {
            return StringCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteStringValue(value);
        return value;
    }

    /// <inheritdoc cref="String"/>
    public readonly string? OptionalString(string? value)
    {
        if (IsReading)
        {
            return _isNull ? null : StringCodec.ReadJson(ref Reader);
        }
        if (value is not null)
        {
            Writer.WriteName(Name);
            Writer.WriteStringValue(value);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly bool Boolean(bool value)
    {
        if (IsReading)
        {
            return BooleanCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteBooleanValue(value);
        return value;
    }

    /// <inheritdoc cref="Boolean"/>
    public readonly bool? OptionalBoolean(bool? value)
    {
        if (IsReading)
        {
            return _isNull ? null : BooleanCodec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteBooleanValue(present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly int Int32(int value)
    {
        if (IsReading)
        {
            return Int32Codec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteNumberValue(value);
        return value;
    }

    /// <inheritdoc cref="Int32"/>
    public readonly int? OptionalInt32(int? value)
    {
        if (IsReading)
        {
            return _isNull ? null : Int32Codec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteNumberValue(present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly long Int64(long value)
    {
        if (IsReading)
        {
            return Int64Codec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteNumberValue(value);
        return value;
    }

    /// <inheritdoc cref="Int64"/>
    public readonly long? OptionalInt64(long? value)
    {
        if (IsReading)
        {
            return _isNull ? null : Int64Codec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteNumberValue(present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly ulong UInt64(ulong value)
    {
        if (IsReading)
        {
            return UInt64Codec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteNumberValue(value);
        return value;
    }

    /// <inheritdoc cref="UInt64"/>
    public readonly ulong? OptionalUInt64(ulong? value)
    {
        if (IsReading)
        {
            return _isNull ? null : UInt64Codec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteNumberValue(present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly decimal Decimal(decimal value)
    {
        if (IsReading)
        {
            return DecimalCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteNumberValue(value);
        return value;
    }

    /// <inheritdoc cref="Decimal"/>
    public readonly decimal? OptionalDecimal(decimal? value)
    {
        if (IsReading)
        {
            return _isNull ? null : DecimalCodec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteNumberValue(present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly DateTimeOffset DateTimeOffset(DateTimeOffset value)
    {
        if (IsReading)
        {
            return DateTimeOffsetCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteStringValue(value);
        return value;
    }

    /// <inheritdoc cref="DateTimeOffset"/>
    public readonly DateTimeOffset? OptionalDateTimeOffset(DateTimeOffset? value)
    {
        if (IsReading)
        {
            return _isNull ? null : DateTimeOffsetCodec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteStringValue(present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly Guid Guid(Guid value)
    {
        if (IsReading)
        {
            return GuidCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteStringValue(value, "D");
        return value;
    }

    /// <inheritdoc cref="Guid"/>
    public readonly Guid? OptionalGuid(Guid? value)
    {
        if (IsReading)
        {
            return _isNull ? null : GuidCodec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            Writer.WriteStringValue(present, "D");
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly double Double(double value)
    {
        if (IsReading)
        {
            return DoubleCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
        DoubleCodec.WriteJson(Writer, value);
        return value;
    }

    /// <inheritdoc cref="Double"/>
    public readonly double? OptionalDouble(double? value)
    {
        if (IsReading)
        {
            return _isNull ? null : DoubleCodec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            DoubleCodec.WriteJson(Writer, present);
        }
        return value;
    }

    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly Uri Uri(Uri value)
    {
        if (IsReading)
        {
            return UriCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
        UriCodec.WriteJson(Writer, value);
        return value;
    }

    /// <inheritdoc cref="Uri"/>
    public readonly Uri? OptionalUri(Uri? value)
    {
        if (IsReading)
        {
            return _isNull ? null : UriCodec.ReadJson(ref Reader);
        }
        if (value is not null)
        {
            Writer.WriteName(Name);
            UriCodec.WriteJson(Writer, value);
        }
        return value;
    }

    /// <summary>A member that is always there, and may be null.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly string? NullableString(string? value)
    {
        if (IsReading)
        {
            return _isNull ? null : StringCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
            Writer.WriteStringValue(value);
        return value;
    }
}
