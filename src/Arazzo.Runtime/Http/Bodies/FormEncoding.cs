using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A property of a form that is written as a query parameter would be (OpenAPI, Encoding Object).</summary>
/// <param name="name">The property's name.</param>
/// <param name="style">The style.</param>
/// <param name="explode">Whether each element or member stands for itself.</param>
/// <param name="allowReserved">Whether reserved characters that mean nothing in a form stay as they are.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormEncoding(string name, ParameterStyle style, bool explode, bool allowReserved = false)
{
    internal string Name { get; } = name;

    internal ParameterFormat Format { get; } = ParameterFormat.Of(style, explode);

    internal TextEscaping Escaping { get; } = allowReserved ? TextEscaping.FormReserved : TextEscaping.Form;

    /// <summary>How a property is written; null for the usual way.</summary>
    internal static FormEncoding? Find(ReadOnlySpan<FormEncoding> encodings, ReadOnlySpan<char> name)
    {
        foreach (var encoding in encodings)
        {
            if (name.SequenceEqual(encoding.Name))
            {
                return encoding;
            }
        }
        return null;
    }
}
