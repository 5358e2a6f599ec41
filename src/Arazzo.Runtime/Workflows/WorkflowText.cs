using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Values as text (Arazzo 1.1.0, "Runtime Expressions"): scalars as they are, objects and arrays as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowText
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>A string's own text; otherwise the value's JSON.</returns>
    public static string Of<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        if (value is string text)
        {
            return text;
        }
        var json = new JsonOutput();
        TCodec.WriteJson(json, value);
        var reader = new Utf8JsonReader(json.Written);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>Whether two texts are the same, without regard to case (Arazzo 1.1.0, "Criterion Object": "String comparisons MUST be case insensitive").</summary>
    /// <param name="text">One text.</param>
    /// <param name="other">The other.</param>
    /// <returns>Whether they are the same; null is only null.</returns>
    public static bool Is(this string? text, string? other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value of an open enum has the text of a member, without regard to case.</summary>
    /// <param name="value">The value; null has no text.</param>
    /// <param name="member">The member.</param>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>Whether it is the member.</returns>
    public static bool Is<T>(this T? value, T member)
        where T : struct => value is { } present && present.Is(member);

    /// <inheritdoc cref="Is{T}(T?, T)"/>
    public static bool Is<T>(this T value, T member)
        where T : struct => string.Equals(value.ToString(), member.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>A text as it stands between the quotes of JSON.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with escapes.</returns>
    public static string Escape(string? text) => text is null ? "" : JsonEncodedText.Encode(text).Value;
}
