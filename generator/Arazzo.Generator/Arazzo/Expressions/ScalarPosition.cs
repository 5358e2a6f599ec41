using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Finds the place in the file of a place in a scalar's text.</summary>
internal static class ScalarPosition
{
    /// <summary>
    /// The range of <paramref name="length"/> characters from <paramref name="offset"/> on: exact for plain and quoted scalars on one line
    /// without escapes, else the scalar's own range.
    /// </summary>
    public static TextRange Of(ScalarNode scalar, int offset, int length) => throw new NotSupportedException();
}
