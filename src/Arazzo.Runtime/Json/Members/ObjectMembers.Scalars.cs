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
    public readonly string String(string value) => Item<string, StringCodec>(value);

    /// <summary>A member that is null when it is absent, and left out when it is null.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly string? OptionalString(string? value) => OptionalItem<string, StringCodec>(value);

    /// <summary>A member that is always there, and may be null.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly string? NullableString(string? value) => NullableItem<string, StringCodec>(value);

    /// <inheritdoc cref="String"/>
    public readonly bool Boolean(bool value) => Item<bool, BooleanCodec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly bool? OptionalBoolean(bool? value) => OptionalValue<bool, BooleanCodec>(value);

    /// <inheritdoc cref="String"/>
    public readonly int Int32(int value) => Item<int, Int32Codec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly int? OptionalInt32(int? value) => OptionalValue<int, Int32Codec>(value);

    /// <inheritdoc cref="String"/>
    public readonly long Int64(long value) => Item<long, Int64Codec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly long? OptionalInt64(long? value) => OptionalValue<long, Int64Codec>(value);

    /// <inheritdoc cref="String"/>
    public readonly ulong UInt64(ulong value) => Item<ulong, UInt64Codec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly ulong? OptionalUInt64(ulong? value) => OptionalValue<ulong, UInt64Codec>(value);

    /// <inheritdoc cref="String"/>
    public readonly decimal Decimal(decimal value) => Item<decimal, DecimalCodec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly decimal? OptionalDecimal(decimal? value) => OptionalValue<decimal, DecimalCodec>(value);

    /// <inheritdoc cref="String"/>
    public readonly double Double(double value) => Item<double, DoubleCodec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly double? OptionalDouble(double? value) => OptionalValue<double, DoubleCodec>(value);

    /// <inheritdoc cref="String"/>
    public readonly DateTimeOffset DateTimeOffset(DateTimeOffset value) => Item<DateTimeOffset, DateTimeOffsetCodec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly DateTimeOffset? OptionalDateTimeOffset(DateTimeOffset? value) => OptionalValue<DateTimeOffset, DateTimeOffsetCodec>(value);

    /// <inheritdoc cref="String"/>
    public readonly Guid Guid(Guid value) => Item<Guid, GuidCodec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly Guid? OptionalGuid(Guid? value) => OptionalValue<Guid, GuidCodec>(value);

    /// <inheritdoc cref="String"/>
    public readonly Uri Uri(Uri value) => Item<Uri, UriCodec>(value);

    /// <inheritdoc cref="OptionalString"/>
    public readonly Uri? OptionalUri(Uri? value) => OptionalItem<Uri, UriCodec>(value);
}
