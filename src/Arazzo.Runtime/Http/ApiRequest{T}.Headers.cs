using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Header parameters.</summary>
public sealed partial class ApiRequest<T>
{
    /// <summary>Adds a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> Header<TValue>(string name, TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (IsHeaderGiven(name, value, required, argument))
        {
            AddHeader(name, ValueFormatter.ToText(value), argument);
        }
        return this;
    }

    /// <inheritdoc cref="Header{TValue}(string, TValue, bool, string)"/>
    public ApiRequest<T> Header<TValue>(string name, TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TValue : struct => IsHeaderGiven(name, value, required, argument) ? Header(name, value.Value, required, argument) : this;

    /// <summary>Adds a header with several values.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="values">The values.</param>
    /// <param name="separator">What stands between the values.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> HeaderList<TValue>(
        string name, IReadOnlyList<TValue>? values, char separator = ',', bool required = false, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        if (IsHeaderGiven(name, values, required, argument) && values.Count > 0)
        {
            var text = default(UrlBuffer);
            HeaderWriter(ref text, explode: false, argument, separator).Items(values);
            AddHeaderUnlessEmpty(name, ref text, argument);
        }
        return this;
    }

    /// <summary>Adds a header of any type.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="explode">Whether each element or member stands for itself.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> Header<TValue, TCodec>(string name, TValue? value, bool explode = false, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsHeaderGiven(name, value, required, argument))
        {
            using var json = Scratch.Write<TValue, TCodec>(value);
            var text = default(UrlBuffer);
            HeaderWriter(ref text, explode, argument).Json(json.Written);
            AddHeaderUnlessEmpty(name, ref text, argument);
        }
        return this;
    }

    /// <summary>Adds a header that is JSON text.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> HeaderJson<TValue, TCodec>(string name, TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsHeaderGiven(name, value, required, argument))
        {
            AddHeader(name, HeaderText.EscapeJson(JsonText<TValue, TCodec>(value)), argument);
        }
        return this;
    }
}
