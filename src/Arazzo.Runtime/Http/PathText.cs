using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A path parameter of another style or type than a plain value, written for its place in a <see cref="RequestPath"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PathText
{
    private PathText(string text, string argument)
    {
        Text = text;
        Argument = argument;
    }

    internal string Text { get; }

    internal string Argument { get; }

    /// <summary>A single value.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public static PathText Value<T>(string name, T value, ParameterStyle style, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        Require(value, argument);
        var text = default(UrlBuffer);
        Writer(ref text, name, style, explode: false, argument).Item(ValueFormatter.Format(value, stackalloc char[ValueFormatter.ScratchLength]));
        return new PathText(text.TakeText(), argument);
    }

    /// <summary>Several values.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">The values.</param>
    /// <param name="style">How they are written.</param>
    /// <param name="explode">Whether each stands for itself.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent. It names the argument.</exception>
    public static PathText List<T>(
        string name, IReadOnlyList<T> values, ParameterStyle style = ParameterStyle.Simple, bool explode = false, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        Require(values, argument);
        var text = default(UrlBuffer);
        Writer(ref text, name, style, explode, argument).Items(values);
        return new PathText(text.TakeText(), argument);
    }

    /// <summary>A value of any type.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each element or member stands for itself.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public static PathText Value<T, TCodec>(
        string name, T value, ParameterStyle style = ParameterStyle.Simple, bool explode = false, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<T>
    {
        Require(value, argument);
        using var json = new JsonScratch.Pool().Write<T, TCodec>(value);
        var text = default(UrlBuffer);
        Writer(ref text, name, style, explode, argument).Json(json.Written);
        return new PathText(text.TakeText(), argument);
    }

    /// <summary>A value as JSON text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="argument">The argument's name in C#.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">The value cannot be sent. It names the argument.</exception>
    public static PathText Json<T, TCodec>(T value, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TCodec : IJsonCodec<T>
    {
        Require(value, argument);
        using var json = new JsonScratch.Pool().Write<T, TCodec>(value);
        return new PathText(Uri.EscapeDataString(Encoding.UTF8.GetString(json.Written)), argument);
    }

    private static ParameterWriter Writer(ref UrlBuffer target, string name, ParameterStyle style, bool explode, string argument) =>
        new(ref target, name, ParameterFormat.Of(style, explode) with { IsNamed = style == ParameterStyle.Matrix }, TextEscaping.Unreserved, style switch { ParameterStyle.Label => ".", ParameterStyle.Matrix => ";", _ => "" })
        {
            Argument = argument,
        };

    private static void Require<T>(T value, string argument)
    {
        if (value is null)
        {
            throw ArgumentText.Missing(argument);
        }
    }
}
