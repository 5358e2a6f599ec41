using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>Values of all other types, which their codecs read and write.</content>
public ref partial struct ObjectMembers<TDirection>
    where TDirection : struct
{
    /// <summary>A member that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly T Item<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        if (IsReading)
        {
            return TCodec.ReadJson(ref Reader);
        }
        Writer.WriteName(Name);
        TCodec.WriteJson(Writer, value);
        return value;
    }

    /// <inheritdoc cref="Item{T, TCodec}"/>
    public readonly T Item<T>(T value)
        where T : IJsonCodec<T> => Item<T, T>(value);

    /// <summary>A member that is null when it is absent, and left out when it is null.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly T? OptionalItem<T, TCodec>(T? value)
        where T : class
        where TCodec : IJsonCodec<T> => IsNull ? null : ItemUnlessUnset<T, TCodec>(value);

    /// <inheritdoc cref="OptionalItem{T, TCodec}"/>
    public readonly T? OptionalItem<T>(T? value)
        where T : class, IJsonCodec<T> => IsNull ? null : ItemUnlessUnset<T, T>(value);

    /// <inheritdoc cref="OptionalItem{T, TCodec}"/>
    public readonly T? OptionalValue<T, TCodec>(T? value)
        where T : struct
        where TCodec : IJsonCodec<T> => IsNull ? null : ValueUnlessUnset<T, TCodec>(value);

    /// <inheritdoc cref="OptionalItem{T, TCodec}"/>
    public readonly T? OptionalValue<T>(T? value)
        where T : struct, IJsonCodec<T> => IsNull ? null : ValueUnlessUnset<T, T>(value);

    /// <summary>A member that is always there, and may be null.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly T? NullableItem<T, TCodec>(T? value)
        where T : class
        where TCodec : IJsonCodec<T> => Item<T?, OrNullCodec<T, TCodec>>(value);

    /// <inheritdoc cref="NullableItem{T, TCodec}"/>
    public readonly T? NullableItem<T>(T? value)
        where T : class, IJsonCodec<T> => Item<T?, OrNullCodec<T, T>>(value);

    /// <inheritdoc cref="NullableItem{T, TCodec}"/>
    public readonly T? NullableValue<T, TCodec>(T? value)
        where T : struct
        where TCodec : IJsonCodec<T> => Item<T?, OrNullValueCodec<T, TCodec>>(value);

    /// <inheritdoc cref="NullableItem{T, TCodec}"/>
    public readonly T? NullableValue<T>(T? value)
        where T : struct, IJsonCodec<T> => Item<T?, OrNullValueCodec<T, T>>(value);

    /// <summary>A member that is left out as long as nobody has set it, and is never null when it is there.</summary>
    /// <param name="value">What it is; null when nobody has set it.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly T? ItemUnlessUnset<T, TCodec>(T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (IsReading)
        {
            return TCodec.ReadJson(ref Reader);
        }
        if (value is not null)
        {
            Writer.WriteName(Name);
            TCodec.WriteJson(Writer, value);
        }
        return value;
    }

    /// <inheritdoc cref="ItemUnlessUnset{T, TCodec}"/>
    public readonly T? ValueUnlessUnset<T, TCodec>(T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (IsReading)
        {
            return TCodec.ReadJson(ref Reader);
        }
        if (value is { } present)
        {
            Writer.WriteName(Name);
            TCodec.WriteJson(Writer, present);
        }
        return value;
    }

    /// <summary>A member that may be absent, which is not the same as null.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly Optional<T> OptionalOrNull<T, TCodec>(Optional<T> value)
        where TCodec : IJsonCodec<T>
    {
        if (IsReading)
        {
            return new Optional<T>(TCodec.ReadJson(ref Reader));
        }
        if (value.IsPresent)
        {
            Writer.WriteName(Name);
            TCodec.WriteJson(Writer, value.Value);
        }
        return value;
    }
}
