using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The one parameter that is the whole query (OpenAPI 3.2, <c>in: querystring</c>).</summary>
public sealed partial class ApiRequest<T>
{
    /// <summary>Sets the whole query to text, as it is but for what a query cannot hold.</summary>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> QueryString(string? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (IsGiven(value, required, argument))
        {
            AddQueryString(value, TextEscaping.Reserved, argument);
        }
        return this;
    }

    /// <summary>Sets the whole query to text, all of it escaped.</summary>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> QueryStringText<TValue>(TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (IsGiven(value, required, argument))
        {
            AddQueryString(ValueFormatter.ToText(value), TextEscaping.Unreserved, argument);
        }
        return this;
    }

    /// <summary>Sets the whole query to JSON text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> QueryStringJson<TValue, TCodec>(TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsGiven(value, required, argument))
        {
            AddQueryString(JsonText<TValue, TCodec>(value), TextEscaping.Unreserved, argument);
        }
        return this;
    }

    /// <summary>Sets the whole query to the fields of a form.</summary>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="encodings">The members that are not written as usual.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> QueryStringForm<TValue, TCodec>(
        TValue? value, bool required = false, ReadOnlySpan<FormEncoding> encodings = default, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsGiven(value, required, argument))
        {
            using var json = Scratch.Write<TValue, TCodec>(value);
            AddForm(json.Written, encodings, argument);
        }
        return this;
    }
}
