namespace Arazzo.Generator.Reading;

/// <summary>A stretch of a specification's text: zero-based lines and columns, the end exclusive.</summary>
/// <param name="StartLine">The line that it begins in, counted from the first of the block.</param>
/// <param name="StartColumn">The column that it begins at.</param>
/// <param name="EndLine">The line that it ends in, counted from the first of the block.</param>
/// <param name="EndColumn">The column behind its last.</param>
/// <param name="Block">The block that it lies in; null: lines are those of the text.</param>
internal readonly record struct TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn, TextBlock? Block = null)
{
    /// <summary>The beginning alone, when the range spans several lines: a place to point at.</summary>
    public TextRange FirstLine => StartLine == EndLine ? this : this with { EndLine = StartLine, EndColumn = StartColumn + 1 };

    /// <summary>Whether the other range lies in this one. Both are of the same block.</summary>
    public bool Contains(TextRange other) =>
        (StartLine, StartColumn).CompareTo((other.StartLine, other.StartColumn)) <= 0 && (EndLine, EndColumn).CompareTo((other.EndLine, other.EndColumn)) >= 0;

    /// <summary>As compilers print places: one-based, <c>3:5-3:9</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{StartLine + 1}:{StartColumn + 1}-{EndLine + 1}:{EndColumn + 1}");
}
