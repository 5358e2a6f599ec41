using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The steps of a generated writer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWriterExtensions
{
    /// <summary>Writes a property that is always there.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public static void WriteProperty<T, TCodec>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T value)
        where TCodec : IJsonCodec<T>
    {
        json.WritePropertyName(name);
        TCodec.WriteJson(json, value);
    }

    /// <summary>Writes a property unless it is null.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value, or null to leave the property out.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public static void WriteUnlessNull<T, TCodec>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            TCodec.WriteJson(json, value);
        }
    }

    /// <summary>Writes a struct's property unless it is null.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value, or null to leave the property out.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public static void WriteValueUnlessNull<T, TCodec>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            json.WritePropertyName(name);
            TCodec.WriteJson(json, present);
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    public static void Write<T>(this Utf8JsonWriter json, T value)
        where T : IJsonCodec<T> => T.WriteJson(json, value);

    /// <summary>Writes a value.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public static void Write<T, TCodec>(this Utf8JsonWriter json, T value)
        where TCodec : IJsonCodec<T> => TCodec.WriteJson(json, value);

    /// <summary>Writes the members that a class has, none of a class that is derived from it.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The object.</param>
    /// <typeparam name="T">The class.</typeparam>
    public static void WriteObject<T>(this Utf8JsonWriter json, T value)
        where T : class, IJsonObject<T>
    {
        var members = new ObjectMembers(json);
        value.Members(ref members);
    }
}
