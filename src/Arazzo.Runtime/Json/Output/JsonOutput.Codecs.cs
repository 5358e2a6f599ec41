namespace Arazzo.Runtime.CompilerServices;

/// <content>The steps of a generated writer.</content>
public sealed partial class JsonOutput
{
    /// <summary>Writes a property that is always there.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void WriteProperty<T, TCodec>(string name, T value)
        where TCodec : IJsonCodec<T>
    {
        WritePropertyName(name);
        TCodec.WriteJson(this, value);
    }

    /// <summary>Writes a property unless it is null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, or null to leave the property out.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void WriteUnlessNull<T, TCodec>(string name, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            WriteProperty<T, TCodec>(name, value);
        }
    }

    /// <summary>Writes a struct's property unless it is null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, or null to leave the property out.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void WriteValueUnlessNull<T, TCodec>(string name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            WriteProperty<T, TCodec>(name, present);
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    public void Write<T>(T value)
        where T : IJsonCodec<T> => T.WriteJson(this, value);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void Write<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> => TCodec.WriteJson(this, value);

    /// <summary>Writes the members that a class has, none of a class that is derived from it.</summary>
    /// <param name="value">The object.</param>
    /// <typeparam name="T">The class.</typeparam>
    public void WriteObject<T>(T value)
        where T : class, IJsonObject<T>
    {
        var members = new ObjectMembers<Writing>(this, value);
        T.Members(value, ref members);
    }
}
