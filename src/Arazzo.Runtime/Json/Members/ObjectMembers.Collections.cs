using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>Lists, maps, and JSON of any kind, of which null is one.</content>
public ref partial struct ObjectMembers<TDirection>
    where TDirection : struct
{
    /// <summary>An array that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly IReadOnlyList<T> List<T, TCodec>(IReadOnlyList<T> value)
        where TCodec : IJsonCodec<T> => Item<IReadOnlyList<T>, ListCodec<T, TCodec>>(value);

    /// <inheritdoc cref="List{T, TCodec}"/>
    public readonly IReadOnlyList<T> List<T>(IReadOnlyList<T> value)
        where T : IJsonCodec<T> => Item<IReadOnlyList<T>, ListCodec<T, T>>(value);

    /// <summary>An array that is null when it is absent, and left out when it is null.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly IReadOnlyList<T>? OptionalList<T, TCodec>(IReadOnlyList<T>? value)
        where TCodec : IJsonCodec<T> => OptionalItem<IReadOnlyList<T>, ListCodec<T, TCodec>>(value);

    /// <inheritdoc cref="OptionalList{T, TCodec}"/>
    public readonly IReadOnlyList<T>? OptionalList<T>(IReadOnlyList<T>? value)
        where T : IJsonCodec<T> => OptionalItem<IReadOnlyList<T>, ListCodec<T, T>>(value);

    /// <summary>An object whose names are data, and that is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly IReadOnlyDictionary<string, T> Map<T, TCodec>(IReadOnlyDictionary<string, T> value)
        where TCodec : IJsonCodec<T> => Item<IReadOnlyDictionary<string, T>, MapCodec<T, TCodec>>(value);

    /// <inheritdoc cref="Map{T, TCodec}"/>
    public readonly IReadOnlyDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> value)
        where T : IJsonCodec<T> => Item<IReadOnlyDictionary<string, T>, MapCodec<T, T>>(value);

    /// <summary>An object whose names are data; null when it is absent, and left out when it is null.</summary>
    /// <param name="value">What it is.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <returns>What it will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly IReadOnlyDictionary<string, T>? OptionalMap<T, TCodec>(IReadOnlyDictionary<string, T>? value)
        where TCodec : IJsonCodec<T> => OptionalItem<IReadOnlyDictionary<string, T>, MapCodec<T, TCodec>>(value);

    /// <inheritdoc cref="OptionalMap{T, TCodec}"/>
    public readonly IReadOnlyDictionary<string, T>? OptionalMap<T>(IReadOnlyDictionary<string, T>? value)
        where T : IJsonCodec<T> => OptionalItem<IReadOnlyDictionary<string, T>, MapCodec<T, T>>(value);

    /// <summary>Any JSON, which is always there.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>What it will be; JSON's null is a value.</returns>
    public readonly JsonElement Any(JsonElement value) => Item<JsonElement, AnyCodec>(value);

    /// <summary>Any JSON, left out when it is not set.</summary>
    /// <param name="value">What it is; null when nobody has set it.</param>
    /// <returns>What it will be; JSON's null is a value.</returns>
    public readonly JsonElement? OptionalAny(JsonElement? value) => ValueUnlessUnset<JsonElement, AnyCodec>(value);

    /// <summary>The members that the document does not name, kept as they are.</summary>
    /// <param name="members">Those that there are; null for none.</param>
    /// <returns>Those that there will be.</returns>
    public readonly IReadOnlyDictionary<string, JsonElement>? Additional(IReadOnlyDictionary<string, JsonElement>? members) => Additional<JsonElement, AnyCodec>(members);

    /// <summary>The members that the document does not name.</summary>
    /// <param name="members">Those that there are; null for none.</param>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>Those that there will be.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public readonly IReadOnlyDictionary<string, T>? Additional<T, TCodec>(IReadOnlyDictionary<string, T>? members)
        where TCodec : IJsonCodec<T>
    {
        if (IsReading)
        {
            var name = Reader.GetString()!;
            Reader.Read();
            var read = members as Dictionary<string, T> ?? new Dictionary<string, T>(StringComparer.Ordinal);
            read[name] = TCodec.ReadJson(ref Reader);
            return read;
        }
        if (members is not null)
        {
            MapCodec<T, TCodec>.WriteMembers(Writer, members);
        }
        return members;
    }
}
