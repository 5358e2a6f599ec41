using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Cookie parameters.</summary>
public sealed partial class ApiRequest<T>
{
    /// <summary>Adds a cookie.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="raw">Whether it is sent without escapes.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> Cookie<TValue>(string name, TValue? value, bool raw = false, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (IsCookieGiven(name, value, required, argument))
        {
            AddCookie(name, ValueFormatter.Format(value, stackalloc char[ValueFormatter.ScratchLength]), raw, argument);
        }
        return this;
    }

    /// <inheritdoc cref="Cookie{TValue}(string, TValue, bool, bool, string)"/>
    public ApiRequest<T> Cookie<TValue>(string name, TValue? value, bool raw = false, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TValue : struct => IsCookieGiven(name, value, required, argument) ? Cookie(name, value.Value, raw, required, argument) : this;

    /// <summary>Adds a cookie with several values, or several cookies of one name.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="values">The values.</param>
    /// <param name="raw">Whether it is sent without escapes.</param>
    /// <param name="explode">Whether each element or member stands for itself.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> CookieList<TValue>(
        string name, IReadOnlyList<TValue>? values, bool raw = false, bool explode = true, bool required = false, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        if (IsCookieGiven(name, values, required, argument))
        {
            var text = default(UrlBuffer);
            CookieWriter(ref text, name, raw, explode, argument).Items(values);
            AddCookies(ref text, argument);
        }
        return this;
    }

    /// <summary>Adds a cookie of any type, or one for each of its members.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="raw">Whether it is sent without escapes.</param>
    /// <param name="explode">Whether each element or member stands for itself.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> Cookie<TValue, TCodec>(
        string name, TValue? value, bool raw = false, bool explode = true, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsCookieGiven(name, value, required, argument))
        {
            using var json = Scratch.Write<TValue, TCodec>(value);
            var text = default(UrlBuffer);
            CookieWriter(ref text, name, raw, explode, argument).Json(json.Written);
            AddCookies(ref text, argument);
        }
        return this;
    }

    /// <summary>Adds a cookie that is JSON text.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> CookieJson<TValue, TCodec>(string name, TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsCookieGiven(name, value, required, argument))
        {
            AddCookie(name, JsonText<TValue, TCodec>(value), isRaw: false, argument);
        }
        return this;
    }
}
