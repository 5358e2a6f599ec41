using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Parameters of path and query. What is null is left out, and so are empty lists and objects (RFC 6570, section 2.3).</summary>
public sealed partial class ApiRequest<T>
{
    /// <summary>Sets the path; it comes first, and only when the template has variables.</summary>
    /// <param name="path">The path, with the values in place of the variables.</param>
    /// <returns>This request.</returns>
    public ApiRequest<T> Path([InterpolatedStringHandlerArgument("")] RequestPath path) => this;

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="allowReserved">Whether reserved characters are sent as they are.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> Query<TValue>(string name, TValue? value, bool required = false, bool allowReserved = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (IsQueryGiven(name, value, required, argument))
        {
            AddQuery(name, ValueFormatter.Format(value, stackalloc char[ValueFormatter.ScratchLength]), allowReserved, argument);
        }
        return this;
    }

    /// <inheritdoc cref="Query{TValue}(string, TValue, bool, bool, string)"/>
    public ApiRequest<T> Query<TValue>(string name, TValue? value, bool required = false, bool allowReserved = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TValue : struct => IsQueryGiven(name, value, required, argument) ? Query(name, value.Value, required, allowReserved, argument) : this;

    /// <summary>Adds a query parameter with several values.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">The values.</param>
    /// <param name="style">How the value is written.</param>
    /// <param name="explode">Whether each element or member stands for itself.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="allowReserved">Whether reserved characters are sent as they are.</param>
    /// <param name="allowEmpty">Whether an empty list or object is sent as an empty value.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> QueryList<TValue>(
        string name, IReadOnlyList<TValue>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool required = false, bool allowReserved = false,
        bool allowEmpty = false, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        if (IsQueryGiven(name, values, required, argument))
        {
            var writer = QueryWriter(name, style, explode, allowReserved, argument);
            writer.Items(values);
            writer.End(allowEmpty);
        }
        return this;
    }

    /// <summary>Adds a query parameter of any type.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How the value is written.</param>
    /// <param name="explode">Whether each element or member stands for itself.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="allowReserved">Whether reserved characters are sent as they are.</param>
    /// <param name="allowEmpty">Whether an empty list or object is sent as an empty value.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> Query<TValue, TCodec>(
        string name, TValue? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool required = false, bool allowReserved = false,
        bool allowEmpty = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsQueryGiven(name, value, required, argument))
        {
            using var json = Scratch.Write<TValue, TCodec>(value);
            var writer = QueryWriter(name, style, explode, allowReserved, argument);
            writer.Json(json.Written);
            writer.End(allowEmpty);
        }
        return this;
    }

    /// <summary>Adds a query parameter that is JSON text.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public ApiRequest<T> QueryJson<TValue, TCodec>(string name, TValue? value, bool required = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<TValue>
    {
        if (IsQueryGiven(name, value, required, argument))
        {
            AddQuery(name, JsonText<TValue, TCodec>(value), allowReserved: false, argument);
        }
        return this;
    }
}
