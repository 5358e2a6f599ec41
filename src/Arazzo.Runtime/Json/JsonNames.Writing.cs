using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>
/// The steps of a generated writer, one for each kind of value. Each has a name of its own: what every line of generated code would have to choose among the
/// writer's overloads costs the compiler more than all else in it.
/// </content>
public sealed partial class JsonNames
{
    /// <summary>Writes the name of a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    public void WriteName(Utf8JsonWriter json, int index) => json.WritePropertyName(_encoded[index]);

    /// <summary>Writes the name of a property unless its value is null, which leaves the property out.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is to be written.</returns>
    public bool WriteNameUnlessNull(Utf8JsonWriter json, int index, [NotNullWhen(true)] object? value)
    {
        if (value is null)
        {
            return false;
        }
        json.WritePropertyName(_encoded[index]);
        return true;
    }

    /// <summary>Writes a property unless its value is null.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void WriteValueUnlessNull<T, TCodec>(Utf8JsonWriter json, int index, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            json.WritePropertyName(_encoded[index]);
            TCodec.WriteJson(json, present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value; null is written as such.</param>
    public void WriteString(Utf8JsonWriter json, int index, string? value) => json.WriteString(_encoded[index], value);

    /// <summary>Writes a property unless its value is null.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteStringUnlessNull(Utf8JsonWriter json, int index, string? value)
    {
        if (value is not null)
        {
            json.WriteString(_encoded[index], value);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteBoolean(Utf8JsonWriter json, int index, bool value) => json.WriteBoolean(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteBooleanUnlessNull(Utf8JsonWriter json, int index, bool? value)
    {
        if (value is { } present)
        {
            json.WriteBoolean(_encoded[index], present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffset(Utf8JsonWriter json, int index, DateTimeOffset value) => json.WriteString(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteDateTimeOffsetUnlessNull(Utf8JsonWriter json, int index, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            json.WriteString(_encoded[index], present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteDecimal(Utf8JsonWriter json, int index, decimal value) => json.WriteNumber(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteDecimalUnlessNull(Utf8JsonWriter json, int index, decimal? value)
    {
        if (value is { } present)
        {
            json.WriteNumber(_encoded[index], present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteGuid(Utf8JsonWriter json, int index, Guid value) => json.WriteString(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteGuidUnlessNull(Utf8JsonWriter json, int index, Guid? value)
    {
        if (value is { } present)
        {
            json.WriteString(_encoded[index], present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteInt32(Utf8JsonWriter json, int index, int value) => json.WriteNumber(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteInt32UnlessNull(Utf8JsonWriter json, int index, int? value)
    {
        if (value is { } present)
        {
            json.WriteNumber(_encoded[index], present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteInt64(Utf8JsonWriter json, int index, long value) => json.WriteNumber(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteInt64UnlessNull(Utf8JsonWriter json, int index, long? value)
    {
        if (value is { } present)
        {
            json.WriteNumber(_encoded[index], present);
        }
    }

    /// <summary>Writes a property.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The name's place in the list.</param>
    /// <param name="value">The value.</param>
    public void WriteUInt64(Utf8JsonWriter json, int index, ulong value) => json.WriteNumber(_encoded[index], value);

    /// <inheritdoc cref="WriteStringUnlessNull"/>
    public void WriteUInt64UnlessNull(Utf8JsonWriter json, int index, ulong? value)
    {
        if (value is { } present)
        {
            json.WriteNumber(_encoded[index], present);
        }
    }
}
